"""Both there on the first day of the scenario."""

from planner.match.arrays import Bools
from planner.match.board import Block


def not_there(block: Block) -> Bools:
    """Return shape (people, sites): the person or the site comes later, or the site is gone before the start."""
    people, places = block.people, block.places
    site_closed = (places.available_from > block.start) | (places.available_to < block.start)
    return (people.available_from > block.start)[:, None] | site_closed
