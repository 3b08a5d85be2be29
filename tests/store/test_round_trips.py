"""What is put in comes out equal, whatever it is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from planner.domain import Case, Plan
from planner.store import Store, cases, people, places, plans, projects, scenarios
from tests.store.databases import DIALECTS, ready_store
from tests.store.example import SCENARIO, make_conflict, make_plan, make_project
from tests.tables.strategies import cases as any_case
from tests.tables.strategies import plans as any_plan

quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", params=DIALECTS)
def lasting_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that all examples of one test go through."""
    store = ready_store(request.param, tmp_path_factory.mktemp("lasting"))
    yield store
    store.close()


@quick
@given(case=any_case())
def test_a_case_is_recalled_exactly(lasting_store: Store, case: Case) -> None:
    """A case that was remembered comes back equal, with the same hash."""
    with lasting_store.write() as tx:
        project = projects.create_project(tx, "p", "anna").project_id
        found = cases.remember(tx, project, case)
        assert cases.remember(tx, project, case) == found
    with lasting_store.read() as tx:
        again = cases.recall(tx, project, found)
    assert again == case
    assert again.hash == case.hash == found


@quick
@given(plan=any_plan())
def test_a_plan_is_loaded_exactly(lasting_store: Store, plan: Plan) -> None:
    """A plan that was saved comes back equal, its rows sorted by id."""
    with lasting_store.write() as tx:
        project = projects.create_project(tx, "p", "anna").project_id
        info = plans.save_plan(tx, project, plan, by="anna")
    with lasting_store.read() as tx:
        again = plans.load_plan(tx, info.plan_id)
        assert plans.get_plan(tx, info.plan_id) == info
    ordered = replace(
        plan,
        placements=tuple(sorted(plan.placements, key=lambda p: (p.candidate_id, p.site_id))),
        unplaced=tuple(sorted(plan.unplaced, key=lambda u: u.candidate_id)),
    )
    assert again == ordered
    assert list(again.run.items()) == list(plan.run.items())


@quick
@given(case=any_case())
def test_a_project_holds_a_case(lasting_store: Store, case: Case) -> None:
    """Places, people and a scenario that were imported are assembled to the case they came from."""
    plain = replace(case, decisions=(), previous_plan=())
    with lasting_store.write() as tx:
        project = projects.create_project(tx, "p", "anna").project_id
        where = places.Places(neighbourhoods=case.neighbourhoods, sites=case.sites, travel_times=case.travel_times)
        assert places.replace_places(tx, project, where, by="anna") == 1
        assert people.replace_people(tx, project, case.candidates) == 1
        version = scenarios.save_scenario(tx, project, case.scenario, by="anna")
    with lasting_store.read() as tx:
        assert cases.assemble(tx, project, version.version_id) == plain


def test_a_scenario_keeps_the_order_of_its_keys(store: Store) -> None:
    """A scenario comes back with its weights and budgets in the order they were written in."""
    with store.write() as tx:
        example = make_project(tx)
    with store.read() as tx:
        again = scenarios.get_scenario(tx, example.version).scenario
    assert again == SCENARIO
    assert list(again.need or {}) == ["b", "a"]
    assert list(again.budget) == list(SCENARIO.budget)


def test_a_conflict_is_kept(store: Store) -> None:
    """The rules in conflict come back in their order, with their values."""
    with store.write() as tx:
        example = make_project(tx)
        conflict = make_conflict(cases.assemble(tx, example.project, example.version))
        info = plans.save_plan(tx, example.project, conflict, by="anna")
        assert plans.load_plan(tx, info.plan_id) == conflict


def test_a_certificate_is_kept(store: Store) -> None:
    """The witnesses come back whole, prices of any size and on decisions too."""
    with store.write() as tx:
        example = make_project(tx)
        plan = make_plan(cases.assemble(tx, example.project, example.version))
        info = plans.save_plan(tx, example.project, plan, by="anna")
        assert plans.load_plan(tx, info.plan_id) == plan
    assert plan.certificate is not None
