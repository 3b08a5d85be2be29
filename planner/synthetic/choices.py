"""What an invented planner and invented reviewers have chosen: scenario, decisions, last year's plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planner.domain import (
    Candidate,
    Decision,
    DecisionKind,
    Limit,
    Neighbourhood,
    Payer,
    Scenario,
    Site,
    Tiers,
    Where,
    Who,
)
from planner.law import load_law, placement_costs
from planner.synthetic.draw import Draw
from planner.synthetic.fitting import sure_pairs

START = date(2027, 3, 1)
NEED = {
    "age_65p": Decimal("0.4"),
    "households_single": Decimal("0.2"),
    "foreigners": Decimal("0.2"),
    "households_single_parent": Decimal("0.2"),
}
LANGUAGE_NAMES = {"ar": "Arabisch", "uk": "Ukrainisch", "ru": "Russisch", "fa": "Persisch"}


def budget(scenario: Scenario, posts: int, percent: int) -> Mapping[Payer, Mapping[int, int]]:
    """Return cents by payer and year: ``percent`` % of what ``posts`` typical placements cost in the first two years.

    Typical is 25 hours a week at the minimum wage with 1,500 EUR of material a year; amounts are rounded up to
    1,000 EUR, as a council would.
    """
    site = Site(
        site_id="-",
        name="-",
        host="-",
        neighbourhood="-",
        field="-",
        posts=1,
        material_costs_per_year=1500_00,
    )
    candidate = Candidate(candidate_id="-", neighbourhood="-")
    costs = placement_costs(load_law(), candidate, site, Decimal(25), scenario.start, scenario)
    return {
        payer: {
            year: -(-costs.get((year, payer), 0) * posts * percent // 100 // 1000_00) * 1000_00
            for year in (scenario.start.year, scenario.start.year + 1)
        }
        for payer in (Payer.CITY, Payer.INTEGRATION)
    }


def scenario_of(posts: int, max_commute: int, seed: int) -> Scenario:
    """Return a scenario without limits and budgets."""
    return Scenario(
        name=f"{posts} Stellen (synthetisch)",
        start=START,
        posts=posts,
        need=dict(NEED),
        max_commute=max_commute,
        tiers=Tiers(seed=f"synthetisch {seed}"),
    )


def limits(neighbourhoods: Sequence[Neighbourhood], sites: Sequence[Site], posts: int) -> tuple[Limit, ...]:
    """Return language needs of quarters, minima and maxima of boroughs, and a ceiling per host.

    Language needs go to the quarters with the most posts, one per ten posts planned; so some can be met easily, some
    only at a price and some not at all.
    """
    offered: dict[str, int] = {}
    borough_of = {n.code: n.borough for n in neighbourhoods}
    in_borough: dict[str, int] = {}
    of_host: dict[str, int] = {}
    for site in sites:
        offered[site.neighbourhood] = offered.get(site.neighbourhood, 0) + site.posts
        in_borough[borough_of[site.neighbourhood]] = in_borough.get(borough_of[site.neighbourhood], 0) + site.posts
        of_host[site.host] = of_host.get(site.host, 0) + site.posts
    largest = sorted(offered, key=lambda code: (-offered[code], code))[: max(1, posts // 10)]
    names = {n.code: n.name for n in neighbourhoods}
    spoken = tuple(LANGUAGE_NAMES)
    speaking = [
        Limit(
            name=f"{LANGUAGE_NAMES[language]} in {names[code]}",
            where=Where(neighbourhood=(code,)),
            who=Who(languages=(f"{language}:A2",)),
            reason=f"Begleitung und Lotsendienst auf {LANGUAGE_NAMES[language]}",
            at_least=1,
        )
        for code, language in ((code, spoken[i % len(spoken)]) for i, code in enumerate(largest))
    ]
    total = max(1, sum(in_borough.values()))
    boroughs = [
        Limit(
            name=borough,
            where=Where(borough=(borough,)),
            at_least=posts * count // total // 2,
            at_most=-(-posts * count * 3 // total // 2) + 1,
        )
        for borough, count in sorted(in_borough.items())
    ]
    top = max(sorted(set(of_host) - {""}), key=lambda host: of_host[host], default="")
    hosts = [Limit(name=top, where=Where(host=(top,)), at_most=max(2, of_host[top] * 2 // 3))] if top else []
    return (*speaking, *boroughs, *hosts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How many decisions of each kind are invented; ``previous`` counts the pairs of the previous plan."""

    started: int
    accepted: int
    pinned: int
    refused: int
    previous: int


def numbers_for(posts: int) -> Numbers:
    """Return numbers of decisions that leave most of the posts to the solver."""
    return Numbers(
        started=posts // 25, accepted=posts // 50, pinned=posts // 50, refused=posts // 25, previous=posts // 2
    )


def choose(
    scenario: Scenario, candidates: Sequence[Candidate], sites: Sequence[Site], numbers: Numbers, seed: int
) -> tuple[tuple[Decision, ...], tuple[tuple[str, str], ...]]:
    """Return decisions and a previous plan.

    What must be in the plan is possible beyond doubt and keeps every site's posts, so these rules alone never make a
    case infeasible. There are fewer where the people of the neighbourhoods do not suffice.
    """
    known = [(c.candidate_id, s.site_id) for c, s in sure_pairs(candidates, sites, scenario)]
    wanted = numbers.started + numbers.accepted + numbers.pinned
    fixed = known[:: max(1, len(known) // max(1, wanted))][:wanted]
    months = Draw(seed, "decisions", len(fixed)).whole("since", 2, 17).tolist()
    rows: list[Decision] = []
    for i, (candidate, site) in enumerate(fixed):
        kind, since = DecisionKind.PIN, None
        if i < numbers.started:
            kind, since = DecisionKind.STARTED, _months_before(scenario.start, months[i])
        elif i < numbers.started + numbers.accepted:
            kind = DecisionKind.ACCEPTED
        rows.append(Decision(candidate_id=candidate, site_id=site, decision=kind, since=since))
    rows += _refusals(candidates, sites, frozenset(candidate for candidate, _ in fixed), numbers.refused, seed)
    fixed_or_refused = {(d.candidate_id, d.site_id) for d in rows}
    others = [pair for pair in known if pair not in fixed_or_refused]
    return tuple(rows), (*fixed, *others[: max(0, numbers.previous - len(fixed))])


def _refusals(
    candidates: Sequence[Candidate], sites: Sequence[Site], fixed: frozenset[str], number: int, seed: int
) -> list[Decision]:
    """Pairs of people who are not fixed: in turn forbidden by the office and declined by the person."""
    free = [c.candidate_id for c in candidates if c.candidate_id not in fixed]
    number = min(number, len(free)) if sites else 0
    position = Draw(seed, "refusals", number).whole("site", 0, len(sites) - 1).tolist()
    step = len(free) // max(1, number)
    kinds = (DecisionKind.FORBID, DecisionKind.DECLINED)
    return [
        Decision(candidate_id=free[i * step], site_id=sites[position[i]].site_id, decision=kinds[i % 2])
        for i in range(number)
    ]


def _months_before(day: date, months: int) -> date:
    """Return the first of the month that lies so many months before the month of ``day``."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
