"""Need, coverage and the fair share of the posts, in exact fractions."""

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from planner.domain import Case

Needs = Mapping[str, Fraction]

DEFAULT_INDICATOR = "population"
MILLION = 10**6


def need_shares(case: Case) -> Needs:
    """Return each neighbourhood's share of the people meant, by code.

    need(n) = Σ_j w_j · count_j(n) / Σ_m count_j(m) with the weights normalised (design § 4, tier 3). An indicator that
    counts nobody anywhere gives nothing.
    """
    weights = case.scenario.need
    stated = (
        {name: Fraction(weight) for name, weight in weights.items()} if weights else {DEFAULT_INDICATOR: Fraction(1)}
    )
    per_head = {}
    for name, weight in stated.items():
        people = sum(n.counts.get(name, 0) for n in case.neighbourhoods)
        per_head[name] = weight / (sum(stated.values()) * people) if people else Fraction(0)
    return {
        n.code: sum((price * n.counts.get(name, 0) for name, price in per_head.items()), Fraction(0))
        for n in case.neighbourhoods
    }


def coverage_value(need: Needs, placed: Mapping[str, int]) -> int:
    """Return Σ_n Σ_{k ≤ placed(n)} of 10⁶ · need(n) / (2k − 1), each summand rounded half up (design § 4, tier 3)."""
    return sum(
        floor(MILLION * need[code] / odd + Fraction(1, 2))
        for code, number in placed.items()
        for odd in range(1, 2 * number, 2)
    )


Turn = tuple[Fraction, str]
"""Sorts the seats of an apportionment: the highest quotient first, among equals the smaller code."""


def turn(need: Needs, code: str, seat: int) -> Turn:
    """Return when the ``seat``-th seat of a neighbourhood is handed out (Sainte-Laguë: divisors 1, 3, 5, …)."""
    return (-need[code] / (2 * seat - 1), code)


def unfair_exchange(need: Needs, targets: Mapping[str, int]) -> tuple[str, str] | None:
    """Return two neighbourhoods, the first with a seat too many and the second with one too few; ``None`` if fair.

    Seats are handed out in a strict order of turns, so a distribution of their number is Sainte-Laguë's if and only if
    the last turn handed out comes before the first one that was not. Nothing has to be apportioned to know that.
    """
    taken = max((turn(need, code, seats) for code, seats in targets.items() if seats > 0), default=None)
    waiting = min((turn(need, code, max(0, seats) + 1) for code, seats in targets.items() if need[code]), default=None)
    if taken is None or waiting is None or taken < waiting:
        return None
    return taken[1], waiting[1]
