"""Which pages are offered to whom: what is not offered cannot be reached by its address either."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from planner.store import Role, User
from planner.ui.auth import account_page
from planner.ui.auth.setup import read_setup
from planner.ui.help import help_page
from planner.ui.plan_page import plan_page
from planner.ui.words import Words

_HERE = Path(__file__).parent / "workplaces"
_START = "start"
"""Streamlit serves the first page at the root only, and keeps its own address back all the same."""


def pages_for(user: User, words: Words) -> list[st.Page]:
    """Return the pages of a user's roles; at a workstation also the one that keeps nothing, first.

    An administrator sees no case data and so has none of the workplaces.
    """
    offered: list[tuple[Path | Callable[[], None], str, str]] = []
    if read_setup() is None:
        offered.append((plan_page, words("Plan"), "plan"))
    workplaces = {
        Role.PLANNER: ("planning.py", words("Planning"), "planning"),
        Role.REVIEWER: ("review.py", words("Review"), "review"),
        Role.LEADERSHIP: ("situation.py", words("Situation"), "situation"),
    }
    offered += [
        (_HERE / file, title, address) for role, (file, title, address) in workplaces.items() if role in user.roles
    ]
    made: dict[str, st.Page] = {}
    offered += [(account_page, words("Account"), "account"), (lambda: help_page(made), words("Help"), "help")]
    made |= {
        address: st.Page(page, title=title, url_path=address if number else _START, default=not number)
        for number, (page, title, address) in enumerate(offered)
    }
    return [*made.values(), _by_name(offered[0][2], made)]


def _by_name(address: str, made: dict[str, st.Page]) -> st.Page:
    """Return what leads from the address of the first page, as somebody has noted it, to where the page is."""

    def lead() -> None:
        st.switch_page(made[address], query_params=st.query_params.to_dict())

    return st.Page(lead, title=made[address].title, url_path=address, visibility="hidden")
