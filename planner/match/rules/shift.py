"""A part of the week that suits both."""

from planner.match.arrays import Bools, spread
from planner.match.board import Block


def no_common_shift(block: Block) -> Bools:
    """Return shape (people, sites): there is no shift that both name."""
    common = block.people.shifts[:, None] & block.places.shifts
    return spread(common == 0, block.places.shifts_set)
