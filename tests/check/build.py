"""Small cases and honest plans for them, made without any solver."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from planner.check.subject import Subject
from planner.domain import (
    Candidate,
    Case,
    Decision,
    DecisionKind,
    Level,
    Limit,
    LimitResult,
    Neighbourhood,
    NeighbourhoodResult,
    Placement,
    Plan,
    Scenario,
    Site,
    Status,
    Tier,
    TierResult,
    Transport,
    Unplaced,
    Verdict,
    Where,
    Who,
)
from planner.domain.need import counts_by, coverage, needs, targets
from planner.geo import TravelTimes, travel_times
from planner.law import Law, load_law

START = date(2027, 3, 1)

MINUTES = {
    ("01", "01"): 8, ("01", "02"): 20, ("01", "03"): 35,
    ("02", "01"): 21, ("02", "02"): 9, ("02", "03"): 25,
    ("03", "01"): 34, ("03", "02"): 26, ("03", "03"): 7,
}  # fmt: skip

SPEAKS_ARABIC = Limit(
    name="Arabic", where=Where(neighbourhood=("02",)), who=Who(languages=("ar:A2",)), reason="guides", at_least=1
)

PAIRS = (("C1", "S1"), ("C2", "S1"), ("C3", "S2"))


def law() -> Law:
    """Return the law as it stands in ``data/law``."""
    return load_law()


def person(candidate_id: str, home: str, **fields: Any) -> Candidate:
    """Return someone the Jobcenter has confirmed."""
    known = {"born": date(1980, 5, 4), "eligibility": Verdict.CONFIRMED, "languages": {"de": Level.B1}}
    return Candidate(candidate_id=candidate_id, neighbourhood=home, **{**known, **fields})


def place(site_id: str, code: str, field: str, **fields: Any) -> Site:
    """Return a site with one post of a host."""
    known = {"host": "Verein", "posts": 1, "languages": {"de": Level.A2}, "material_costs_per_year": 60_000}
    return Site(site_id=site_id, name=f"Haus {site_id}", neighbourhood=code, field=field, **{**known, **fields})


def small_case(**scenario: Any) -> Case:
    """Return 3 neighbourhoods, 4 sites and 6 people, of whom 3 get a post in the plan ``PAIRS``."""
    return Case(
        scenario=Scenario(**{"start": START, "posts": 3, "limit": (SPEAKS_ARABIC,), **scenario}),
        neighbourhoods=(
            Neighbourhood(code="01", name="Mitte", borough="Altstadt", counts={"population": 500}),
            Neighbourhood(code="02", name="Ost", borough="Altstadt", counts={"population": 300}),
            Neighbourhood(code="03", name="West", borough="Cotta", counts={"population": 200}),
        ),
        sites=(
            place("S1", "01", "seniors", posts=2),
            place("S2", "02", "encounter"),
            place("S3", "03", "seniors", host=""),
            place("S4", "03", "digital", skills=frozenset({"it"}), posts=2),
        ),
        candidates=(
            person("C1", "01", fields_wanted=frozenset({"seniors"}), waiting_since=date(2025, 1, 15)),
            person("C2", "02", minor_child=True, max_hours=Decimal(30)),
            person("C3", "02", languages={"de": Level.B2, "ar": Level.C1}),
            person("C4", "03", neighbourhoods_wanted=frozenset({"03"})),
            person("C5", "03", eligibility=Verdict.REJECTED),
            person("C6", "01", languages={"ar": Level.C2}),
        ),
        travel_times={(*ends, transport): m for ends, m in MINUTES.items() for transport in Transport},
    )


def with_candidate(case: Case, candidate_id: str, **fields: Any) -> Case:
    """Return the case with one person changed."""
    people = tuple(replace(c, **fields) if c.candidate_id == candidate_id else c for c in case.candidates)
    return replace(case, candidates=people)


def with_site(case: Case, site_id: str, **fields: Any) -> Case:
    """Return the case with one site changed."""
    return replace(case, sites=tuple(replace(s, **fields) if s.site_id == site_id else s for s in case.sites))


def with_scenario(case: Case, **fields: Any) -> Case:
    """Return the case with some choices changed."""
    stated = {name: getattr(case.scenario, name) for name in type(case.scenario).model_fields}
    return replace(case, scenario=Scenario(**{**stated, **fields}))


def with_decision(case: Case, candidate_id: str, site_id: str, kind: DecisionKind, since: date | None = None) -> Case:
    """Return the case with one more decision."""
    row = Decision(candidate_id=candidate_id, site_id=site_id, decision=kind, since=since)
    return replace(case, decisions=(*case.decisions, row))


def honest_plan(case: Case, pairs: Iterable[tuple[str, str]] = PAIRS, travel: TravelTimes | None = None) -> Plan:
    """Return a plan that says the truth about who is where, whether or not that is allowed."""
    bare = Plan(scenario=case.scenario, status=Status.OPTIMAL, case_hash=case.hash, law=law().version)
    travel = travel or travel_times(case)
    facts = Subject(case, bare, law(), travel).facts
    feasibility = Subject(case, bare, law(), travel).feasibility
    placements = tuple(
        Placement(
            candidate_id=person_.candidate_id,
            site_id=site.site_id,
            neighbourhood=site.neighbourhood,
            start=facts.start(person_, site),
            hours=facts.hours(person_, site),
            minutes=facts.minutes(person_, site),
            quality=facts.quality(person_, site),
            marks=feasibility.marks(person_, site),
            costs=facts.costs(person_, site),
        )
        for person_, site in ((case.candidate_of[c], case.site_of[s]) for c, s in sorted(pairs))
    )
    plan = replace(bare, placements=placements)
    subject = Subject(case, plan, law(), travel)
    placed = {p.candidate_id for p in placements}
    return replace(
        plan,
        unplaced=tuple(
            Unplaced(candidate_id=c.candidate_id, reason=feasibility.unplaced_reason(c))
            for c in case.candidates
            if c.candidate_id not in placed
        ),
        neighbourhoods=_rows(case, placements),
        limits=tuple(
            LimitResult(
                name=limit.label,
                at_least=limit.at_least,
                at_most=limit.at_most,
                got=got,
                short=max(0, (limit.at_least or 0) - got),
            )
            for limit, got in subject.limits
        ),
        tiers=_tiers(case, subject),
    )


def _rows(case: Case, placements: tuple[Placement, ...]) -> tuple[NeighbourhoodResult, ...]:
    need = needs(case)
    placed = counts_by([p.neighbourhood for p in placements])
    target = targets(need, len(placements))
    return tuple(
        NeighbourhoodResult(
            code=n.code,
            need=round(Decimal(need[n.code].numerator) / Decimal(need[n.code].denominator), 9),
            target=target[n.code],
            placed=placed.get(n.code, 0),
            planned_posts=sum(s.posts for s in case.sites if s.planned and s.neighbourhood == n.code),
        )
        for n in case.neighbourhoods
    )


def _tiers(case: Case, subject: Subject) -> tuple[TierResult, ...]:
    """The tiers as proven, coverage by the domain's own rule instead of the twin's."""
    placed = counts_by([p.neighbourhood for p in subject.plan.placements])
    values = {**subject.tiers, Tier.COVERAGE: coverage(needs(case), placed)}
    order = (*case.scenario.tiers.order, Tier.LOT)
    return tuple(TierResult(name=t, value=values[t], best=values[t], bound=values[t]) for t in order)
