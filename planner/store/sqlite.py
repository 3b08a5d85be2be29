"""SQLite as this program uses it: one file, write-ahead log, deleted content overwritten, one writer at a time."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

APPLICATION_ID = 0x51415031
"""Marks the file as this program's (``QAP1``), so that no other file is taken for a backup."""

BUSY_MILLISECONDS = 10_000
"""How long a writer waits for the one before it."""


def sqlite_engine(file: Path) -> Engine:
    """Return an engine on a file; the file is made when first used, readable by its owner only."""
    engine = create_engine(URL.create("sqlite", database=str(file)), hide_parameters=True)

    @event.listens_for(engine, "do_connect")
    def _make(*_: Any) -> None:
        make_private(file)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        prepare(connection)

    return engine


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
