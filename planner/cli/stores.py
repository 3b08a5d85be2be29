"""The database a command works on, and who works there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.store import Store, User


@contextmanager
def opened_store(*, current: bool = True) -> "Iterator[Store]":
    """Open the database that ``PLANNER_DATABASE_URL`` names, else the one in the user's folder.

    Parameters
    ----------
    current
        Whether it must have the present layout.

    Raises
    ------
    StoreError
        If it cannot be opened, or has another layout.
    """
    from planner.store import connect, require_current

    store = connect()
    try:
        if current:
            require_current(store)
        yield store
    finally:
        store.close()


@contextmanager
def operated_store() -> "Iterator[tuple[Store, User]]":
    """Open the database as its operator: whoever may start a command with its address may do everything in it.

    Raises
    ------
    StoreError
        If it cannot be opened, or has another layout.
    """
    from planner.service import local_user

    with opened_store() as store:
        yield store, local_user(store)
