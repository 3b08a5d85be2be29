"""A small case and a plan made by hand: three placements whose months can be counted."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from planner.domain import Candidate, Case, Decision, DecisionKind, Placement, Plan, Scenario, Site, Status
from planner.geo import dresden_neighbourhoods
from planner.law import load_law, placement_costs

START = date(2027, 3, 1)
SINCE = date(2026, 12, 31)
HOURS = Decimal(30)


def make_case() -> Case:
    """One who can stay for 60 months, one with 50 months used, one at work already at a site that closes."""
    people = (
        Candidate(candidate_id="fresh", neighbourhood="07"),
        Candidate(candidate_id="used", neighbourhood="07", subsidised_months=50),
        Candidate(candidate_id="working", neighbourhood="96", minor_child=True),
    )
    site = Site(
        site_id="open",
        name="Treff",
        host="A",
        neighbourhood="07",
        field="seniors",
        posts=2,
        material_costs_per_year=100_000,
    )
    return Case(
        scenario=Scenario(start=START),
        neighbourhoods=dresden_neighbourhoods(),
        sites=(
            site,
            replace(site, site_id="closing", neighbourhood="96", available_to=date(2029, 1, 30)),
        ),
        candidates=people,
        travel_times={},
        decisions=(Decision(candidate_id="working", site_id="closing", decision=DecisionKind.STARTED, since=SINCE),),
    )


def make_plan(case: Case) -> Plan:
    """The three placements with what the law makes them cost."""
    pairs = (("fresh", "open"), ("used", "open"), ("working", "closing"))
    return Plan(
        scenario=case.scenario,
        status=Status.OPTIMAL,
        case_hash=case.hash,
        law="",
        placements=tuple(_placement(case, *pair) for pair in pairs),
    )


def _placement(case: Case, person: str, place: str) -> Placement:
    candidate, site, start = case.candidate_of[person], case.site_of[place], case.start_of(person, place)
    costs = placement_costs(load_law(), candidate, site, HOURS, start, case.scenario)
    return Placement(
        candidate_id=person,
        site_id=place,
        neighbourhood=site.neighbourhood,
        start=start,
        hours=HOURS,
        minutes=10,
        quality=0,
        costs={key: cents for key, cents in costs.items() if cents},
    )
