"""What every workplace begins with: who works here, on which project, and how a refusal is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from planner.errors import InputError
from planner.service import RefusedError, create_project, list_projects, require
from planner.store import Role, Store, StoreError, User
from planner.ui.auth import current_user
from planner.ui.auth.database import open_store
from planner.ui.demo_project import make_demo_project
from planner.ui.language import current_words
from planner.ui.problems import show_problems
from planner.ui.words import Words

_PROJECT = "project_id"
_SAID = "said"
_BEGINNERS = frozenset({Role.PLANNER, Role.REVIEWER})
"""Either may make a project; who has both roles may make that of the demo."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Who works on which project, and in which language."""

    store: Store
    user: User
    project: str
    words: Words

    def may(self, role: Role) -> bool:
        """Return whether the user has a role; only for what is drawn, the use cases ask for themselves."""
        return role in self.user.roles


def open_bench(title: str, role: Role) -> Bench | None:
    """Draw the head of a workplace; return what it works on, ``None`` if there is nothing to be worked on.

    Parameters
    ----------
    title
        Message of the catalogue.
    role
        Who may work here; others are told so.
    """
    words, user, store = current_words(), current_user(), open_store()
    with st.container(horizontal=True, vertical_alignment="bottom", key="head"):
        st.title(words(title), anchor=False, width="content")
        place = st.container(width="stretch")
    _repeat_said()
    bench = None
    with refusals(words):
        require(user, role)
        with place:
            project = _choose(store, user, words)
        if project is None:
            st.info(words("There is no project yet."), icon=":material/info:")
            _begin(store, user, words)
        else:
            bench = Bench(store, user, project, words)
    return bench


@contextmanager
def refusals(words: Words) -> Iterator[None]:
    """Say in a sentence or a table why something was not done; whatever was drawn before stays."""
    try:
        yield
    except InputError as error:
        show_problems(error.problems, words)
    except (RefusedError, StoreError) as error:
        st.error(error.text(words.language), icon=":material/block:")


def say(sentence: str) -> None:
    """Draw the page anew and say there that something was done."""
    st.session_state[_SAID] = sentence
    st.rerun()


def _repeat_said() -> None:
    if sentence := st.session_state.pop(_SAID, None):
        st.success(sentence, icon=":material/check:")


def _choose(store: Store, user: User, words: Words) -> str | None:
    """Let a project be chosen, or another one be begun."""
    names = {one.project_id: one.name for one in list_projects(store, user)}
    if not names:
        return None
    chosen = st.session_state.get(_PROJECT)
    ids = list(names)
    with st.container(horizontal=True, vertical_alignment="bottom", key="project"):
        # Keyed by how many there are, so that a project just made is the one chosen, and what it was made in closes.
        project: str = st.selectbox(
            words("Project"),
            ids,
            index=ids.index(chosen) if chosen in names else 0,
            format_func=names.__getitem__,
            key=f"project_{len(ids)}",
            width=360,
            label_visibility="collapsed",
        )
        if user.roles & _BEGINNERS:
            with st.popover(words("New project"), icon=":material/add:", key=f"new_project_{len(ids)}"):
                _begin(store, user, words)
    st.session_state[_PROJECT] = project
    return project


def _begin(store: Store, user: User, words: Words) -> None:
    """Offer to make a project to whoever may."""
    if not user.roles & _BEGINNERS:
        return
    st.markdown(words("A project holds together what belongs together: places, people, scenarios, plans, decisions."))
    with st.form("make_project", border=False, clear_on_submit=True):
        name = st.text_input(words("Name of the project"), max_chars=200, key="project_name")
        pressed = st.form_submit_button(words("Make the project"))
    if pressed and not name.strip():
        st.error(words("Please give the project a name."), icon=":material/edit_note:")
    elif pressed:
        with refusals(words):
            st.session_state[_PROJECT] = create_project(store, user, name).project_id
            say(words("The project was made."))
    if user.roles >= _BEGINNERS:
        st.markdown(words("Or look around first with invented people in the real city:"))
        if st.button(words("Make the demo project"), icon=":material/school:", key="demo_project"):
            with st.spinner(words("Reading and checking …")), refusals(words):
                st.session_state[_PROJECT] = make_demo_project(store, user)
                say(words("The demo project was made; its first two plans are being computed."))
