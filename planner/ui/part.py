"""Parts of a page that are drawn anew by themselves, for as long as the page would still be drawn for the same reader.

Streamlit keeps what such a part was drawn with and passes the gate no more: whoever has signed out in another window,
or has lost a role, could go on turning tabs, and somebody deleted meanwhile would still be in the next one.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

import streamlit as st

from planner.store import User
from planner.store.shelf import Reach
from planner.ui.auth import current_user
from planner.ui.auth.database import open_store

P = ParamSpec("P")


def standing() -> tuple[User, Reach]:
    """Return who looks, with which roles, and how often people have been deleted.

    What is kept for a session, or for a part of a page, may be shown as long as this stays the same.

    Raises
    ------
    StoreError
        If the database cannot be reached.
    """
    return current_user(), open_store().shelf.reach()


def part(draw: Callable[P, None]) -> Callable[P, None]:
    """Let a function draw a part of a page: what happens in it draws it anew and nothing else.

    Where somebody else looks than the page was drawn for, or somebody was deleted, the whole page is drawn anew.
    """

    @st.fragment
    @wraps(draw)
    def alone(drawn_for: tuple[User, Reach], args: Any, named: Any) -> None:
        if standing() != drawn_for:
            st.rerun()
        draw(*args, **named)

    @wraps(draw)
    def begin(*args: P.args, **named: P.kwargs) -> None:
        alone(standing(), args, named)

    return begin
