"""Why people without a placement have none, kept from one check to the next of a case with other decisions."""

from collections.abc import Callable

from planner.domain import Candidate, Case, Decision
from planner.geo import TravelTimes
from planner.law import Law

Decided = frozenset[Decision]
"""The decisions about one person."""


class Remembered:
    """Reasons worked out by earlier checks.

    Why somebody has no pair hangs on themselves, on the decisions about them and on what the tests ask. Whether another
    case asks the same is found out here, and nothing is taken over for somebody who is not the same in both: a check
    believes what it remembers no more than it believes a plan.

    Parameters
    ----------
    case, law, travel
        What is asked.
    """

    def __init__(self, case: Case, law: Law, travel: TravelTimes) -> None:
        self._case, self._law, self._travel = case, law, travel
        self._reasons: dict[str, tuple[Candidate, Decided, str]] = {}

    def __len__(self) -> int:
        return len(self._reasons)

    def asks_the_same(self, case: Case, law: Law, travel: TravelTimes) -> bool:
        """Whether the tests of a case ask for the same; its people, decisions and objectives may be others."""
        mine = self._case
        return (
            law is self._law
            and travel is self._travel
            and case.sites == mine.sites
            and case.neighbourhoods == mine.neighbourhoods
            and case.scenario.model_copy(update=_CHOOSING) == mine.scenario.model_copy(update=_CHOOSING)
        )

    def reason(self, candidate: Candidate, decided: Decided, work_out: Callable[[Candidate], str]) -> str:
        """Return the reason of a person, worked out unless it is known of the same person with the same decisions."""
        known = self._reasons.get(candidate.candidate_id)
        if known is None or known[0] != candidate or known[1] != decided:
            known = candidate, decided, work_out(candidate)
            self._reasons[candidate.candidate_id] = known
        return known[2]


_CHOOSING = {"tiers": None, "max_changes": None}
"""What of a scenario only chooses among possible pairs."""
