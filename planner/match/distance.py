"""How far one person is from each site: which tests fail, and by how much."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from planner.domain import Candidate, Case, Reason, Site, reasons_of
from planner.geo import TravelTimes
from planner.law import Law, commute_cap
from planner.match.arrays import Ints
from planner.match.board import Block, board_of
from planner.match.masks import masks

Amounts = NDArray[np.int64]


class CapBy(StrEnum):
    """Whose word limits the way to work."""

    LAW = "law"
    SCENARIO = "scenario"
    CANDIDATE = "candidate"


STEP: Mapping[Reason, float] = {
    Reason.UNCLEAR: 2,
    Reason.HOURS: 1 / 250,
    Reason.LANGUAGE: 3,
    Reason.SKILL: 4,
    Reason.CLEARANCE: 2,
    Reason.MEASLES: 2,
    Reason.STEP_FREE: 10,
    Reason.SHIFT: 4,
    Reason.AVAILABLE: 1 / 14,
    Reason.PERMIT: 1 / 14,
    Reason.COMMUTE: 1 / 5,
    Reason.FIELD_REFUSED: 8,
    Reason.NEIGHBOURHOOD_REFUSED: 8,
    Reason.FORBIDDEN: 8,
    Reason.DECLINED: 8,
    Reason.NOT_ELIGIBLE: 100,
}
"""Steps per unit of a shortfall, to sort near misses by nearness: five minutes, two and a half weekly hours or a
fortnight are one step, a paper two, a level of a language three. A convention; no plan hangs on it."""


@dataclass(frozen=True, slots=True, eq=False)
class Distances:
    """One person × all sites.

    Parameters
    ----------
    failed
        Shape (sites,): mask of the tests that fail, decisions included.
    amounts
        By reason, shape (sites,): by how much the test fails, 0 where it holds. Minutes over the cap; CEFR levels
        missing, summed over languages; skills missing; hundredths of a weekly hour between the ranges; days until
        person and site are there, or since the permit ended; else 1.
    minutes
        Shape (sites,): one way.
    """

    failed: Ints
    amounts: Mapping[Reason, Amounts]
    minutes: Ints

    def steps(self) -> NDArray[np.float64]:
        """Return shape (sites,): how far each site is, by ``STEP``."""
        total = np.zeros(len(self.failed))
        for reason, amount in self.amounts.items():
            total += STEP[reason] * amount
        return total

    def number_failed(self) -> Ints:
        """Return shape (sites,): how many tests fail."""
        return np.bitwise_count(self.failed).astype(np.int32)


def distances(case: Case, law: Law, travel: TravelTimes, candidate: Candidate) -> Distances:
    """Return how far a person is from each site of a case.

    Parameters
    ----------
    candidate
        One of the case, or a changed one; decisions are found by its id.
    travel
        Minutes for the person's means of transport.
    """
    board = board_of(replace(case, candidates=(candidate,)), law, travel)
    ((block, found),) = masks(board)
    failed = found[0].astype(np.int32)
    people, places = block.people, block.places
    minutes = block.minutes[people.transport[0], people.home[0]][places.neighbourhood]
    raw = _raw(block, minutes)
    present = reasons_of(int(np.bitwise_or.reduce(failed, initial=0)))
    return Distances(
        failed=failed,
        amounts={r: np.where(failed & r.bit, raw.get(r, np.int64(1)), 0).astype(np.int64) for r in present},
        minutes=minutes,
    )


def _raw(block: Block, minutes: Ints) -> Mapping[Reason, Amounts]:
    """Return what a failing test falls short by; where it holds, the number means nothing."""
    people, places, start = block.people, block.places, block.start
    hours = places.hours[places.hours_set].astype(np.int64)
    agreed = np.minimum(people.max_hours[0], hours[:, 1])
    cap = np.minimum(people.max_commute[0], block.legal_cap[agreed])
    levels = np.maximum(places.languages.astype(np.int64) - people.levels[0], 0).sum(axis=1)
    skills = (places.skills & ~people.skills[0]).sum(axis=1)
    away = np.maximum(places.available_from.astype(np.int64), people.available_from[0]) - start
    closed = start - places.available_to.astype(np.int64)
    return {
        Reason.HOURS: np.maximum(people.min_hours[0], hours[:, 0]) - agreed,
        Reason.LANGUAGE: levels[places.languages_set],
        Reason.SKILL: skills[places.skills_set],
        Reason.AVAILABLE: np.maximum(away, closed),
        Reason.PERMIT: np.full(len(places), start - int(people.permit_until[0]), dtype=np.int64),
        Reason.COMMUTE: minutes.astype(np.int64) - cap,
    }


def way_cap(case: Case, law: Law, candidate: Candidate, site: Site) -> tuple[int, CapBy]:
    """Return the most minutes one way for a pair, and who says so; among equal ones whoever is harder to move."""
    hours = min(candidate.max_hours, site.max_hours)
    caps = (
        (commute_cap(law, hours, case.scenario.start), CapBy.LAW),
        (case.scenario.max_commute, CapBy.SCENARIO),
        (candidate.max_commute, CapBy.CANDIDATE),
    )
    return min(((cap, by) for cap, by in caps if cap is not None), key=lambda known: known[0])
