"""Each use case asks for the role itself: every one of them against every role."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from planner import service
from planner.domain import DecisionKind
from planner.outlook.sweep import Sweep
from planner.service import ForbiddenError, Form, Step
from planner.store import Role, Rule, User, audit, users
from planner.store.checklists import Item
from planner.store.guards import View
from tests.service.world import World, files_of, make_user

P, R, L, A = Role.PLANNER, Role.REVIEWER, Role.LEADERSHIP, Role.ADMIN

UseCase = Callable[[World, User], Any]


def first(world: World) -> tuple[str, str]:
    """The ids of the plan's first placement."""
    placement = service.view_plan(world.store, world.reviewer, world.project, world.plan).plan.placements[0]
    return placement.candidate_id, placement.site_id


def step(world: World) -> Step:
    candidate, site = first(world)
    return Step(candidate_id=candidate, site_id=site, state=DecisionKind.ACCEPTED)


def desk(world: World) -> service.Desk:
    return service.open_desk(world.store, world.reviewer, world.project, world.plan)


def groups_of(world: World) -> Path:
    """A file of groups for the people of the project."""
    rows = [f"{one.candidate_id},{'fm'[at % 2]}" for at, one in enumerate(world.case.candidates)]
    file = Path(str(world.store.file)).with_name("groups.csv") if world.store.file else Path(mkdtemp()) / "groups.csv"
    file.write_text("\n".join(["candidate_id,sex", *rows]) + "\n", encoding="utf-8")
    return file


def submitted(world: World) -> str:
    job = service.submit_solve(world.store, world.planner, world.project, world.version, start=False)
    return job.job_id


def repair(world: World) -> service.Repair:
    return service.preview_repair(world.store, world.reviewer, world.project, world.plan)


