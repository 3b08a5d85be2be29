"""Who may be funded at all (§ 16i(3), § 16e SGB II); the answer is the law's, asked once per person."""

import numpy as np

from planner.match.arrays import Bools
from planner.match.board import Block


def not_eligible(block: Block) -> Bools:
    """Return shape (people, 1): the law or the Jobcenter says no."""
    return block.people.not_eligible[:, None]


def unclear(block: Block) -> Bools:
    """Return shape (people, 1): the data cannot tell, and the scenario leaves such people out."""
    if block.unclear_is_eligible:
        return np.zeros((1, 1), dtype=np.bool_)
    return block.people.unclear[:, None]
