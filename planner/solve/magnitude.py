"""Numbers that exact arithmetic in 64 bits can add up; what is larger is refused by name, never wrapped around."""

from collections.abc import Iterator

from planner.domain import Case, Pairs
from planner.errors import InputError, Problem

LARGEST = 2**58
"""Largest number, and largest sum of costs, that leaves room for every intermediate sum."""


def require_magnitude(case: Case, pairs: Pairs) -> None:
    """Refuse a case whose numbers are too large to be added up.

    Raises
    ------
    InputError
        ``solve.too_large`` for every number beyond ``LARGEST``.
    """
    problems = [
        Problem("solve.too_large", {"what": what, "number": number, "largest": LARGEST})
        for what, number in _numbers(case, pairs)
        if number > LARGEST
    ]
    if problems:
        raise InputError(problems)


def _numbers(case: Case, pairs: Pairs) -> Iterator[tuple[str, int]]:
    scenario = case.scenario
    yield "scenario.posts", scenario.posts or 0
    yield "sites.posts", sum(site.posts for site in case.sites)
    for number, limit in enumerate(scenario.limit, 1):
        yield f"limit[{number}]", max(limit.at_least or 0, limit.at_most or 0)
    for payer, years in scenario.budget.items():
        for year, cents in years.items():
            yield f"budget.{payer.value}.{year}", cents
    dearest = int(pairs.class_costs.max(initial=0))
    yield "costs", dearest * min(len(case.candidates), scenario.posts or len(case.candidates))
