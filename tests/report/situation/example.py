"""A situation made by hand: eleven quarters of Dresden, most of them with a target of two."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from planner.domain import Candidate, Case, NeighbourhoodResult, Placement, Plan, Scenario, Site, Status
from planner.geo import dresden_neighbourhoods
from planner.law import load_law
from planner.outlook import post_course
from planner.report.disclosure import Ledger, Rules, publish
from planner.report.situation import Situation, StepDay, people_table, quarters_of

START = date(2027, 3, 1)
CODES = ("01", "02", "03", "04", "05", "06", "07", "11", "12", "13", "14")
PLACED: Mapping[str, int] = {"01": 0, "02": 1, "03": 1, "04": 3, "06": 4, "07": 2, "11": 2, "12": 2, "13": 2, "14": 2}
TARGET: Mapping[str, int] = {"01": 3, "03": 2, **dict.fromkeys(("02", "04", "06", "07", "11", "12", "13", "14"), 2)}


def make_case(names: Mapping[str, str] | None = None) -> Case:
    """Two posts in every quarter but the first, one of three planned only; forty people, half in each of two quarters.

    Parameters
    ----------
    names
        Other names of quarters, by code.
    """
    known = {place.code: place for place in dresden_neighbourhoods()}
    sites = tuple(
        Site(
            site_id=f"s{code}",
            name=f"Ort {code}",
            host="" if code == "02" else "Verein",
            neighbourhood=code,
            field="seniors",
            posts=4 if code == "06" else 3 if code == "04" else 2,
        )
        for code in CODES[1:]
    )
    return Case(
        scenario=Scenario(name="Probe", start=START),
        neighbourhoods=tuple(replace(known[c], name=(names or {}).get(c, known[c].name)) for c in CODES),
        sites=sites,
        candidates=tuple(Candidate(candidate_id=f"P-{i:03}", neighbourhood=CODES[i % 2]) for i in range(40)),
        travel_times={},
    )


def make_plan(case: Case) -> Plan:
    """A plan that fills the posts of ``PLACED``."""
    where = [code for code, many in PLACED.items() for _ in range(many)]
    return Plan(
        scenario=case.scenario,
        status=Status.OPTIMAL,
        case_hash="",
        law="",
        placements=tuple(
            Placement(
                candidate_id=person.candidate_id,
                site_id=f"s{code}",
                neighbourhood=code,
                start=START,
                hours=Decimal(30),
                minutes=10,
                quality=0,
            )
            for person, code in zip(case.candidates, where, strict=False)
        ),
        neighbourhoods=tuple(
            NeighbourhoodResult(
                code=code, need=Decimal(0), target=TARGET.get(code, 0), placed=PLACED.get(code, 0), planned_posts=0
            )
            for code in CODES
        ),
    )


def make_situation(names: Mapping[str, str] | None = None) -> Situation:
    """Return what leadership sees of the plan, released in winter, with one post occupied."""
    case = make_case(names)
    plan = make_plan(case)
    filled = [(p.neighbourhood, case.site_of[p.site_id], p.start) for p in plan.placements]
    return Situation(
        project="Probe",
        as_of=date(2026, 11, 22),
        released=date(2026, 11, 20),
        places=replace(case, candidates=()),
        plan=replace(plan, placements=()),
        quarters=quarters_of(case, plan, {"s07": 1}),
        people=publish(people_table(case, plan), Rules(), Ledger()),
        contracts=None,
        money={
            "2027": {"city": 2_000_000, "grant": 50_000_000},
            "2028": {"city": 3_000_000, "grant": 60_000_000},
            "2031": {"city": 19_000_000, "grant": 40_000_000},
            "2032": {"city": 4_000_000, "grant": 7_000_000},
        },
        course=post_course(filled, CODES, case.scenario, load_law()),
        steps=(StepDay(date(2029, 3, 1), Fraction(9, 10)), StepDay(date(2031, 3, 1), Fraction(7, 10))),
        ends=date(2032, 3, 1),
    )


def without_plan() -> Situation:
    """Return what leadership sees before anything was released."""
    found = make_situation()
    quarters = quarters_of(make_case(), None, {"s07": 1})
    return replace(
        found, released=None, plan=None, quarters=quarters, people=None, money=None, course=None, steps=(), ends=None
    )
