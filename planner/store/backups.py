"""Backups: one SQLite file, whichever database it comes from, taken while people write.

It restores whole into either kind of database, so it is also the way from a file to a server and back.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, NullPool, create_engine

from planner.store.copying import copy_rows, count_rows, drop_everything
from planner.store.errors import StoreError, UnavailableError
from planner.store.failures import own_words
from planner.store.schema import alone, check_layout, migrate
from planner.store.sqlite import APPLICATION_ID, make_private
from planner.store.store import Store


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file and the day it was taken, as it says itself."""

    file: Path
    day: date


def backup(store: Store, file: Path) -> None:
    """Write the present state of the database into one file, which appears whole or not at all.

    Nobody has to stop writing: the file holds the state of one moment.

    Raises
    ------
    StoreError
        ``backup.failed`` if the file cannot be written.
    UnavailableError
        If the database cannot be read.
    """
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with own_words():
            make_private(draft)
            _copy_file(store, draft) if store.file else _copy_server(store, draft)
            _close_draft(draft, store.clock().date())
        draft.replace(file)
    except (OSError, sqlite3.Error):
        raise StoreError.of("backup.failed") from None
    finally:
        for left in (draft, *(draft.with_name(draft.name + end) for end in ("-wal", "-shm", "-journal"))):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def restore(file: Path, store: Store, *, replace: bool = False) -> None:
    """Fill the database from a backup, whole or not at all, and bring it to the present layout.

    Parameters
    ----------
    replace
        Whether a database that is not empty may be replaced.

    Raises
    ------
    StoreError
        ``backup.none`` if the file is no backup or is damaged, ``backup.not_empty``.
    SchemaError
        ``store.newer`` if the backup, or what is to be replaced, was written by a newer program.
    """
    read_backup(file)
    with own_words(), _opened(file) as source, alone(store) as target:
        check_layout(source)
        _make_room(target, replace=replace)
        migrate(target, str(MigrationContext.configure(source).get_current_revision()))
        copy_rows(source, target)
        migrate(target)


def read_backup(file: Path) -> Backup:
    """Return what a backup says of itself, after looking at every page of it.

    Raises
    ------
    StoreError
        ``backup.none`` if the file is no backup or is damaged.
    """
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            ours = connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
            (day,) = connection.execute("PRAGMA user_version").fetchone()
            if not ours or not day or connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise StoreError.of("backup.none")
    except sqlite3.Error:
        raise StoreError.of("backup.none") from None
    return Backup(file, date.fromordinal(day))


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, the newest first; other files are passed over."""
    found = []
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        try:
            if file.is_file():
                found.append(read_backup(file))
        except StoreError:
            continue
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def drop_backups(folder: Path, until: date) -> tuple[Path, ...]:
    """Delete the backups taken on a day or before it, and return their files."""
    old = tuple(one.file for one in list_backups(folder) if one.day <= until)
    for file in old:
        file.unlink(missing_ok=True)
    return old


def _copy_file(store: Store, draft: Path) -> None:
    """Use SQLite's own online backup, in one step: it holds back no writer."""
    with closing(sqlite3.connect(str(store.file))) as source, closing(sqlite3.connect(draft)) as target:
        source.backup(target)


def _copy_server(store: Store, draft: Path) -> None:
    """Read everything in one transaction, which sees one moment."""
    with store.read() as tx, _opened(draft, writing=True) as target:
        migrate(target, str(MigrationContext.configure(tx.connection).get_current_revision()))
        copy_rows(tx.connection, target)


def _close_draft(draft: Path, day: date) -> None:
    """Make it a single file, note the day, check it, and see it onto the disk."""
    with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA user_version = {day.toordinal()}")
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise UnavailableError.of("store.damaged")
    with draft.open("rb+") as written:
        os.fsync(written.fileno())


def _make_room(target: Connection, *, replace: bool) -> None:
    check_layout(target)
    if count_rows(target) and not replace:
        raise StoreError.of("backup.not_empty")
    drop_everything(target)


@contextmanager
def _opened(file: Path, *, writing: bool = False) -> Iterator[Connection]:
    """Open a backup as a plain file without a log beside it."""
    mode = "mode=rw" if writing else "mode=ro&immutable=1"
    address = f"{file.resolve().as_uri()}?{mode}"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool, hide_parameters=True
    )
    with engine.begin() as connection:
        yield connection
