"""A backup is one file that restores whole, from and into either kind of database."""

import multiprocessing
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from planner.store import SchemaError, Store, StoreError, audit, backup, connect, restore
from planner.store.backups import drop_backups, list_backups, read_backup
from planner.store.copying import tables_of
from tests.store.databases import DIALECTS, fresh_url, ready_store, ready_url
from tests.store.example import PIN, make_project, solved, take


def content(store: Store) -> dict[str, list[str]]:
    """Every row of every table, as text."""
    with store.read() as tx:
        tables = tables_of(tx.connection).tables
        return {name: sorted(map(str, tx.run(table.select()).all())) for name, table in tables.items()}


def fill(store: Store) -> None:
    """Something in most tables, with a parent and its child in the wrong order of names."""
    example, _, _ = solved(store)
    with store.write() as tx:
        take(tx, example.project, ("c1", "s1"), PIN, 0)
        audit.append(tx, "anna", "decide", details={"person": audit.person_hash(tx, example.project, "c1")})


@pytest.mark.parametrize("other", DIALECTS)
def test_a_backup_restores_whole(store: Store, other: str, tmp_path: Path) -> None:
    """What was backed up is there after restoring into an empty database of either kind, trail and all."""
    fill(store)
    backup(store, tmp_path / "b.backup")
    for url in (fresh_url(other, tmp_path), ready_url(other, tmp_path)):
        target = connect(url)
        restore(tmp_path / "b.backup", target)
        assert content(target) == content(store)
        with target.read() as tx:
            assert audit.verify(tx) == ()
        target.close()


def test_a_backup_is_one_private_file(store: Store, tmp_path: Path) -> None:
    """There is one file, for its owner only, nothing beside it, and it says the day."""
    folder = tmp_path / "backups"
    folder.mkdir()
    backup(store, folder / "b.backup")
    assert [file.name for file in folder.iterdir()] == ["b.backup"]
    assert (folder / "b.backup").stat().st_mode & 0o077 == 0
    assert read_backup(folder / "b.backup").day == store.clock().date()


def test_only_an_empty_database_is_filled(store: Store, dialect: str, tmp_path: Path) -> None:
    """A database with content is replaced only when that is said; then nothing of it is left."""
    fill(store)
    backup(store, tmp_path / "b.backup")
    before = content(store)
    target = ready_store(dialect, tmp_path)
    with target.write() as tx:
        make_project(tx)
        audit.append(tx, "ben", "import")
    with pytest.raises(StoreError, match=r"backup\.not_empty"):
        restore(tmp_path / "b.backup", target)
    restore(tmp_path / "b.backup", target, replace=True)
    assert content(target) == before
    target.close()


@pytest.mark.parametrize("damage", ["other", "empty", "cut", "newer"])
def test_what_is_no_backup_is_refused(store: Store, damage: str, tmp_path: Path) -> None:
    """Another file, a cut one, or one of a newer program is refused, and the database stays as it was."""
    file = tmp_path / "b.backup"
    fill(store)
    before = content(store)
    backup(store, file)
    match damage:
        case "other":
            file.write_text("not a database")
        case "empty":
            file.write_bytes(b"")
        case "cut":
            file.write_bytes(file.read_bytes()[:-8192])
        case _:
            with closing(sqlite3.connect(file)) as raw, raw:
                raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises((StoreError, SchemaError), match=r"backup\.none|store\.newer"):
        restore(file, store, replace=True)
    assert content(store) == before


def test_a_failed_backup_leaves_nothing(store: Store, tmp_path: Path) -> None:
    """Where the folder is missing, the backup says so and leaves no file."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match=r"backup\.failed"):
        backup(store, tmp_path / "file" / "b.backup")


def test_old_backups_are_dropped(store: Store, tmp_path: Path) -> None:
    """Backups go by the day they say they were taken on; other files stay."""
    folder = tmp_path / "backups"
    backup_day = store.clock().date()
    folder.mkdir()
    backup(store, folder / "new.backup")
    backup(store, folder / "old.backup")
    old = backup_day.replace(year=backup_day.year - 1)
    with closing(sqlite3.connect(folder / "old.backup")) as raw:
        raw.execute(f"PRAGMA user_version = {old.toordinal()}")
    (folder / "notes.txt").write_text("mine")
    assert [one.file.name for one in list_backups(folder)] == ["new.backup", "old.backup"]
    assert [file.name for file in drop_backups(folder, old)] == ["old.backup"]
    assert sorted(file.name for file in folder.iterdir()) == ["new.backup", "notes.txt"]


def write_on(url: str, project: str, number: int, started: object, stopped: object) -> None:
    """Take steps on pairs, each with its entry in the trail, until told to stop."""
    store = connect(url)
    version = 0
    while version < 5 or not stopped.is_set():  # type: ignore[attr-defined]
        with store.write() as tx:
            state = None if version % 2 else PIN
            version = take(tx, project, (f"c{number}", "s1"), state, version)
            audit.append(tx, "anna", "decide", details={"version": version})
        started.set()  # type: ignore[attr-defined]
    store.close()


def test_a_backup_while_people_write_is_whole(dialect: str, tmp_path: Path) -> None:
    """Taken while four processes write, a backup holds one moment: as many entries as steps, and the chain is valid."""
    url = ready_url(dialect, tmp_path)
    store = connect(url)
    with store.write() as tx:
        project = make_project(tx).project
    context = multiprocessing.get_context("spawn")
    started, stopped = context.Event(), context.Event()
    writers = [context.Process(target=write_on, args=(url, project, n, started, stopped)) for n in range(4)]
    for writer in writers:
        writer.start()
    assert started.wait(60)
    for number in range(3):
        backup(store, tmp_path / f"{number}.backup")
    stopped.set()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    last = 0
    for number in range(3):
        target = connect(fresh_url(dialect, tmp_path))
        restore(tmp_path / f"{number}.backup", target)
        with target.read() as tx:
            assert audit.verify(tx) == ()
            entries = audit.head(tx).seq
            steps = tx.run(tables_of(tx.connection).tables["decision_history"].select()).all()
            assert len(steps) == entries >= last
            last = entries
        target.close()
    with store.read() as tx:
        assert audit.head(tx).seq >= max(last, 20)
    store.close()
