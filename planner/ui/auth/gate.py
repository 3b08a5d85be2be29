"""The gate every run passes, and who passed it."""

import streamlit as st

from planner.service.errors import ForbiddenError
from planner.store import StoreError, User
from planner.ui.auth.database import open_store
from planner.ui.auth.doors import no_role_page, refused_page, sign_in_page
from planner.ui.auth.setup import Setup, SetupError, read_setup
from planner.ui.auth.visit import State, Visit, at_workstation, by_sign_in
from planner.ui.language import current_words
from planner.ui.words import Words


def sign_in_gate() -> User:
    """Return who may come in; for everybody else draw why not, and end the run.

    To be called in every run after ``st.set_page_config`` and before anything that is not for everybody.
    """
    words = current_words()
    try:
        setup = read_setup()
        visit = _look(setup)
    except (SetupError, StoreError, ForbiddenError) as error:
        refused_page(error.problem, words)
        st.stop()
    if visit.state is not State.IN or visit.user is None:
        _turn_away(visit, setup, words)
        st.stop()
    return visit.user


def current_user() -> User:
    """Return who this run is for, as the table of sessions says at this very moment.

    Pages and fragments may call it as often as they like. Where the session has ended meanwhile, the whole page runs
    again and meets the gate.

    Raises
    ------
    StoreError
        If the database cannot be reached.
    """
    visit = _look(read_setup())
    if visit.state is not State.IN or visit.user is None:
        st.rerun()
    return visit.user


def _look(setup: Setup | None) -> Visit:
    store = open_store()
    if setup is None:
        return at_workstation(store, {name.lower(): value for name, value in st.context.headers.items()})
    return by_sign_in(store, setup, st.user.to_dict())


def _turn_away(visit: Visit, setup: Setup | None, words: Words) -> None:
    if visit.user is not None:
        no_role_page(visit.user, words)
    elif setup is not None:
        sign_in_page(setup, words, ended=visit.state is State.ENDED)
