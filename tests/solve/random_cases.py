"""Random cases with their pairs, made directly: no matcher, no law, so that a fault shows where it is."""

import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np

from planner.domain import (
    PAYERS,
    Candidate,
    Case,
    Decision,
    DecisionKind,
    Level,
    Limit,
    Neighbourhood,
    Pairs,
    Payer,
    Scenario,
    Site,
    Tier,
    Tiers,
    Transport,
    Where,
    Who,
)

YEARS = (2027, 2028)


@dataclass(frozen=True)
class Size:
    """How large a random case is."""

    candidates: int
    sites: int
    neighbourhoods: int
    density: float = 0.5


def random_case(rng: random.Random, size: Size) -> tuple[Case, Pairs]:
    """Return a case in which every rule has a chance to bite."""
    places = tuple(
        Neighbourhood(code=f"{k:02}", name=f"N{k}", borough=f"B{k % 2}", counts={"population": rng.randint(0, 900)})
        for k in range(size.neighbourhoods)
    )
    sites = tuple(
        Site(
            site_id=f"s{k}",
            name=f"Site {k}",
            host=rng.choice(["A", "B", ""]),
            neighbourhood=rng.choice(places).code,
            field=rng.choice(["seniors", "encounter"]),
            posts=rng.randint(0, 3),
        )
        for k in range(size.sites)
    )
    tandems = ["", "", "", "t1", "t1", "t2"] if rng.random() < 0.5 else [""]
    candidates = tuple(
        Candidate(
            candidate_id=f"c{k}",
            neighbourhood=rng.choice(places).code,
            languages={"ar": Level(rng.randint(1, 6))} if rng.random() < 0.4 else {},
            skills=frozenset({"garden"}) if rng.random() < 0.3 else frozenset(),
            tandem=rng.choice(tandems),
        )
        for k in range(size.candidates)
    )
    both = [(i, s) for i in range(size.candidates) for s in range(size.sites) if rng.random() < size.density]
    pairs = random_pairs(rng, both, size.candidates)
    ids = [(f"c{i}", f"s{s}") for i, s in _in_id_order(both)]
    case = Case(
        scenario=random_scenario(rng, sites, size),
        neighbourhoods=places,
        sites=sites,
        candidates=candidates,
        travel_times={("00", "00", Transport.TRANSIT): 1},
        decisions=_decisions(rng, ids),
        previous_plan=tuple(pair for pair in ids if rng.random() < 0.2),
    )
    return case, pairs


def _in_id_order(both: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted(both, key=lambda p: (f"c{p[0]}", f"s{p[1]}"))


def random_pairs(rng: random.Random, both: list[tuple[int, int]], candidates: int) -> Pairs:
    """Return columns for the pairs; ids sort as text, so positions are those of the sorted ids."""
    order = {c: k for k, c in enumerate(sorted(range(candidates), key=lambda i: f"c{i}"))}
    number = 1 + max((s for _, s in both), default=0)
    site_order = {s: k for k, s in enumerate(sorted(range(max(number, 1)), key=lambda s: f"s{s}"))}
    rows = sorted((order[i], site_order[s]) for i, s in both)
    n = len(rows)
    classes = np.array([[[rng.randint(0, 900) for _ in PAYERS] for _ in YEARS] for _ in range(5)], dtype=np.int64)
    return Pairs(
        candidate=np.array([c for c, _ in rows], dtype=np.int32),
        site=np.array([s for _, s in rows], dtype=np.int32),
        hours=np.full(n, 3000, dtype=np.int32),
        minutes=np.array([rng.randint(5, 60) for _ in rows], dtype=np.int32),
        parts=np.array([[rng.randint(0, 12) for _ in range(6)] for _ in rows], dtype=np.int8).reshape(n, 6),
        broken=np.zeros(n, dtype=np.int32),
        cost_class=np.array([rng.randrange(5) for _ in rows], dtype=np.int32),
        class_costs=classes,
        years=YEARS,
        common=np.zeros(candidates, dtype=np.int32),
        unclear=np.zeros(candidates, dtype=bool),
    )


def random_scenario(rng: random.Random, sites: tuple[Site, ...], size: Size) -> Scenario:
    """Return a scenario with some limits, budgets, a tier order and tolerances."""
    order = [tier for tier in Tier if tier is not Tier.LOT]
    if rng.random() < 0.5:
        rng.shuffle(order)
        order = order[: rng.randint(0, len(order))]
    tolerant = {t: Decimal(rng.choice(["0.01", "0.1", "0.25"])) for t in order if rng.random() < 0.2}
    budget = {
        payer: {year: rng.randint(0, 900 * max(1, size.candidates // 2)) for year in YEARS if rng.random() < 0.7}
        for payer in (Payer.CITY, Payer.INTEGRATION)
        if rng.random() < 0.4
    }
    return Scenario(
        start=date(2027, 3, 1),
        posts=rng.choice([None, rng.randint(0, size.candidates)]),
        max_changes=rng.choice([None, None, None, rng.randint(0, 3)]),
        budget=budget,
        limit=tuple(_limit(rng, sites) for _ in range(rng.randint(0, 3))),
        tiers=Tiers(order=tuple(order), tolerance=tolerant, seed=str(rng.random())),
    )


def _limit(rng: random.Random, sites: tuple[Site, ...]) -> Limit:
    where = Where(
        **rng.choice(
            [
                {},
                {"borough": ["B0"]},
                {"field": ["seniors"]},
                {"site": [sites[0].site_id]},
                {"host": ["A"], "borough": ["B1"]},
            ]
        )
    )
    kind = rng.random()
    if kind < 0.35:
        return Limit(where=where, at_most=rng.randint(0, 3))
    who = rng.choice(
        [None, Who(languages=("ar:B1",)), Who(skills=("garden",)), Who(languages=("ar:A2",), skills=("garden",))]
    )
    return Limit(where=where, who=who, reason="needed", at_least=rng.randint(0, 3), hard=kind < 0.5)


def _decisions(rng: random.Random, ids: list[tuple[str, str]]) -> tuple[Decision, ...]:
    if not ids or rng.random() < 0.6:
        return ()
    fixed: dict[str, str] = {}
    for candidate_id, site_id in rng.sample(ids, min(2, len(ids))):
        fixed.setdefault(candidate_id, site_id)
    kind = rng.choice([DecisionKind.PIN, DecisionKind.ACCEPTED])
    return tuple(Decision(candidate_id=c, site_id=s, decision=kind) for c, s in fixed.items())
