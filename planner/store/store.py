"""One database, its transactions, and the moment each of them happens at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, Executable

from planner.store import postgres, sqlite
from planner.store.failures import own_words
from planner.store.shelf import Reach, Shelf

Clock = Callable[[], datetime]
Values = Mapping[str, Any]


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Transaction:
    """What the functions of this room work in: all of it becomes true at once, or nothing does.

    Parameters
    ----------
    connection
        Used within this room only.
    now
        The instant at which everything in this transaction happens.
    shelf
        What was read before and never changes; may be asked after the transaction, too.
    """

    connection: Connection
    now: datetime
    shelf: Reach

    @property
    def today(self) -> date:
        """The day in UTC."""
        return self.now.date()

    def run(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Execute a statement; many rows of values at once are written together, none at all is no work."""
        return self.connection.execute(statement, values)

    def insert(self, statement: Executable, rows: Sequence[Values]) -> None:
        """Write rows, if there are any."""
        if rows:
            self.connection.execute(statement, rows)


class Store:
    """One database.

    Parameters
    ----------
    engine
        SQLite or PostgreSQL.
    clock
        Where the instants of the transactions come from.
    """

    def __init__(self, engine: Engine, clock: Clock = utc_now) -> None:
        self.engine = engine
        self.clock = clock
        self.shelf = Shelf()

    def __repr__(self) -> str:
        return f"Store({self.dialect})"

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    @property
    def file(self) -> Path | None:
        """The file of a SQLite database."""
        return Path(str(self.engine.url.database)) if self.dialect == "sqlite" else None

    @property
    def manner(self) -> ModuleType:
        """How this kind of database begins, and how it gets rid of what is deleted."""
        return sqlite if self.dialect == "sqlite" else postgres

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Open the one writing transaction; waits up to ten seconds for the one before.

        Raises
        ------
        UnavailableError
            If the database is gone, busy, full, damaged or may not be written; then nothing was changed.
        """
        with own_words(), self.engine.connect() as connection, connection.begin():
            shelf = self.shelf.reach()
            self.manner.begin_write(connection)
            yield Transaction(connection, self.clock(), shelf)

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Open a transaction that sees one state from beginning to end and can change nothing.

        Raises
        ------
        UnavailableError
            If the database is gone, busy or damaged.
        """
        with own_words(), self.engine.connect() as connection, connection.begin():
            shelf = self.shelf.reach()
            self.manner.begin_read(connection)
            yield Transaction(connection, self.clock(), shelf)

    def scrub(self) -> bool:
        """Overwrite what has been deleted, in memory, in the file and its log; return whether nothing of it is left.

        Raises
        ------
        UnavailableError
            If somebody is writing for longer than ten seconds.
        """
        self.shelf.clear()
        with own_words():
            return bool(self.manner.scrub(self.engine))

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()
