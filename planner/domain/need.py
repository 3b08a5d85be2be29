"""Need and Sainte-Laguë: each neighbourhood's share of the people the programme is for, and what follows from it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from heapq import heapify, heapreplace

from planner.domain.case import Case

POPULATION = "population"
"""The indicator of a scenario that names none."""

COVERAGE_SCALE = 10**6


def round_half_up(value: Fraction) -> int:
    """Return the nearest integer; a half goes up. For non-negative values."""
    return int((value * 2 + 1) // 2)


def needs(case: Case) -> Mapping[str, Fraction]:
    """Return need(n) by neighbourhood code: Σ_j w_j · count_j(n) / Σ_m count_j(m), the weights normalised.

    Indicators that count nobody anywhere give 0, so without any count every need is 0.
    """
    weights = case.scenario.need or {POPULATION: Decimal(1)}
    total_weight = sum(Fraction(w) for w in weights.values())
    share = dict.fromkeys((n.code for n in case.neighbourhoods), Fraction(0))
    for column, weight in weights.items():
        total = sum(n.counts.get(column, 0) for n in case.neighbourhoods)
        if total:
            for n in case.neighbourhoods:
                share[n.code] += Fraction(weight) / total_weight * Fraction(n.counts.get(column, 0), total)
    return share


def step_value(need: Fraction, k: int) -> int:
    """Return v(n, k), what the k-th placement in a neighbourhood adds to coverage: 10⁶ · need / (2k − 1), rounded.

    Source: Sainte-Laguë/Schepers divisors 1, 3, 5, …, as for seats in German parliaments.
    """
    return round_half_up(COVERAGE_SCALE * need / (2 * k - 1))


def targets(need: Mapping[str, Fraction], placements: int) -> Mapping[str, int]:
    """Return the Sainte-Laguë apportionment of the placements by need; ties go to the smaller code.

    Where all needs are 0 nothing is apportioned.
    """
    target = dict.fromkeys(need, 0)
    queue = [(-share, code) for code, share in need.items() if share > 0]
    heapify(queue)
    for _ in range(placements if queue else 0):
        _, code = queue[0]
        target[code] += 1
        heapreplace(queue, (-need[code] / (2 * target[code] + 1), code))
    return target


def coverage(need: Mapping[str, Fraction], placed: Mapping[str, int]) -> int:
    """Return Σ_n Σ_{k ≤ placed(n)} v(n, k)."""
    return sum(step_value(need[code], k) for code, number in placed.items() for k in range(1, number + 1))


def counts_by(codes: Sequence[str]) -> dict[str, int]:
    """Count how often each code occurs."""
    found: dict[str, int] = {}
    for code in codes:
        found[code] = found.get(code, 0) + 1
    return found
