"""Permission to work (§ 8(2) SGB II) on the first day of the scenario."""

from planner.match.arrays import Bools
from planner.match.board import Block


def runs_out(block: Block) -> Bools:
    """Return shape (people, 1): the permit ends before the start."""
    return (block.people.permit_until < block.start)[:, None]
