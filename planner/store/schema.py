"""Which layout a database has, and the way to the present one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from planner.store.errors import SchemaError
from planner.store.failures import own_words
from planner.store.sqlite import APPLICATION_ID, make_private
from planner.store.store import Store

_one_thread = Lock()
"""Alembic keeps what it works on in its module."""


def head() -> str:
    """Return the layout this program knows."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def current(store: Store) -> str | None:
    """Return the layout of the database; ``None`` if it is empty or does not exist yet.

    Raises
    ------
    UnavailableError
        If the database cannot be reached.
    """
    if store.file is not None and not store.file.exists():
        return None
    with store.read() as tx:
        return MigrationContext.configure(tx.connection).get_current_revision()


def require_current(store: Store) -> None:
    """Refuse to work on another layout than the present one.

    Raises
    ------
    SchemaError
        ``store.older`` (``planner db upgrade`` helps), or ``store.newer`` if a newer program has written it.
    """
    found = current(store)
    if found != head():
        raise SchemaError.of("store.older" if found is None or found in _known() else "store.newer")


def upgrade(store: Store, revision: str = "head") -> None:
    """Bring the database to the present layout, whole or not at all; a second upgrade at the same time waits and finds
    nothing to do.

    Raises
    ------
    SchemaError
        ``store.newer`` if a newer program has written it, ``store.foreign`` if it holds something else.
    UnavailableError
        If the database is gone, full or busy for longer than ten seconds.
    """
    with own_words(), alone(store) as connection:
        migrate(connection, revision)


def migrate(connection: Connection, revision: str = "head") -> None:
    """Migrate inside the caller's transaction.

    Raises
    ------
    SchemaError
        As ``upgrade``.
    """
    check_layout(connection)
    config = _config()
    config.attributes["connection"] = connection
    with _one_thread:
        command.upgrade(config, revision)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def check_layout(connection: Connection) -> None:
    """Refuse a database that is neither empty nor of a known layout.

    Raises
    ------
    SchemaError
        ``store.newer`` or ``store.foreign``.
    """
    found = MigrationContext.configure(connection).get_current_revision()
    if found is not None and found not in _known():
        raise SchemaError.of("store.newer")
    if found is None and inspect(connection).get_table_names():
        raise SchemaError.of("store.foreign")


@contextmanager
def alone(store: Store) -> Iterator[Connection]:
    """Be the one writer. SQLite rebuilds tables only while references are not followed; they are checked afterwards."""
    if store.file is not None:
        make_private(store.file)
    with store.engine.connect() as connection:
        _follow_references(connection, "OFF")
        try:
            with connection.begin():
                store.manner.begin_write(connection)
                yield connection
                if store.dialect == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
                    raise SchemaError.of("store.damaged")
        finally:
            _follow_references(connection, "ON")


def _follow_references(connection: Connection, state: str) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA foreign_keys = {state}")
        connection.commit()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _known() -> frozenset[str]:
    return frozenset(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())
