"""What reviewers said about single pairs, as positions."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.domain import BEYOND_TESTS, Case, Decision, DecisionKind, Reason
from planner.match.arrays import Ints

REASON_OF_DECISION = {DecisionKind.FORBID: Reason.FORBIDDEN, DecisionKind.DECLINED: Reason.DECLINED}


@dataclass(frozen=True, slots=True)
class Marked:
    """Single pairs, sorted by candidate and site: positions and a mask of reasons each."""

    candidate: Ints
    site: Ints
    mask: Ints

    def within(self, first: int, last: int) -> "Marked":
        """Return the pairs of the candidates at positions ``first`` up to, not including, ``last``."""
        low, high = np.searchsorted(self.candidate, (first, last))
        return Marked(self.candidate[low:high], self.site[low:high], self.mask[low:high])


def ruled_out(case: Case) -> Marked:
    """Return the pairs that a decision rules out, with the bit of its reason."""
    return _marked(case, {kind: reason.bit for kind, reason in REASON_OF_DECISION.items()})


def beyond_tests(case: Case) -> Marked:
    """Return the pairs that are possible whatever the tests say: accepted or started."""
    return _marked(case, dict.fromkeys(BEYOND_TESTS, 0))


def positions_of(case: Case) -> Callable[[Decision], tuple[int, int] | None]:
    """Return the function that finds a decision's candidate and site in the tables of a case.

    It answers ``None`` where one of them is not there: a part of a case keeps all its decisions.
    """
    candidates = {person.candidate_id: position for position, person in enumerate(case.candidates)}
    sites = {site.site_id: position for position, site in enumerate(case.sites)}

    def find(decision: Decision) -> tuple[int, int] | None:
        candidate, site = candidates.get(decision.candidate_id), sites.get(decision.site_id)
        return None if candidate is None or site is None else (candidate, site)

    return find


def _marked(case: Case, kinds: dict[DecisionKind, int]) -> Marked:
    find = positions_of(case)
    found = sorted((*place, kinds[d.decision]) for d in case.decisions if d.decision in kinds and (place := find(d)))
    table = np.array(found, dtype=np.int32).reshape(-1, 3)
    return Marked(table[:, 0], table[:, 1], table[:, 2])
