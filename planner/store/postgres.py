"""PostgreSQL as this program uses it: one writer at a time, as in SQLite; readers see one state."""

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import URL

from planner.store.errors import StoreError
from planner.store.layout import METADATA
from planner.store.pool import POOL

WRITER = 0x51415057
"""Number of the advisory lock that the one writer holds."""

_WAIT = "10s"


def postgres_engine(url: URL) -> Engine:
    """Return an engine on a server; a connection that has died is replaced before it is used.

    Raises
    ------
    StoreError
        ``store.no_driver`` if the extra ``postgres`` is not installed.
    """
    try:
        address = url.set(drivername="postgresql+psycopg")
        return create_engine(address, hide_parameters=True, pool_pre_ping=True, **POOL)
    except ModuleNotFoundError:
        raise StoreError.of("store.no_driver") from None


def begin_write(connection: Connection) -> None:
    """Become the one writer; waits for the one before. What is read from here on is what the last one left."""
    connection.execute(text(f"SET LOCAL lock_timeout = '{_WAIT}'"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITER})


def begin_read(connection: Connection) -> None:
    """Fix the state that is read, and refuse to write."""
    connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))


def scrub(engine: Engine) -> bool:
    """Rewrite every table without its deleted rows, and the server's statistics, which quote some of them.

    The server's own log and its backups are its operator's.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in METADATA.sorted_tables:
            connection.execute(text(f"VACUUM (FULL, ANALYZE) {table.name}"))
        connection.execute(text("VACUUM (FULL) pg_catalog.pg_statistic"))
    return True
