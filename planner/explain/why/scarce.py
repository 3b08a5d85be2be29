"""What is used up: the rules that would break if somebody were simply added to the plan, nobody else moving."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.domain import Candidate, Case, Pairs, Payer, Plan
from planner.explain.statement import Bare, Eur, Statement, Term
from planner.explain.why.limits import limits_counting, number_counted

Possible = Mapping[int, tuple[int, ...]]
"""Positions in ``pairs`` by position of the site (``unit_pairs``)."""


@dataclass(frozen=True, slots=True)
class Scarce:
    """One rule that has no room left.

    Parameters
    ----------
    rule
        ``posts``, ``site_posts``, ``limit`` or ``budget``.
    sites
        At how many of the possible sites it stands in the way.
    fact
        What there is of it, and what is used.
    payer, year
        Of a budget.
    """

    rule: str
    sites: int
    fact: Statement
    payer: Payer | None = None
    year: int = 0


def scarce(case: Case, pairs: Pairs, plan: Plan, unit: tuple[Candidate, ...], possible: Possible) -> tuple[Scarce, ...]:
    """Return the rules without room for a person, or for a whole tandem, at some of the possible sites."""
    found = (
        *_posts(case, plan, unit, possible),
        *_site_posts(case, plan, unit, possible),
        *_limits(case, plan, unit, possible),
        *_budgets(case, pairs, plan, possible),
    )
    return tuple(sorted(found, key=lambda known: -known.sites))


def _posts(case: Case, plan: Plan, unit: tuple[Candidate, ...], possible: Possible) -> Iterator[Scarce]:
    most = case.scenario.posts
    if most is not None and len(plan.placements) + len(unit) > most:
        left = most - len(plan.placements)
        fact = Statement.of("why.scarce.posts_left", number=most, left=left)
        yield Scarce("posts", len(possible), fact if left else Statement.of("why.scarce.posts", number=most))


def _site_posts(case: Case, plan: Plan, unit: tuple[Candidate, ...], possible: Possible) -> Iterator[Scarce]:
    taken: dict[str, int] = {}
    for placement in plan.placements:
        taken[placement.site_id] = taken.get(placement.site_id, 0) + 1
    sites = [case.sites[position] for position in possible]
    full = sum(taken.get(site.site_id, 0) + len(unit) > site.posts for site in sites)
    if full:
        yield Scarce("site_posts", full, Statement.of("why.scarce.site_posts", number=full, sites=len(sites)))


def _limits(case: Case, plan: Plan, unit: tuple[Candidate, ...], possible: Possible) -> Iterator[Scarce]:
    for limit in case.scenario.limit:
        if limit.at_most is None:
            continue
        got = number_counted(case, plan, limit)
        here = sum(limit in limits_counting(case, unit[0], case.sites[position]) for position in possible)
        if here and got + len(unit) > limit.at_most:
            fact = Statement.of("why.scarce.limit", limit=limit.label, got=got, at_most=limit.at_most)
            yield Scarce("limit", here, fact)


def _budgets(case: Case, pairs: Pairs, plan: Plan, possible: Possible) -> Iterator[Scarce]:
    used = plan.costs()
    for payer, years in case.scenario.budget.items():
        for year, cents in sorted(years.items()):
            cost = pairs.cost(payer, year)
            needed = [sum(int(cost[pair]) for pair in members) for members in possible.values()]
            left = cents - used.get((year, payer), 0)
            here = sum(amount > left for amount in needed)
            if here:
                fact = Statement.of(
                    "why.scarce.budget",
                    payer=Term(f"payer.{payer}"),
                    year=Bare(year),
                    left=Eur(left),
                    least=Eur(min(needed)),
                )
                yield Scarce("budget", here, fact, payer, year)
