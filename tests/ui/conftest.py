"""A small town and a plan for it, made by hand: no solver is needed to test what is shown."""

from datetime import date
from decimal import Decimal

import pytest

from planner.domain import (
    Candidate,
    Case,
    LimitResult,
    NeighbourhoodResult,
    Payer,
    Placement,
    Plan,
    Scenario,
    Site,
    Status,
    Tier,
    TierResult,
    Unplaced,
)
from planner.domain.need import needs, targets
from planner.geo import dresden_neighbourhoods
from planner.service import make_plan, opened_from
from planner.synthetic import generate
from planner.tables import write_case, write_plan
from tests.ui.browsing import chromium

START = date(2027, 3, 1)


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory):
    """Keep what the app keeps, such as its database, in a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANNER_HOME", str(tmp_path_factory.mktemp("home")))
        patch.delenv("PLANNER_DATABASE_URL", raising=False)
        yield


@pytest.fixture(scope="module")
def browser():
    """Return a browser without a screen; of a module, as others cannot run loops of their own while it is open."""
    with chromium() as program:
        yield program


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Return a small demo folder with one solved plan and a second scenario without one."""
    place = tmp_path_factory.mktemp("app") / "demo"
    case = generate(40, 12, 10, seed=3)
    write_case(case, place)
    write_plan(make_plan(opened_from(case), time_limit=20).plan, place / "plan")
    other = (place / "scenario.toml").read_text(encoding="utf-8").replace("posts = 10", "posts = 4")
    (place / "scenario_4.toml").write_text(other, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def case() -> Case:
    """Return Dresden with four candidates and three sites, one of them planned only."""
    homes = ("07", "96", "31", "96")
    return Case(
        scenario=Scenario(name="Probe", start=START, posts=3),
        neighbourhoods=dresden_neighbourhoods(),
        sites=(
            Site(site_id="S1", name="Treff Johann", host="Träger A", neighbourhood="07", field="seniors", posts=2),
            Site(site_id="S2", name="Büro Gorbitz", host="Träger B", neighbourhood="96", field="encounter", posts=1),
            Site(site_id="S3", name="Neuer Ort", host="", neighbourhood="96", field="encounter", posts=2),
        ),
        candidates=tuple(Candidate(candidate_id=f"C{i}", neighbourhood=home) for i, home in enumerate(homes)),
        travel_times={},
    )


@pytest.fixture(scope="session")
def plan(case: Case) -> Plan:
    """Return a plan with two placements in Johannstadt-Süd and one in Gorbitz-Ost."""
    pairs = (("C0", "S1", 10), ("C1", "S1", 35), ("C3", "S2", 5))
    placements = tuple(
        Placement(
            candidate_id=candidate,
            site_id=site,
            neighbourhood=case.site_of[site].neighbourhood,
            start=START,
            hours=Decimal("30.5"),
            minutes=minutes,
            quality=40,
            costs={(2027, Payer.CITY): 100_000, (2028, Payer.INTEGRATION): 1_234_56},
        )
        for candidate, site, minutes in pairs
    )
    need = needs(case)
    target = targets(need, len(placements))
    placed = {"07": 2, "96": 1}
    return Plan(
        scenario=case.scenario,
        status=Status.FEASIBLE,
        case_hash=case.hash,
        law="2027",
        placements=placements,
        unplaced=(Unplaced(candidate_id="C2", reason="displaced"),),
        neighbourhoods=tuple(
            NeighbourhoodResult(
                code=n.code,
                need=round(Decimal(need[n.code].numerator) / need[n.code].denominator, 9),
                target=target[n.code],
                placed=placed.get(n.code, 0),
                planned_posts=2 if n.code == "96" else 0,
            )
            for n in case.neighbourhoods
        ),
        limits=(LimitResult(name="Probe", at_least=1, at_most=None, got=1, short=0),),
        tiers=tuple(
            TierResult(name=tier, value=90, best=90, bound=100 if tier is Tier.COVERAGE else 90) for tier in Tier
        ),
    )
