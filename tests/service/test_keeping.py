"""What is kept of a change, what is deleted, and what never gets out."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.domain import DecisionKind
from planner.service import (
    OutdatedError,
    RefusedError,
    Step,
    apply_retention,
    create_project,
    decide,
    forget_person,
    import_people,
    import_places,
    list_audit,
    preview_decision,
    release_plan,
    replay_entry,
    save_scenario,
    submit_solve,
    verify_audit,
    watch_solve,
)
from planner.service.acting import changing
from planner.store import (
    ForgottenError,
    NotFoundError,
    Role,
    Store,
    audit,
    decisions,
    plans,
    projects,
)
from planner.store import jobs as rows
from planner.store.backups import backup
from tests.service.world import World, files_of, make_user, small_case
from tests.store.databases import ready_store


def first(world: World) -> Step:
    with world.store.read() as tx:
        one = plans.load_plan(tx, world.plan).placements[0]
    return Step(candidate_id=one.candidate_id, site_id=one.site_id, state=DecisionKind.DECLINED)


def test_a_change_without_an_entry_is_none(world: World) -> None:
    """A change that leaves no entry, or two, does not happen."""

    def careless(times: int) -> None:
        with changing(world.store, world.planner, Role.PLANNER) as change:
            made = projects.create_project(change.tx, "x", world.planner.user_id)
            for _ in range(times):
                change.note("project.created", made.project_id)

    for times in (0, 2):
        with pytest.raises(RuntimeError):
            careless(times)
    with world.store.read() as tx:
        assert len(projects.list_projects(tx)) == 1
        assert audit.verify(tx) == ()


def test_an_error_leaves_neither_change_nor_entry(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """If anything fails after the change, the change is undone and the trail is as it was."""
    before = verify_audit(world.store, world.admin).head

    def refuse(*_args: object, **_more: object) -> None:
        raise OutdatedError.of("repair.outdated")

    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, first(world))
    monkeypatch.setattr(plans, "save_plan", refuse)
    with pytest.raises(OutdatedError):
        decide(world.store, world.reviewer, world.project, first(world), expected_version=0, reason="x", repair=repair)
    assert verify_audit(world.store, world.admin).head == before
    with world.store.read() as tx:
        assert decisions.list_decisions(tx, world.project) == ()


def test_a_deleted_person_is_nowhere(world: World) -> None:
    """After deletion the pseudonym is in no table and no file; the trail still verifies; a replay names the rule."""
    one = first(world).candidate_id
    decide(world.store, world.reviewer, world.project, first(world), expected_version=0, reason="x")
    release_plan(world.store, world.planner, world.project, world.plan)
    seq = next(e.seq for e in list_audit(world.store, world.admin) if e.action == "plan.made")
    gone = forget_person(world.store, world.admin, world.project, one)
    assert gone.cases >= 1
    assert verify_audit(world.store, world.admin).findings == ()
    with pytest.raises(ForgottenError) as caught:
        replay_entry(world.store, world.admin, seq)
    assert caught.value.rule == "request"
    with pytest.raises(NotFoundError):
        forget_person(world.store, world.admin, world.project, one)
    if world.store.file is not None:
        folder = world.store.file.parent
        for file in folder.glob(f"{world.store.file.name}*"):
            assert one.encode() not in file.read_bytes(), file.name


def test_old_backups_go(world: World, tmp_path: Path) -> None:
    """Deletion by periods removes the backups that are older than theirs, and leaves one entry."""
    folder = tmp_path / "backups"
    folder.mkdir()
    backup(world.store, folder / "old.backup")
    done = apply_retention(world.store, world.admin, date(2040, 1, 1))
    assert [file.name for file in done.backups] == ["old.backup"]
    assert list(folder.iterdir()) == []
    assert list_audit(world.store, world.admin)[-1].action == "retention.applied"


def test_the_trail_names_nobody(world: World) -> None:
    """Neither the trail nor the rows of jobs hold a pseudonym; the trail holds keyed hashes."""
    step = first(world)
    repair = preview_decision(world.store, world.reviewer, world.project, world.plan, step)
    decide(world.store, world.reviewer, world.project, step, expected_version=0, reason="Grund", repair=repair)
    told = str(list_audit(world.store, world.admin))
    with world.store.read() as tx:
        told += str(rows.list_jobs(tx))
        person = audit.person_hash(tx, world.project, step.candidate_id)
    assert person in told
    assert "Grund" not in told
    assert not any(one.candidate_id in told for one in world.case.candidates)


def test_a_replay_of_nothing(world: World) -> None:
    """An entry that made no plan cannot be made again."""
    with pytest.raises(RefusedError):
        replay_entry(world.store, world.admin, 1)
    with pytest.raises(RefusedError):
        replay_entry(world.store, world.admin, 10_000)


@pytest.fixture
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store, a user's folder, and a case whose people are marked."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    store = ready_store("sqlite", tmp_path)
    yield store
    store.close()


def test_no_log_names_anybody(marked: Store, tmp_path: Path) -> None:
    """After a run with marked people, no file but the database holds the mark, and no error does either."""
    case = small_case()
    people = tuple(replace(one, candidate_id=f"MARKE{n}") for n, one in enumerate(case.candidates))
    files = files_of(replace(case, candidates=people))
    user = make_user(marked, "all", *Role)
    project = create_project(marked, user, "Probe").project_id
    import_places(marked, user, project, files)
    import_people(marked, user, project, files)
    version = save_scenario(marked, user, project, case.scenario).version.version_id
    job = submit_solve(marked, user, project, version)
    while (now := watch_solve(marked, user, project, job.job_id)).finished_at is None:
        time.sleep(0.2)
    assert now.plan_id is not None
    assert b"MARKE" not in (tmp_path / "home" / "worker.log").read_bytes()
    with pytest.raises(RefusedError) as refused:
        decide(
            marked,
            user,
            project,
            Step(candidate_id="MARKE1", site_id="nowhere", state=DecisionKind.PIN),
            expected_version=0,
            reason="MARKE",
        )
    assert "MARKE" not in str(refused.value) + refused.value.text("de")
    others = [f for f in tmp_path.rglob("*") if f.is_file() and not f.name.startswith("planner_")]
    assert [f for f in others if b"MARKE" in f.read_bytes()] == []