MATRIX: dict[str, tuple[frozenset[Role], UseCase]] = {
    "create_project": (frozenset({P, R}), lambda w, u: service.create_project(w.store, u, "x")),
    "list_projects": (frozenset(Role), lambda w, u: service.list_projects(w.store, u)),
    "user_names": (frozenset(Role), lambda w, u: service.user_names(w.store, u)),
    "import_people": (
        frozenset({R}),
        lambda w, u: service.import_people(w.store, u, w.project, files_of(w.case)),
    ),
    "import_places": (
        frozenset({P}),
        lambda w, u: service.import_places(w.store, u, w.project, files_of(w.case)),
    ),
    "present_places": (frozenset({P, R}), lambda w, u: service.present_places(w.store, u, w.project)),
    "count_people": (frozenset({P, R}), lambda w, u: service.count_people(w.store, u, w.project)),
    "save_scenario": (
        frozenset({P}),
        lambda w, u: service.save_scenario(w.store, u, w.project, w.case.scenario, w.version),
    ),
    "list_scenarios": (frozenset({P, R}), lambda w, u: service.list_scenarios(w.store, u, w.project)),
    "submit_solve": (
        frozenset({P}),
        lambda w, u: service.submit_solve(w.store, u, w.project, w.version, start=False),
    ),
    "stop_solve": (frozenset({P}), lambda w, u: service.stop_solve(w.store, u, w.project, submitted(w))),
    "watch_solves": (frozenset({P, R}), lambda w, u: service.watch_solves(w.store, u, w.project)),
    "watch_solve": (
        frozenset({P, R}),
        lambda w, u: service.watch_solve(
            w.store, u, w.project, service.watch_solves(w.store, w.planner, w.project)[0].job_id
        ),
    ),
    "list_plans": (frozenset({P, R}), lambda w, u: service.list_plans(w.store, u, w.project)),
    "view_plan": (frozenset({P, R}), lambda w, u: service.view_plan(w.store, u, w.project, w.plan)),
    "compare_plans": (
        frozenset({P, R}),
        lambda w, u: service.compare_plans(w.store, u, w.project, w.plan, w.plan),
    ),
    "open_desk": (frozenset({R}), lambda w, u: service.open_desk(w.store, u, w.project, w.plan)),
    "review_queue": (frozenset({R}), lambda w, u: service.review_queue(w.store, u, desk(w))),
    "count_declined": (frozenset({R}), lambda w, u: service.count_declined(w.store, u, w.project)),
    "case_card": (frozenset({R}), lambda w, u: service.case_card(w.store, u, desk(w), first(w)[0])),
    "case_history": (frozenset({R}), lambda w, u: service.case_history(w.store, u, desk(w), first(w)[0])),
    "preview_decision": (
        frozenset({R}),
        lambda w, u: service.preview_decision(w.store, u, w.project, w.plan, step(w)),
    ),
    "decide": (
        frozenset({R}),
        lambda w, u: service.decide(w.store, u, w.project, step(w), expected_version=0, reason="x"),
    ),
    "preview_repair": (frozenset({R}), lambda w, u: service.preview_repair(w.store, u, w.project, w.plan)),
    "save_repair": (frozenset({R}), lambda w, u: service.save_repair(w.store, u, w.project, repair(w))),
    "view_envy": (
        frozenset({P, R}),
        lambda w, u: service.view_envy(w.store, u, w.project, w.plan, time_limit=0),
    ),
    "view_blindness": (
        frozenset({P, R, A}),
        lambda w, u: service.view_blindness(w.store, u, w.project, w.plan, stop=lambda: True),
    ),
    "view_groups": (
        frozenset({R}),
        lambda w, u: service.view_groups(w.store, u, w.project, w.plan, groups_of(w)),
    ),
    "start_sweep": (frozenset({P}), lambda w, u: service.start_sweep(w.store, u, w.project, w.plan, Sweep.COVERAGE)),
    "review_guard": (frozenset({R}), lambda w, u: service.review_guard(w.store, u, w.project)),
    "set_review_guard": (
        frozenset({R}),
        lambda w, u: service.set_review_guard(w.store, u, w.project, own_view=True, sample=20),
    ),
    "own_view": (frozenset({R}), lambda w, u: service.own_view(w.store, u, w.project, *first(w))),
    "note_own_view": (
        frozenset({R}),
        lambda w, u: service.note_own_view(w.store, u, w.project, *first(w), View.FITS),
    ),
    "team_rate": (frozenset({R}), lambda w, u: service.team_rate(w.store, u, w.project)),
    "contract_checklist": (frozenset({R}), lambda w, u: service.contract_checklist(w.store, u, w.project, *first(w))),
    "check_off": (
        frozenset({R}),
        lambda w, u: service.check_off(w.store, u, w.project, *first(w), Item.HOST, done=True, expected_version=0),
    ),
    "start_answers": (
        frozenset({R}),
        lambda w, u: service.start_answers(w.store, u, w.project, w.plan, [first(w)[0]]),
    ),
    "start_people_for": (
        frozenset({R}),
        lambda w, u: service.start_people_for(w.store, u, w.project, w.plan, [first(w)[1]]),
    ),
    "start_kompass": (frozenset({P, R}), lambda w, u: service.start_kompass(w.store, u, w.project, w.plan)),
    "start_value": (frozenset({P}), lambda w, u: service.start_value(w.store, u, w.project, w.plan)),
    "start_ways": (frozenset({P}), lambda w, u: service.start_ways(w.store, u, w.project, w.plan, "de")),
    "release_plan": (frozenset({P}), lambda w, u: service.release_plan(w.store, u, w.project, w.plan)),
    "export_plan": (
        frozenset({P, R}),
        lambda w, u: service.export_plan(w.store, u, w.project, w.plan, Form.CSV, "de"),
    ),
    "report_situation": (
        frozenset({P, R, L}),
        lambda w, u: service.report_situation(w.store, u, w.project, "de"),
    ),
    "view_situation": (frozenset({P, R, L}), lambda w, u: service.view_situation(w.store, u, w.project)),
    "forget_person": (
        frozenset({A}),
        lambda w, u: service.forget_person(w.store, u, w.project, first(w)[0]),
    ),
    "retention_due": (frozenset({A}), lambda w, u: service.retention_due(w.store, u, date(2040, 1, 1))),
    "apply_retention": (frozenset({A}), lambda w, u: service.apply_retention(w.store, u, date(2026, 1, 1))),
    "retention_periods": (frozenset({A}), lambda w, u: service.retention_periods(w.store, u)),
    "set_retention": (frozenset({A}), lambda w, u: service.set_retention(w.store, u, Rule.RUN, 12)),
    "verify_audit": (frozenset({A}), lambda w, u: service.verify_audit(w.store, u)),
    "list_audit": (frozenset({A}), lambda w, u: service.list_audit(w.store, u)),
    "replay_entry": (frozenset({A, P}), lambda w, u: service.replay_entry(w.store, u, made_at(w))),
    "list_users": (frozenset({A}), lambda w, u: service.list_users(w.store, u)),
    "set_roles": (frozenset({A}), lambda w, u: service.set_roles(w.store, u, w.leader.user_id, [L, P])),
    "set_active": (
        frozenset({A}),
        lambda w, u: service.set_active(w.store, u, w.leader.user_id, active=False),
    ),
    "claim_map": (frozenset({A}), lambda w, u: service.claim_map(w.store, u)),
    "map_claim": (frozenset({A}), lambda w, u: service.map_claim(w.store, u, "group", [P])),
}
"""Who may do what."""

CHANGES = {
    "create_project",
    "import_people",
    "import_places",
    "save_scenario",
    "submit_solve",
    "decide",
    "set_review_guard",
    "note_own_view",
    "check_off",
    "save_repair",
    "release_plan",
    "export_plan",
    "forget_person",
    "apply_retention",
    "set_retention",
    "set_roles",
    "set_active",
    "map_claim",
}
"""Use cases that leave an entry; ``stop_solve`` leaves one beside that of the solve it needs."""

