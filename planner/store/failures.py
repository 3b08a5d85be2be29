"""Database errors in the program's own words. The original ones may quote rows, so they are not handed on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from planner.store.errors import StoreError, UnavailableError

_SQLITE = {
    5: "store.busy",
    6: "store.busy",
    8: "store.read_only",
    10: "store.gone",
    11: "store.damaged",
    13: "store.full",
    14: "store.gone",
    26: "store.damaged",
}
"""Primary result codes, https://www.sqlite.org/rescode.html."""

_POSTGRES = {"08": "store.gone", "53": "store.full", "55": "store.busy", "57": "store.gone", "25": "store.read_only"}
"""Classes of SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html."""


@contextmanager
def own_words() -> Iterator[None]:
    """Turn errors of the database driver into ``StoreError``.

    Raises
    ------
    UnavailableError
        If the database is gone, busy, full, damaged or read-only.
    StoreError
        ``store.failed`` for any other error, naming its kind only.
    """
    try:
        yield
    except DBAPIError as error:
        code = _code(error)
        if code is not None:
            raise UnavailableError.of(code) from None
        raise StoreError.of("store.failed", kind=type(error).__name__) from None
    except PoolTimeoutError:
        raise UnavailableError.of("store.busy") from None
    except SQLAlchemyError as error:
        raise StoreError.of("store.failed", kind=type(error).__name__) from None


def _code(error: DBAPIError) -> str | None:
    """Return the code of the sentence for an error of the database itself, ``None`` for one of a statement."""
    number = getattr(error.orig, "sqlite_errorcode", None)
    if number is not None:
        return _SQLITE.get(number & 0xFF)
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return _POSTGRES.get(state[:2])
    kind = type(error.orig).__name__
    return "store.gone" if error.connection_invalidated or kind == "OperationalError" else None
