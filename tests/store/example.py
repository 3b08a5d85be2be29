"""A small project in the store: two neighbourhoods, two sites, three people, a scenario."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planner.domain import (
    Candidate,
    Case,
    Certificate,
    ClosedBy,
    Conflict,
    DecisionKind,
    Level,
    Neighbourhood,
    Payer,
    Placement,
    Plan,
    Scenario,
    Site,
    Status,
    Tier,
    TierProof,
    TierResult,
    Tiers,
    Transport,
    Unplaced,
)
from planner.store import Store, Transaction, cases, decisions, people, places, plans, projects, scenarios

PIN, FORBID, ACCEPTED, DECLINED, STARTED, ENDED = DecisionKind

SCENARIO = Scenario(
    name="Dresden 2",
    start=date(2027, 3, 1),
    posts=2,
    need={"b": Decimal("0.4"), "a": Decimal("0.60")},
    budget={Payer.INTEGRATION: {2028: 5}, Payer.CITY: {2027: 100}},
    tiers=Tiers(seed="2027-03"),
)

PLACES = places.Places(
    neighbourhoods=(
        Neighbourhood(code="01", name="Altstadt", borough="Altstadt", counts={"a": 3, "b": 0}, blank=frozenset({"b"})),
        Neighbourhood(code="02", name="Neustadt", borough="Neustadt", counts={"a": 1, "b": 2}, lat=51.06, lon=13.75),
    ),
    sites=(
        Site(site_id="s1", name="Treff", host="", neighbourhood="01", field="seniors", posts=1, pay=Decimal("15.50")),
        Site(site_id="s2", name="Büro", host="Verein", neighbourhood="02", field="advice", posts=2, pay="tvoed"),
    ),
    travel_times={("01", "02", Transport.WALK): 35, ("02", "01", Transport.TRANSIT): 12},
)

PEOPLE = (
    Candidate(candidate_id="c1", neighbourhood="01", languages={"de": Level.B1}, skills=frozenset({"y", "x"})),
    Candidate(candidate_id="c2", neighbourhood="02", born=date(1980, 5, 31), clearance=True, tandem="t"),
    Candidate(candidate_id="c3", neighbourhood="02", min_hours=Decimal("15.5"), tandem="t"),
)


@dataclass(frozen=True)
class Example:
    """Ids of what was made."""

    project: str
    version: str


def make_project(tx: Transaction, candidates: tuple[Candidate, ...] = PEOPLE) -> Example:
    """Import places and people, save a scenario."""
    project = projects.create_project(tx, "Dresden", "anna").project_id
    places.replace_places(tx, project, PLACES, by="anna")
    people.replace_people(tx, project, candidates)
    version = scenarios.save_scenario(tx, project, SCENARIO, by="anna")
    return Example(project, version.version_id)


def make_plan(case: Case) -> Plan:
    """A plan with the first person at the first site."""
    one = case.candidates[0].candidate_id
    return Plan(
        scenario=case.scenario,
        status=Status.OPTIMAL,
        case_hash=case.hash,
        law="2026-07-01",
        placements=(
            Placement(
                candidate_id=one,
                site_id="s1",
                neighbourhood="01",
                start=case.scenario.start,
                hours=Decimal("30.5"),
                minutes=25,
                quality=40,
                marks=("commute",),
                costs={(2027, Payer.CITY): 5, (2027, Payer.INTEGRATION): 12_345},
            ),
        ),
        unplaced=tuple(Unplaced(candidate_id=c.candidate_id, reason="displaced") for c in case.candidates[1:]),
        tiers=(TierResult(name=Tier.PLACEMENTS, value=1, best=1, bound=1),),
        certificate=Certificate(
            case_hash=case.hash,
            proofs=(
                TierProof(
                    tier=Tier.PLACEMENTS,
                    shift=3,
                    prices={"posts": 8, f"decision:{one}:s1": -(2**70), "limit:0:soft": 2**80},
                    closed_by=ClosedBy.SEARCH,
                ),
            ),
        ),
        run={"seconds": 0.25, "machine": "m"},
    )


def make_conflict(case: Case) -> Plan:
    """No plan, because of one person and of a tandem."""
    rules = (
        Conflict(rule="pin", params={"site_id": "s1", "candidate_id": "c2"}),
        Conflict(rule="tandem", params={"tandem": "t"}),
        Conflict(rule="posts", params={"posts": 0}),
    )
    return Plan(scenario=case.scenario, status=Status.INFEASIBLE, case_hash=case.hash, law="2026-07-01", conflict=rules)


def solved(store: Store) -> tuple[Example, str, str]:
    """A project with a case and its plan; return it with the case's hash and the plan's id."""
    with store.write() as tx:
        example = make_project(tx)
        case = cases.assemble(tx, example.project, example.version)
        cases.remember(tx, example.project, case)
        info = plans.save_plan(tx, example.project, make_plan(case), by="anna", version_id=example.version)
    return example, case.hash, info.plan_id


def take(tx: Transaction, project: str, pair: tuple[str, str], state: DecisionKind | None, version: int) -> int:
    """Take a step on a pair and return its new version."""
    return decisions.decide(tx, project, *pair, state, expected_version=version, reason="Gespräch", by="ben").version
