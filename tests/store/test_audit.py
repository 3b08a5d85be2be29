"""The audit trail shows every hand laid on it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from planner.store import Rule, Store, StoreError, audit, forget, projects
from planner.store.audit import Finding, Head
from tests.store.databases import ready_store
from tests.store.example import make_project

ENTRIES = 6


@pytest.fixture
def trail(store: Store) -> Store:
    """A store with six entries."""
    for number in range(1, ENTRIES + 1):
        with store.write() as tx:
            audit.append(tx, "anna", "decide", project="p", seed="s", details={"number": number})
    return store


def tamper(store: Store, *statements: str) -> None:
    """Lay hands on the trail with every right there is, its triggers out of the way."""
    off = (
        ["DROP TRIGGER audit_entries_no_UPDATE", "DROP TRIGGER audit_entries_no_DELETE"]
        if store.dialect == "sqlite"
        else ["ALTER TABLE audit_entries DISABLE TRIGGER ALL"]
    )
    with store.engine.connect() as connection, connection.begin():
        store.manner.begin_write(connection)
        for statement in (*off, *statements):
            connection.execute(text(statement))


def found(store: Store, anchor: Head | None = None) -> list[Finding]:
    with store.read() as tx:
        return list(audit.verify(tx, anchor))


def test_a_trail_left_alone_is_valid(trail: Store) -> None:
    """Six entries follow each other from 1 to 6, and nothing is found."""
    assert found(trail) == []
    with trail.read() as tx:
        entries = list(audit.entries(tx))
        assert [entry.seq for entry in entries] == list(range(1, ENTRIES + 1))
        assert [entry.details["number"] for entry in entries] == list(range(1, ENTRIES + 1))
        assert audit.head(tx) == Head(ENTRIES, entries[-1].hash)
        assert [entry.seq for entry in audit.entries(tx, after=4)] == [5, 6]
        assert list(audit.entries(tx, project="other")) == []


def test_an_empty_trail_is_valid(store: Store) -> None:
    """Nothing is found where nothing is."""
    assert found(store) == []


@pytest.mark.parametrize("statement", ["UPDATE audit_entries SET action = 'x'", "DELETE FROM audit_entries"])
def test_the_database_refuses_changes(trail: Store, statement: str) -> None:
    """The trail can be neither changed nor deleted by way of the program's own connection."""
    with pytest.raises(StoreError), trail.write() as tx:
        tx.run(text(statement))
    assert found(trail) == []


@pytest.mark.parametrize(
    "column", ["at", "user_id", "action", "project_id", "law", "case_hash", "seed", "details", "previous_hash", "hash"]
)
def test_a_changed_entry_is_found(trail: Store, column: str) -> None:
    """Whatever is changed in an entry, the entry is named."""
    value = "2020-01-01T00:00:00.000000Z" if column == "at" else "0" * 64
    tamper(trail, f"UPDATE audit_entries SET {column} = '{value}' WHERE seq = 3")  # noqa: S608
    assert Finding("audit.changed", 3) in found(trail)


def test_a_removed_entry_is_found(trail: Store) -> None:
    """Where an entry is gone, the one behind the gap is named."""
    tamper(trail, "DELETE FROM audit_entries WHERE seq = 3")
    assert found(trail) == [Finding("audit.missing", 4)]


def test_a_closed_gap_is_found(trail: Store) -> None:
    """Counting the later entries down does not hide that one is gone."""
    tamper(
        trail,
        "DELETE FROM audit_entries WHERE seq = 5",
        "UPDATE audit_entries SET seq = 5 WHERE seq = 6",
        "UPDATE audit_head SET seq = 5",
    )
    assert {Finding("audit.changed", 5), Finding("audit.unlinked", 5)} <= set(found(trail))


def test_exchanged_entries_are_found(trail: Store) -> None:
    """Two entries that change places are named."""
    tamper(
        trail,
        "UPDATE audit_entries SET seq = 100 WHERE seq = 3",
        "UPDATE audit_entries SET seq = 3 WHERE seq = 4",
        "UPDATE audit_entries SET seq = 4 WHERE seq = 100",
    )
    assert {Finding("audit.changed", 3), Finding("audit.changed", 4)} <= set(found(trail))


