"""The one store of this server, for pages and for the door alike."""

import os
from contextlib import suppress
from functools import cache
from threading import Lock

from planner.settings import backup_dir, home_dir
from planner.store import SchemaError, Store, backup, connect, current, head, require_current, upgrade, utc_now
from planner.ui.auth.setup import read_setup

_first = Lock()


def open_store() -> Store:
    """Return the store, with its tables made if it has none yet.

    At a workstation a newer program brings the database along, once a backup of it is written: whoever works there
    knows no other way. A server waits for whoever runs it.

    Raises
    ------
    StoreError
        If it cannot be opened, or its layout is another one than the present (``planner db upgrade`` helps).
    """
    with _first:
        return _opened(os.environ.get("PLANNER_DATABASE_URL", ""), str(home_dir()))


@cache
def _opened(*_where: str) -> Store:
    store = connect()
    found = current(store)
    if found is None:
        upgrade(store)
    elif found != head() and store.file is not None and read_setup() is None:
        _bring_along(store, found)
    require_current(store)
    return store


def _bring_along(store: Store, layout: str) -> None:
    kept = backup_dir() / f"planner-{utc_now():%Y%m%dT%H%M%SZ}-{layout}.backup"
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    backup(store, kept)
    with suppress(SchemaError):  # a layout that is newer or somebody else's is refused by whoever asks next
        upgrade(store)
