"""All tests on all cells, block by block: which reasons stand against each pair."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from planner.domain import Reason
from planner.match.board import Block, Board
from planner.match.decided import Marked, ruled_out
from planner.match.rules import RULES

MASK = np.min_scalar_type(sum(reason.bit for reason in Reason))
"""The narrowest type that holds a bit per reason: a block's masks are written once per test."""

Masks = NDArray[np.unsignedinteger]


def masks(board: Board) -> Iterator[tuple[Block, Masks]]:
    """Yield each block with its masks of reasons, shape (people, sites); 0 where the pair is possible."""
    decisions = ruled_out(board.case)
    for block in board.blocks():
        yield block, _tested(block, decisions)


def _tested(block: Block, decisions: Marked) -> Masks:
    found = np.zeros((len(block.people), len(block.places)), dtype=MASK)
    for reason, test in RULES.items():
        failed = test(block)
        if failed.any():
            found |= failed * MASK.type(reason.bit)
    said = decisions.within(block.first, block.first + len(block.people))
    found[said.candidate - block.first, said.site] |= said.mask.astype(MASK)
    return found
