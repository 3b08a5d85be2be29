"""The other half of the answer: every pair that is not possible, with all its reasons."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, reasons_of
from planner.geo import TravelTimes
from planner.law import Law
from planner.match.arrays import Ints
from planner.match.board import board_of
from planner.match.decided import beyond_tests
from planner.match.masks import masks

SEPARATOR = ";"
"""Stands between the codes of one pair, as between the values of any list in a cell."""


@dataclass(frozen=True, slots=True, eq=False)
class Refused:
    """Impossible pairs of one block of candidates, sorted by candidate and site.

    Parameters
    ----------
    candidate, site
        Shape (refused,): positions in ``case.candidates`` and ``case.sites``.
    reasons
        Shape (refused,): masks, never 0.
    """

    candidate: Ints
    site: Ints
    reasons: Ints

    def __len__(self) -> int:
        return len(self.reasons)

    def codes(self) -> NDArray[np.object_]:
        """Return shape (refused,): the reasons of each pair as text, ``hours;commute``, in the order of the tests."""
        distinct, rows = np.unique(self.reasons, return_inverse=True)
        texts = np.array([SEPARATOR.join(reasons_of(mask)) for mask in distinct.tolist()], dtype=np.object_)
        return texts[rows]


def refusals(case: Case, law: Law, travel: TravelTimes) -> Iterator[Refused]:
    """Yield the refused pairs of a case, block by block, so that any case fits into memory.

    Pairs that someone accepted, or that have started, are possible and never among them.

    Parameters
    ----------
    case
        As ``planner.tables`` hands it over.
    law
        Its version decides eligibility and the longest way.
    travel
        Minutes for every means of transport that occurs among the candidates.
    """
    board = board_of(case, law, travel)
    kept = beyond_tests(case)
    for block, against in masks(board):
        possible = kept.within(block.first, block.first + len(block.people))
        against[possible.candidate - block.first, possible.site] = 0
        row, site = np.nonzero(against)
        yield Refused(
            candidate=(row + block.first).astype(np.int32),
            site=site.astype(np.int32),
            reasons=against[row, site].astype(np.int32),
        )
