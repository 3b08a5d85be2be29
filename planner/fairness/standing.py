"""How far each person of a case comes on the way to a placement, and what stands in it.

True facts about single people: they stay where the raw rows are. Only counts of them, after disclosure control
(``planner.report.groups``), are shown to anybody.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Eligibility, Pairs, Reason
from planner.geo import TravelTimes
from planner.law import Law, assess
from planner.match import refusals

REASONS = tuple(Reason)
"""The order of the last axis of the columns by requirement."""


class Stage(IntEnum):
    """How far somebody comes; whoever reached a stage has reached those before it."""

    PRESENT = 0
    ELIGIBLE = 1
    FEASIBLE = 2
    PLACED = 3


@dataclass(frozen=True, eq=False)
class Standing:
    """Columns of the people of a case; the first axis is ``case.candidates``.

    Parameters
    ----------
    stage
        Shape (people,): a ``Stage`` each. Eligible are those the scenario plans with; feasible are those with at least
        one possible pair, also one that was accepted in spite of a test; placed are those in the plan.
    failing
        Shape (people, reasons): at how many sites the requirement is not met.
    alone
        Shape (people, reasons): at how many sites it is the only one that is not met.
    sites
        How many sites there are.
    """

    stage: NDArray[np.int8]
    failing: NDArray[np.int32]
    alone: NDArray[np.int32]
    sites: int

    @property
    def opened(self) -> NDArray[np.bool_]:
        """Shape (people, reasons): people without a possible pair who have one once this requirement is dropped."""
        found: NDArray[np.bool_] = (self.stage < Stage.FEASIBLE)[:, None] & (self.alone > 0)
        return found


def standing_of(case: Case, pairs: Pairs, placed: Collection[str], law: Law, travel: TravelTimes) -> Standing:
    """Return how far everybody comes.

    Parameters
    ----------
    pairs
        The possible pairs of the case.
    placed
        Ids of the people in the plan.
    law, travel
        What the pairs were made with.
    """
    people = len(case.candidates)
    stage = np.zeros(people, dtype=np.int8)
    stage[_eligible(case, law)] = Stage.ELIGIBLE
    stage[pairs.candidate] = Stage.FEASIBLE
    stage[[case.candidate_position[one] for one in placed]] = Stage.PLACED
    failing, alone = _refused(case, law, travel)
    return Standing(stage, failing, alone, len(case.sites))


def _eligible(case: Case, law: Law) -> NDArray[np.bool_]:
    planned = {Eligibility.ELIGIBLE}
    if case.scenario.unclear_is_eligible:
        planned.add(Eligibility.UNCLEAR)
    return np.array([assess(one, case.scenario, law).status in planned for one in case.candidates], dtype=np.bool_)


def _refused(case: Case, law: Law, travel: TravelTimes) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Count the sites that each requirement refuses each person, in all and by itself, block by block."""
    failing = np.zeros((len(case.candidates), len(REASONS)), dtype=np.int32)
    alone = np.zeros_like(failing)
    for block in refusals(case, law, travel):
        if not len(block):
            continue
        first = int(block.candidate[0])
        rows = slice(first, int(block.candidate[-1]) + 1)
        person = block.candidate - first
        for column, reason in enumerate(REASONS):
            hit = (block.reasons & reason.bit) != 0
            if not hit.any():
                continue
            size = rows.stop - first
            failing[rows, column] += np.bincount(person[hit], minlength=size).astype(np.int32)
            alone[rows, column] += np.bincount(person[block.reasons == reason.bit], minlength=size).astype(np.int32)
    return failing, alone
