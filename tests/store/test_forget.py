"""After deletion nothing of the person is left: in no table, not in the file, its log or free pages, in no backup."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from planner.domain import Candidate, Case, Level, Plan
from planner.store import (
    ForgottenError,
    NotFoundError,
    Rule,
    Store,
    audit,
    backup,
    cases,
    checklists,
    decisions,
    forget,
    guards,
    people,
    plans,
    reads,
    sqlite,
)
from planner.store.copying import tables_of
from tests.store.databases import postgres_server, ready_store
from tests.store.example import ACCEPTED, DECLINED, PEOPLE, make_conflict, make_plan, make_project, take

MARK = "Zwetschgenmus"
MARKED = Candidate(
    candidate_id=f"c0-{MARK}",
    neighbourhood="01",
    languages={f"xx{MARK}": Level.B1},
    skills=frozenset({f"skill {MARK}"}),
    fields_wanted=frozenset({f"field {MARK}"}),
    waiting_since=date(2020, 1, 1),
    clearance=True,
    tandem=f"tandem {MARK}",
)


def live_through(store: Store, changes: int = 3) -> tuple[str, str, list[str]]:
    """Do everything the program does with the marked person; return the project, a case and plans."""
    ids = []
    with store.write() as tx:
        example = make_project(tx, (MARKED, *PEOPLE))
        project = example.project
    for number in range(changes):
        with store.write() as tx:
            person = replace(MARKED, skills=frozenset({f"skill {MARK} {number}"}))
            people.replace_people(tx, project, (person, *PEOPLE))
    with store.write() as tx:
        pair = (MARKED.candidate_id, "s1")
        version = take(tx, project, pair, DECLINED, 0)
        decisions.decide(tx, project, *pair, None, expected_version=version, reason=f"{MARK} ruft an", by="ben")
        take(tx, project, pair, ACCEPTED, version + 1)
        checklists.set_check(tx, project, *pair, checklists.Item.HOST, done=True, expected_version=0, by="ben")
        guards.note_view(tx, project, *pair, guards.View.FITS, f"{MARK} passt", by="ben")
        case = cases.assemble(tx, project, example.version)
        case = replace(case, previous_plan=((MARKED.candidate_id, "s2"), ("c2", "s1")))
        cases.remember(tx, project, case)
        ids.append(plans.save_plan(tx, project, make_plan(case), by="anna").plan_id)
        ids.append(plans.save_plan(tx, project, _unplaced(case), by="anna").plan_id)
        ids.append(plans.save_plan(tx, project, _conflict(case), by="anna").plan_id)
        reads.log_read(tx, "ben", project, "case", MARKED.candidate_id)
        audit.append(tx, "ben", "decide", details={"person": audit.person_hash(tx, project, MARKED.candidate_id)})
    return project, case.hash, ids


def _unplaced(case: Case) -> Plan:
    plan = make_plan(case)
    moved = replace(plan.placements[0], candidate_id="c1")
    first = replace(plan.unplaced[0], candidate_id=MARKED.candidate_id)
    return replace(plan, placements=(moved,), unplaced=(first, *plan.unplaced[1:]))


def _conflict(case: Case) -> Plan:
    plan = make_conflict(case)
    pin, tandem, posts = plan.conflict
    params = {**pin.params, "candidate_id": MARKED.candidate_id}
    return replace(
        plan, conflict=(replace(pin, params=params), replace(tandem, params={"tandem": MARKED.tandem}), posts)
    )


def traces(store: Store) -> Iterator[str]:
    """Yield every place in the tables and in the files where the mark stands."""
    with store.read() as tx:
        for name, table in tables_of(tx.connection).tables.items():
            yield from (name for row in tx.run(table.select()) if MARK in str(row))
    if store.file is not None:
        files = [store.file, *store.file.parent.glob(f"{store.file.name}-*")]
    else:
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("CHECKPOINT"))
            number = connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar()
        files = list((Path(postgres_server().pgdata) / "base" / str(number)).iterdir())
    yield from (file.name for file in files if MARK.encode() in file.read_bytes())


def test_nothing_is_left_of_a_person(store: Store, tmp_path: Path) -> None:
    """Before, the mark is everywhere; after deletion and scrubbing it is nowhere, nor in a backup; the chain holds."""
    project, _, _ = live_through(store)
    assert len(set(traces(store))) > 8
    with store.write() as tx:
        gone = forget.forget_person(tx, project, MARKED.candidate_id, Rule.REQUEST)
    assert gone == forget.Forgotten(cases=1, plan_rows=6)
    assert store.scrub()
    assert list(traces(store)) == []
    backup(store, tmp_path / "b.backup")
    assert MARK.encode() not in (tmp_path / "b.backup").read_bytes()
    with store.read() as tx:
        assert audit.verify(tx) == ()


def test_a_log_in_use_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody reads an older state SQLite's log cannot be emptied; scrubbing says so and works afterwards."""
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 50)
    store = ready_store("sqlite", tmp_path)
    project, _, _ = live_through(store)
    with store.read() as reader:
        people.get_people(reader, project)
        with store.write() as tx:
            forget.forget_person(tx, project, MARKED.candidate_id, Rule.REQUEST)
        assert not store.scrub()
    assert store.scrub()
    assert list(traces(store)) == []
    store.close()


