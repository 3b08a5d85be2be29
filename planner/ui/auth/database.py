"""The one store of this server, for pages and for the door alike."""

import os
from functools import cache
from threading import Lock

from planner.settings import home_dir
from planner.store import Store, connect, current, require_current, upgrade

_first = Lock()


def open_store() -> Store:
    """Return the store, with its tables made if it has none yet.

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
    if current(store) is None:
        upgrade(store)
    require_current(store)
    return store
