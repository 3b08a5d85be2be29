"""The page "Account": who is working here, with which roles, and the way out."""

import streamlit as st

from planner.store import User
from planner.ui.auth.database import open_store
from planner.ui.auth.gate import current_user
from planner.ui.auth.setup import read_setup
from planner.ui.auth.visit import at_workstation
from planner.ui.language import current_words
from planner.ui.problems import plain
from planner.ui.words import Words


def account_page() -> None:
    """Draw the page."""
    words, user = current_words(), current_user()
    st.title(words("Account"), anchor=False)
    roles = ", ".join(words.of(f"role.{role}") for role in sorted(user.roles))
    st.markdown(words("Roles: {roles}", roles=roles))
    if read_setup() is None:
        _name(user, words)
    else:
        st.markdown(words("Signed in as {name}.", name=plain(user.name)))
        st.button(words("Sign out"), on_click=st.logout, key="sign_out")


def _name(user: User, words: Words) -> None:
    """Let the person of a workstation say how the trail of changes is to call them."""
    st.markdown(words("Local profile: only from this computer, without a sign-in."))
    with st.form("local_name", border=False):
        name = st.text_input(words("Name in the trail of changes"), user.name, max_chars=200, key="local_name_field")
        if st.form_submit_button(words("Keep the name")) and name.strip():
            at_workstation(open_store(), {}, name.strip())
            st.toast(words("The name was kept."))