def test_a_case_with_a_gap_refuses_and_names_the_rule(store: Store) -> None:
    """A case whose person was deleted is not recalled, with the rule; plans stay, say what is missing, and load."""
    project, case, ids = live_through(store)
    with store.write() as tx:
        forget.forget_person(tx, project, MARKED.candidate_id, Rule.PLACEMENT)
    with store.read() as tx:
        with pytest.raises(ForgottenError) as caught:
            cases.recall(tx, project, case)
        assert caught.value.rule == Rule.PLACEMENT
        assert caught.value.text("de").startswith("Eine Person dieses Falls")
        infos = [plans.get_plan(tx, one) for one in ids]
        assert [info.removed for info in infos] == [2, 2, 2]
        assert {info.removed_rule for info in infos} == {Rule.PLACEMENT}
        placed, unplaced, conflict = (plans.load_plan(tx, one) for one in ids)
        assert placed.placements == ()
        assert placed.certificate is None
        assert [p.candidate_id for p in unplaced.placements] == ["c1"]
        assert [c.rule for c in conflict.conflict] == ["posts"]
        with pytest.raises(NotFoundError, match=r"store\.no_person"):
            people.get_person(tx, project, MARKED.candidate_id)
        assert people.get_people(tx, project) == PEOPLE
        assert decisions.history(tx, project, MARKED.candidate_id) == ()


def test_a_case_is_whole_again_after_the_person_returns(store: Store) -> None:
    """A person imported anew makes the same case possible and recallable again."""
    project, case_hash, _ = live_through(store)
    with store.read() as tx:
        case = cases.recall(tx, project, case_hash)
    with store.write() as tx:
        forget.forget_person(tx, project, MARKED.candidate_id, Rule.REQUEST)
        assert cases.remember(tx, project, case) == case_hash
        assert cases.recall(tx, project, case_hash) == case


def test_other_projects_are_left_alone(store: Store) -> None:
    """The same pseudonym in another project is another person."""
    project, _, _ = live_through(store, changes=0)
    other, case, _ = live_through(store, changes=0)
    with store.write() as tx:
        forget.forget_person(tx, project, MARKED.candidate_id, Rule.REQUEST)
        assert people.get_person(tx, other, MARKED.candidate_id).candidate_id == MARKED.candidate_id
        assert MARKED.candidate_id in cases.recall(tx, other, case).candidate_of


def test_what_is_no_longer_known_is_not_kept(store: Store) -> None:
    """An import replaces what was known; only what a case refers to stays."""
    with store.write() as tx:
        example = make_project(tx, (MARKED,))
        cases.remember(tx, example.project, cases.assemble(tx, example.project, example.version))
        for mark in "abc":
            people.replace_people(tx, example.project, (replace(MARKED, skills=frozenset({mark})),))
        rows = tx.run(tables_of(tx.connection).tables["person_rows"].select()).mappings().all()
    assert len(rows) == 2
