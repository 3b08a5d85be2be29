"""What every table shares: names of constraints, ids, and instants that are the same text in every database."""

from datetime import UTC, datetime

from sqlalchemy import Column, ForeignKey, MetaData, String
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Named constraints, as SQLite can change a table only by naming what it drops."""

ID = String(16)
"""A random id: nothing can be read from it or guessed, and it moves unchanged into another database."""

HASH = String(64)
"""SHA-256 in hexadecimal digits."""

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def instant_text(at: datetime) -> str:
    """Return an instant as text in UTC; texts sort as their instants do."""
    return at.astimezone(UTC).strftime(_FORMAT)


class Instant(TypeDecorator[datetime]):
    """An instant in UTC, kept as text of one length."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the instant as text."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read the text as an instant."""
        return None if value is None else datetime.fromisoformat(value)


def project_column(*, primary_key: bool = False) -> Column[str]:
    """Return the column that says to which project a row belongs."""
    return Column("project_id", ID, ForeignKey("projects.project_id"), nullable=False, primary_key=primary_key)
