"""A small case and plan on the real map, made by hand: two placements, one of them where the person lives."""

from datetime import date
from decimal import Decimal

from planner.domain import (
    Candidate,
    Case,
    Conflict,
    LimitResult,
    Neighbourhood,
    NeighbourhoodResult,
    Payer,
    Placement,
    Plan,
    Scenario,
    Site,
    Status,
    Tier,
    TierResult,
    Tiers,
    Unplaced,
)
from planner.geo import dresden_neighbourhoods

SCENARIO = Scenario(
    name="=HYPERLINK(1)",
    start=date(2027, 3, 1),
    posts=3,
    budget={Payer.CITY: {2027: 1_000_000, 2028: 500}},
    tiers=Tiers(seed="2027-03"),
)
FORMULA = "=cmd()"


def dresden(*codes: str) -> tuple[Neighbourhood, ...]:
    """The city's neighbourhoods of these codes."""
    return tuple(n for n in dresden_neighbourhoods() if n.code in codes)


def make_case(neighbourhoods: tuple[Neighbourhood, ...] = ()) -> Case:
    """A case in 07 and 95, or in other neighbourhoods, the first two of which are used."""
    places = neighbourhoods or dresden("07", "95")
    here, there = places[0].code, places[1].code
    return Case(
        scenario=SCENARIO,
        neighbourhoods=places,
        sites=(
            Site(site_id="s1", name="+Treff", host="", neighbourhood=here, field="seniors", posts=1),
            Site(site_id="s2", name="Büro", host="Verein", neighbourhood=there, field="advice", posts=2),
        ),
        candidates=tuple(
            Candidate(candidate_id=person, neighbourhood=home)
            for person, home in ((FORMULA, here), ("c2", there), ("c3", here))
        ),
        travel_times={},
    )


def make_plan(case: Case) -> Plan:
    """Two of three people placed: one from the first neighbourhood to the second, one staying in the second."""
    here, there = (n.code for n in case.neighbourhoods[:2])

    def placement(person: str, **costs: int) -> Placement:
        return Placement(
            candidate_id=person,
            site_id="s2",
            neighbourhood=there,
            start=SCENARIO.start,
            hours=Decimal("30.5"),
            minutes=25,
            quality=40,
            marks=("commute", "field_not_confirmed") if person == "c2" else (),
            costs={(2027, Payer(payer)): cents for payer, cents in costs.items()},
        )

    return Plan(
        scenario=SCENARIO,
        status=Status.OPTIMAL,
        case_hash=case.hash,
        law="2026-07-01",
        placements=(placement(FORMULA, integration=1_234_567), placement("c2", city=50_001)),
        unplaced=(Unplaced(candidate_id="c3", reason="displaced"),),
        neighbourhoods=(
            NeighbourhoodResult(code=here, need=Decimal("0.25"), target=0, placed=0, planned_posts=1),
            NeighbourhoodResult(code=there, need=Decimal("0.75"), target=2, placed=2, planned_posts=0),
        ),
        limits=(LimitResult(name="Arabisch", at_least=1, at_most=None, got=0, short=1),),
        tiers=(
            TierResult(name=Tier.SHORTAGE, value=1, best=1, bound=1),
            TierResult(name=Tier.COVERAGE, value=990_000, best=1_000_000, bound=1_000_000),
            TierResult(name=Tier.LOT, value=5, best=5, bound=5),
        ),
    )


def make_conflict(case: Case) -> Plan:
    """An impossible case."""
    return Plan(
        scenario=SCENARIO,
        status=Status.INFEASIBLE,
        case_hash=case.hash,
        law="2026-07-01",
        conflict=(Conflict(rule="pin", params={"candidate": "c2", "site": "s1"}),),
    )
