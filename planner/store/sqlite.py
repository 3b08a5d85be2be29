"""SQLite as this program uses it: one file, write-ahead log, deleted content overwritten, one writer at a time."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from planner.store.pool import POOL

APPLICATION_ID = 0x51415031
"""Marks the file as this program's (``QAP1``), so that no other file is taken for a backup."""

BUSY_MILLISECONDS = 10_000
"""How long a writer waits for the one before it."""


def sqlite_engine(file: Path) -> Engine:
    """Return an engine on a file that ``make_private`` made.

    A file that was moved away or replaced is noticed before the next transaction: what is written to it would be lost.
    """
    engine = create_engine(URL.create("sqlite", database=str(file)), hide_parameters=True, **POOL)

    @event.listens_for(engine, "do_connect")
    def _require(*_: Any) -> None:
        if identity(file) is None:
            error = sqlite3.OperationalError("no file")
            error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
            raise error

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info["file"] = identity(file)
        prepare(connection)

    @event.listens_for(engine, "checkout")
    def _same(_: object, record: ConnectionPoolEntry, __: object) -> None:
        if record.info["file"] != identity(file):
            raise DisconnectionError

    return engine


def identity(file: Path) -> tuple[int, int] | None:
    """Return what tells this file from another of the same name; ``None`` if there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def make_private(file: Path) -> None:
    """Make the file if it is missing, with its folder, for the owner's eyes only; SQLite's other files follow it."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def prepare(connection: sqlite3.Connection) -> None:
    """Set a new connection up; transactions are begun by us, not by the driver."""
    connection.isolation_level = None
    run = connection.execute
    run(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    if run("PRAGMA journal_mode").fetchone()[0] != "wal":
        run("PRAGMA journal_mode = WAL")
    run("PRAGMA synchronous = FULL")
    run("PRAGMA foreign_keys = ON")
    run("PRAGMA secure_delete = ON")
    run("PRAGMA temp_store = MEMORY")
    run("PRAGMA trusted_schema = OFF")


def begin_write(connection: Connection) -> None:
    """Begin as the one writer; waits for the one before."""
    connection.exec_driver_sql("PRAGMA query_only = OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def begin_read(connection: Connection) -> None:
    """Begin on the present state, which stays the same until the end, and refuse to write."""
    connection.exec_driver_sql("PRAGMA query_only = ON")
    connection.exec_driver_sql("BEGIN")


def scrub(engine: Engine) -> bool:
    """Rewrite the file without its free pages and empty the log; return whether the log could be emptied.

    It cannot while somebody still reads an older state.
    """
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = OFF")
        connection.exec_driver_sql("VACUUM")
        busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return not busy
