"""What people see who may not come in, or not yet."""

import streamlit as st

from planner.errors import Problem
from planner.store import User
from planner.ui.auth.setup import Setup
from planner.ui.problems import plain
from planner.ui.words import Words


def sign_in_page(setup: Setup, words: Words, *, ended: bool) -> None:
    """Offer the sign-in of the organisation."""
    st.title(words("Sign in"), anchor=False)
    if ended:
        st.info(words("Your session has ended. Please sign in again."), icon=":material/timer_off:")
    for provider, label in setup.providers.items():
        shown = words("Sign in with {provider}", provider=label) if label else words("Sign in with your organisation")
        st.button(shown, on_click=st.login, args=[provider], type="primary", key=f"sign_in_{provider}")


def no_role_page(user: User, words: Words) -> None:
    """Say that the person is known but has nothing to do here yet."""
    st.title(words("No access yet"), anchor=False)
    st.info(words("You are signed in as {name}, but have no role yet.", name=plain(user.name)), icon=":material/badge:")
    st.markdown(words("Please ask whoever administers this program for a role, then sign in again."))
    st.button(words("Sign out"), on_click=st.logout, key="sign_out")


def refused_page(problem: Problem, words: Words) -> None:
    """Say why nobody can come in."""
    st.title(words("Access is closed"), anchor=False)
    st.error(problem.text(words.language), icon=":material/lock:")
