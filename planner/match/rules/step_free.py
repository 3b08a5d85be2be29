"""A way in without steps for those who need one."""

from planner.match.arrays import Bools
from planner.match.board import Block


def has_steps(block: Block) -> Bools:
    """Return shape (people, sites): the person needs a step-free site, and this is none."""
    return block.people.needs_step_free[:, None] & ~block.places.step_free
