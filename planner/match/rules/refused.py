"""What the person does not want: fields of work and neighbourhoods."""

from planner.match.arrays import Bools, spread
from planner.match.board import Block


def field_refused(block: Block) -> Bools:
    """Return shape (people, sites): the person refuses the site's field."""
    return spread(block.people.fields_refused, block.places.field)


def neighbourhood_refused(block: Block) -> Bools:
    """Return shape (people, sites): the person refuses the site's neighbourhood."""
    return spread(block.people.neighbourhoods_refused, block.places.neighbourhood)
