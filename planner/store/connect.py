"""Which database: a file in the user's folder, or the one that ``PLANNER_DATABASE_URL`` names."""

import os
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from planner.settings import home_dir
from planner.store.errors import StoreError
from planner.store.postgres import postgres_engine
from planner.store.sqlite import sqlite_engine
from planner.store.store import Clock, Store, utc_now


def connect(url: str | None = None, *, clock: Clock = utc_now) -> Store:
    """Return the store; nothing is opened before it is first used.

    Parameters
    ----------
    url
        ``sqlite:///FILE`` or ``postgresql://…``; else ``PLANNER_DATABASE_URL``, else ``planner.db`` in the user's
        folder.
    clock
        Where the instants come from.

    Raises
    ------
    StoreError
        ``store.url`` for any other address, which is not repeated as it may hold a password; ``store.no_driver`` if
        the extra ``postgres`` is not installed.
    """
    named = url or os.environ.get("PLANNER_DATABASE_URL")
    if not named:
        return Store(sqlite_engine(home_dir() / "planner.db"), clock)
    try:
        address = make_url(named)
    except ArgumentError:
        raise StoreError.of("store.url") from None
    match address.get_backend_name():
        case "sqlite" if address.database and address.database != ":memory:":
            return Store(sqlite_engine(Path(address.database)), clock)
        case "postgresql" | "postgres":
            return Store(postgres_engine(address), clock)
    raise StoreError.of("store.url")