OPEN_TO_ALL = {"sign_in", "sign_out", "find_user", "local_user", "require", "is_loopback", "job_words", "work_on"}
"""What comes before there is a user, needs none, or is the machine's own work."""


def made_at(world: World) -> int:
    """The place of the plan in the audit trail."""
    return next(e.seq for e in service.list_audit(world.store, world.admin) if e.action == "plan.made")


def test_the_matrix_is_complete() -> None:
    """Every use case that works on the store stands in the matrix."""
    import inspect

    found = {
        name
        for name in service.__all__
        if inspect.isfunction(function := getattr(service, name)) and "store" in inspect.signature(function).parameters
    }
    assert found - OPEN_TO_ALL == set(MATRIX)


@pytest.mark.parametrize("name", MATRIX)
def test_each_use_case(world: World, name: str) -> None:
    """Other roles are refused and leave no trace; a change by the right one leaves exactly one entry, a look none."""
    allowed, use_case = MATRIX[name]
    head = length(world)
    for role in set(Role) - allowed:
        with pytest.raises(ForbiddenError):
            use_case(world, world.users[role])
        head += name == "stop_solve"  # that of the solve which is to be stopped
        assert length(world) == head
    user = world.users[min(allowed)]
    use_case(world, user)
    with world.store.read() as tx:
        entries = [e for e in audit.entries(tx, after=head) if e.user_id == user.user_id]
        assert len(entries) == (2 if name == "stop_solve" else int(name in CHANGES))
        assert audit.verify(tx) == ()


def length(world: World) -> int:
    with world.store.read() as tx:
        return audit.head(tx).seq


def test_a_role_taken_away_is_gone_at_once(world: World) -> None:
    """A user at hand with roles that the table no longer has is refused."""
    service.set_roles(world.store, world.admin, world.planner.user_id, [])
    with pytest.raises(ForbiddenError):
        service.list_plans(world.store, world.planner, world.project)


def test_roles_made_up_do_not_help(world: World) -> None:
    """Roles that stand only in the object at hand open nothing."""
    forged = replace(world.leader, roles=frozenset(Role))
    with pytest.raises(ForbiddenError):
        service.view_plan(world.store, forged, world.project, world.plan)


def test_a_closed_account_is_out(world: World) -> None:
    """Whoever may no longer sign in is refused, and so is their session."""
    user, token = service.sign_in(world.store, "test", "planner", "planner")
    assert service.find_user(world.store, token) == user
    service.set_active(world.store, world.admin, user.user_id, active=False)
    assert service.find_user(world.store, token) is None
    with pytest.raises(ForbiddenError):
        service.list_projects(world.store, user)
    with pytest.raises(ForbiddenError):
        service.sign_in(world.store, "test", "planner", "planner")


def test_claims_give_and_take_roles(world: World) -> None:
    """Roles follow the claims of the sign-in: who leaves a group loses its role."""
    service.map_claim(world.store, world.admin, "sozialamt-planung", [P])
    user, _ = service.sign_in(world.store, "oidc", "7", "Anna", ["sozialamt-planung", "other"])
    assert user.roles == {P}
    user, _ = service.sign_in(world.store, "oidc", "7", "Anna", ["other"])
    assert user.roles == frozenset()


def test_somebody_new_has_no_role(world: World) -> None:
    """Whoever signs in for the first time may do nothing."""
    user, _ = service.sign_in(world.store, "oidc", "8", "Ben")
    with pytest.raises(ForbiddenError) as caught:
        service.list_projects(world.store, user)
    assert "Planung" in caught.value.text("de")
    assert "Planning" in caught.value.text("en")


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "", "192.168.1.5", "planner.dresden.de"])  # noqa: S104
def test_the_local_profile_stays_local(world: World, address: str) -> None:
    """The local profile is refused wherever other computers can reach the server."""
    with pytest.raises(ForbiddenError):
        service.local_user(world.store, address=address)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "localhost"])
def test_the_local_profile(world: World, address: str) -> None:
    """On the computer itself one person has the roles chosen at the start, and asking again changes nothing."""
    user = service.local_user(world.store, address=address, roles=[P, R])
    with world.store.read() as tx:
        before = audit.head(tx)
    assert service.local_user(world.store, address=address, roles=[P, R]) == user
    assert user.roles == {P, R}
    with world.store.read() as tx:
        assert audit.head(tx) == before


def test_several_roles(world: World) -> None:
    """One person may have several roles and may do what each of them may."""
    both = make_user(world.store, "both", P, R)
    assert service.view_plan(world.store, both, world.project, world.plan).full
    service.release_plan(world.store, both, world.project, world.plan)
    with world.store.read() as tx:
        assert users.get_user(tx, both.user_id).roles == {P, R}
