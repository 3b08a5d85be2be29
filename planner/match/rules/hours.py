"""Weekly hours that suit the person and the site."""

import numpy as np

from planner.match.arrays import Bools, spread
from planner.match.board import Block


def no_overlap(block: Block) -> Bools:
    """Return shape (people, sites): the larger minimum exceeds the smaller maximum."""
    people, places = block.people, block.places
    least = np.maximum(people.min_hours[:, None], places.hours[:, 0])
    most = np.minimum(people.max_hours[:, None], places.hours[:, 1])
    return spread(least > most, places.hours_set)
