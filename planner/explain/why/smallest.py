"""The smallest change that would place somebody: tried in order of plausibility, each found by solving anew."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from planner.domain import Case, Pairs, Placement, Status
from planner.errors import InputError
from planner.explain.statement import Statement
from planner.explain.why.lever import Lever
from planner.explain.why.placed import placement_of
from planner.geo import TravelTimes, travel_times
from planner.law import Law
from planner.match import find_pairs
from planner.solve import solve
from planner.solve.clock import Clock

SECONDS_PER_TRIAL = 10.0
"""Where money is very short a single proof can take minutes; other changes are worth a look before that."""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """A change of the case under which somebody is in the plan that is proven best.

    Parameters
    ----------
    kind, amount
        What changes, and by how many units (``planner.explain.why.lever``).
    fact
        The change as a phrase.
    less
        The phrase with one unit less; ``None`` where one unit less is no change at all.
    least
        Whether it is proven that one unit less does not place them; ``False`` where time ran out before.
    case, one_less
        The changed case, ready to be planned, and the one with one unit less, ``None`` for the case as it is.
    placement
        Where the person is then.
    """

    kind: str
    amount: int
    fact: Statement
    less: Statement | None
    least: bool
    case: Case
    one_less: Case | None
    placement: Placement


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """What the search for changes found.

    Parameters
    ----------
    changes
        The changes that place the person, in order of plausibility; every one is proven.
    in_vain
        The largest amounts of changes that do not place them, proven too.
    unsettled
        Changes whose solve took too long to be proven either way.
    complete
        Whether every change was tried until enough were found; ``False`` where time ran out.
    """

    changes: tuple[Change, ...]
    in_vain: tuple[Statement, ...]
    unsettled: tuple[Statement, ...]
    complete: bool


class _OpenError(Exception):
    """A solve ended without a proof."""


class Trials:
    """Solves changed cases and says where one person is then."""

    def __init__(
        self, case: Case, pairs: Pairs, law: Law, travel: TravelTimes, candidate_id: str, clock: Clock
    ) -> None:
        self._case, self._pairs, self._law, self._travel = case, pairs, law, travel
        self._candidate_id, self._clock = candidate_id, clock

    @property
    def over(self) -> bool:
        """Whether the time for all of them has run out."""
        return self._clock.over

    def placed(self, changed: Case) -> Placement | None:
        """Return the person's placement in the best plan of a changed case, ``None`` where it has none for them.

        Raises
        ------
        _OpenError
            If that is not known in time.
        """
        if self._clock.over:
            raise _OpenError
        pairs = find_pairs(changed, self._law, self._travel_of(changed))
        if changed.scenario == self._case.scenario and changed.sites == self._case.sites and _same(pairs, self._pairs):
            return None
        plan = solve(
            changed,
            pairs,
            law_version=self._law.version,
            time_limit=min(self._clock.left, SECONDS_PER_TRIAL),
            stop=self._clock.stop,
        )
        if plan.status not in {Status.OPTIMAL, Status.INFEASIBLE}:
            raise _OpenError
        return placement_of(plan, self._candidate_id)

    def _travel_of(self, changed: Case) -> TravelTimes:
        """Return the minutes; a site in a quarter that had none needs ways that nobody has asked for yet."""
        before, now = ({site.neighbourhood for site in case.sites} for case in (self._case, changed))
        return self._travel if now <= before else travel_times(changed)


def _same(one: Pairs, other: Pairs) -> bool:
    """Return whether two cases offer the same pairs; tiers, hours and costs follow from what is compared."""
    columns = ("candidate", "site", "hours", "minutes", "parts", "cost_class")
    return len(one) == len(other) and all(np.array_equal(getattr(one, c), getattr(other, c)) for c in columns)


def smallest_changes(
    levers: Iterable[Lever],
    trials: Trials,
    *,
    wanted: int = 1,
) -> Search:
    """Return changes that place a person, each at the least amount that a search by halves finds.

    For what only adds possible pairs of this person (a skill, a level, minutes of their own cap) more never hurts, so
    that amount is the least of all; for posts and money it is an amount whose predecessor does not do.

    Parameters
    ----------
    wanted
        How many changes are enough.
    """
    found: list[Change] = []
    in_vain: list[Statement] = []
    unsettled: list[Statement] = []
    for lever in levers:
        if len(found) >= wanted or trials.over:
            break
        try:
            change = _least(lever, trials)
        except _OpenError:
            unsettled.append(lever.say(lever.amounts[-1]))
        else:
            if change is None:
                in_vain.append(lever.say(lever.amounts[-1]))
            else:
                found.append(change)
    complete = len(found) >= wanted or not (unsettled or trials.over)
    return Search(tuple(found), tuple(in_vain), tuple(unsettled), complete)


def _least(lever: Lever, trials: Trials) -> Change | None:
    """Halve the amounts between one that does not do and one that does; then try one unit less, amount or not.

    Raises
    ------
    _OpenError
        If a solve was not proven before any amount was found that does.
    """
    known: dict[int, Placement | None] = {0: None}

    def tried(amount: int) -> Placement | None:
        if amount not in known:
            try:
                known[amount] = trials.placed(lever.change(amount))
            except InputError:
                known[amount] = None
        return known[amount]

    amounts: Sequence[int] = (0, *lever.amounts)
    low, high = 0, len(amounts) - 1
    try:
        if tried(amounts[high]) is None:
            return None
    except _OpenError:
        low, high = _first_doing(amounts, tried)
    least = True
    try:
        while True:
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if tried(amounts[middle]) is None else (low, middle)
            if tried(amounts[high] - 1) is None:
                break
            amounts, low, high = range(amounts[high]), 0, amounts[high] - 1
    except _OpenError:
        least = False
    return _change(lever, amounts[high], known[amounts[high]], least=least)


def _first_doing(amounts: Sequence[int], tried: Callable[[int], Placement | None]) -> tuple[int, int]:
    """Return the positions of an amount that does not do and of one that does, doubling from the smallest.

    Raises
    ------
    _OpenError
        If a solve on the way is not proven.
    """
    low, high = 0, 1
    while tried(amounts[high]) is None:
        low, high = high, min(2 * high, len(amounts) - 1)
    return low, high


def _change(lever: Lever, amount: int, placement: Placement | None, *, least: bool) -> Change | None:
    if placement is None:
        return None
    more = amount > 1
    return Change(
        kind=lever.kind,
        amount=amount,
        fact=lever.say(amount),
        less=lever.say(amount - 1) if more else None,
        least=least,
        case=lever.change(amount),
        one_less=lever.change(amount - 1) if more else None,
        placement=placement,
    )
