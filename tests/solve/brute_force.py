"""Every plan of a small case, judged one by one from the definitions."""

import itertools
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from planner.domain import FIXED, Case, Pairs, Tier, language_at_level
from planner.domain.need import counts_by, coverage, needs
from planner.solve.lot import lot

Plan = dict[int, int]
"""Pair position by candidate position."""


def best_tiers(case: Case, pairs: Pairs) -> dict[Tier, tuple[int, int]] | None:
    """Return value of the final plan and best at its turn for every tier; ``None`` where no plan exists."""
    plans = [p for p in _plans(case, pairs) if _allowed(case, pairs, p)]
    if not plans:
        return None
    scored = [(_tiers(case, pairs, p)) for p in plans]
    best: dict[Tier, int] = {}
    for tier in (*case.scenario.tiers.order, Tier.LOT):
        better = max if tier.maximised else min
        best[tier] = better(s[tier] for s in scored)
        t = Fraction(case.scenario.tiers.tolerance.get(tier, 0))
        if tier.maximised:
            scored = [s for s in scored if s[tier] >= ceil((1 - t) * best[tier])]
        else:
            scored = [s for s in scored if s[tier] <= floor((1 + t) * best[tier])]
    return {tier: (scored[0][tier], value) for tier, value in best.items()}


def _plans(case: Case, pairs: Pairs) -> Iterator[Plan]:
    options: list[list[int | None]] = [[None] for _ in case.candidates]
    for position, candidate in enumerate(pairs.candidate.tolist()):
        options[candidate].append(position)
    for choice in itertools.product(*options):
        yield {i: p for i, p in enumerate(choice) if p is not None}


def _allowed(case: Case, pairs: Pairs, plan: Plan) -> bool:
    scenario = case.scenario
    at = {i: case.sites[pairs.site[p]] for i, p in plan.items()}
    load = counts_by([s.site_id for s in at.values()])
    ids = {(case.candidates[i].candidate_id, s.site_id) for i, s in at.items()}
    return (
        all(load.get(s.site_id, 0) <= s.posts for s in case.sites)
        and (scenario.posts is None or len(plan) <= scenario.posts)
        and all((d.candidate_id, d.site_id) in ids for d in case.decisions if d.decision in FIXED)
        and (scenario.max_changes is None or len(set(case.previous_plan) - ids) <= scenario.max_changes)
        and _tandems_together(case, at)
        and all(
            sum(int(pairs.cost(payer, year)[p]) for p in plan.values()) <= cents
            for payer, years in scenario.budget.items()
            for year, cents in years.items()
        )
        and all(_limit_holds(case, at, limit) for limit in scenario.limit)
    )


def _tandems_together(case, at) -> bool:
    sites: dict[str, set[str | None]] = {}
    for i, c in enumerate(case.candidates):
        if c.tandem:
            sites.setdefault(c.tandem, set()).add(at[i].site_id if i in at else None)
    return all(len(found) == 1 for found in sites.values())


def _got(case, at, limit) -> int:
    borough = {n.code: n.borough for n in case.neighbourhoods}
    number = 0
    for i, site in at.items():
        facts = {
            "neighbourhood": site.neighbourhood,
            "borough": borough[site.neighbourhood],
            "host": site.host,
            "field": site.field,
            "site": site.site_id,
        }
        here = all(facts[key] in values for key, values in limit.where.as_dict().items())
        number += here and _meets(case.candidates[i], limit.who)
    return number


def _meets(candidate, who) -> bool:
    if who is None:
        return True
    speaks = [candidate.languages.get(lang, 0) >= level for lang, level in map(language_at_level, who.languages)]
    return (not speaks or any(speaks)) and (not who.skills or bool(candidate.skills & set(who.skills)))


def _limit_holds(case, at, limit) -> bool:
    got = _got(case, at, limit)
    return (limit.at_most is None or got <= limit.at_most) and (not limit.hard or got >= limit.at_least)


def _tiers(case: Case, pairs: Pairs, plan: Plan) -> dict[Tier, int]:
    at = {i: case.sites[pairs.site[p]] for i, p in plan.items()}
    ids = {(case.candidates[i].candidate_id, s.site_id) for i, s in at.items()}
    soft = [x for x in case.scenario.limit if x.at_least is not None and not x.hard]
    return {
        Tier.SHORTAGE: sum(max(0, x.at_least - _got(case, at, x)) for x in soft),
        Tier.PLACEMENTS: len(plan),
        Tier.COVERAGE: coverage(needs(case), counts_by([s.neighbourhood for s in at.values()])),
        Tier.QUALITY: sum(int(pairs.quality[p]) for p in plan.values()),
        Tier.COMMUTE: sum(int(pairs.minutes[p]) for p in plan.values()),
        Tier.CHANGES: len(set(case.previous_plan) - ids),
        Tier.LOT: sum(lot(case.scenario.tiers.seed, c, s) for c, s in ids),
    }
