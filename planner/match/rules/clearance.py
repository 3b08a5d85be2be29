"""The enhanced criminal record check (§ 30a BZRG) where the work asks for one."""

from planner.match.arrays import Bools
from planner.match.board import Block


def lacks_clearance(block: Block) -> Bools:
    """Return shape (people, sites): the site asks for the check, the person has none."""
    return ~block.people.clearance[:, None] & block.places.clearance