def test_a_cut_end_is_found(trail: Store) -> None:
    """Where the last entries are gone, the end is missing."""
    tamper(trail, "DELETE FROM audit_entries WHERE seq > 4")
    assert found(trail) == [Finding("audit.cut", ENTRIES)]


def test_an_emptied_trail_is_found(trail: Store) -> None:
    """Where all entries are gone, the end is missing."""
    tamper(trail, "DELETE FROM audit_entries")
    assert found(trail) == [Finding("audit.cut", ENTRIES)]


def test_a_cut_with_its_end_moved_is_found_from_outside(trail: Store) -> None:
    """Whoever moves the end along fools the file alone, not a head that was noted elsewhere."""
    with trail.read() as tx:
        noted = audit.head(tx)
    last = "(SELECT hash FROM audit_entries WHERE seq = 4)"
    tamper(trail, f"UPDATE audit_head SET seq = 4, hash = {last}", "DELETE FROM audit_entries WHERE seq > 4")  # noqa: S608
    assert found(trail) == []
    assert found(trail, noted) == [Finding("audit.anchor", ENTRIES)]


def test_an_entry_slipped_in_is_found(trail: Store) -> None:
    """An entry behind the noted end is named, though it is sealed well."""
    tamper(
        trail,
        "INSERT INTO audit_entries SELECT 7, at, user_id, action, project_id, law, case_hash, seed, details, hash, hash"
        " FROM audit_entries WHERE seq = 6",
    )
    assert Finding("audit.beyond", 7) in found(trail)


def test_a_trail_that_grew_still_holds_its_anchor(trail: Store) -> None:
    """A head noted earlier is found again after more entries."""
    with trail.read() as tx:
        noted = audit.head(tx)
    with trail.write() as tx:
        audit.append(tx, "ben", "release")
    assert found(trail, noted) == []


def test_time_never_runs_backwards(dialect: str, tmp_path: Path) -> None:
    """With the clock set back, entries keep their order and the last instant."""
    instants = [datetime(2027, 3, 1, 12, tzinfo=UTC) + timedelta(hours=h) for h in (0, 5, -48, 6)]
    clock: Callable[[], datetime] = iter([*instants, *[instants[-1]] * 3]).__next__
    store = ready_store(dialect, tmp_path, clock)
    for _ in instants:
        with store.write() as tx:
            audit.append(tx, "anna", "decide")
    with store.read() as tx:
        assert [entry.at for entry in audit.entries(tx)] == [instants[0], instants[1], instants[1], instants[3]]
        assert audit.verify(tx) == ()
    store.close()


def test_an_entry_and_its_change_are_one(store: Store) -> None:
    """Where the transaction fails, neither the change nor its entry is there."""

    def fail() -> None:
        with store.write() as tx:
            projects.create_project(tx, "p", "anna")
            audit.append(tx, "anna", "create")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.read() as tx:
        assert projects.list_projects(tx) == ()
        assert audit.head(tx).seq == 0


def test_a_person_stands_there_as_a_hash_until_forgotten(store: Store) -> None:
    """Entries about a person are found by their hash; with the key gone nobody can make it again; the chain holds."""
    with store.write() as tx:
        example = make_project(tx)
        name = audit.person_hash(tx, example.project, "c1")
        assert name != audit.person_hash(tx, example.project, "c2")
        assert name == audit.person_hash(tx, example.project, "c1")
        audit.append(tx, "anna", "decide", details={"person": name})
        audit.append(tx, "anna", "release")
    with store.read() as tx:
        assert [entry.seq for entry in audit.entries(tx, person=name)] == [1]
    with store.write() as tx:
        forget.forget_person(tx, example.project, "c1", Rule.REQUEST)
    with store.write() as tx:
        assert audit.person_hash(tx, example.project, "c1") != name
    assert found(store) == []
