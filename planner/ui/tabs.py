"""Tabs of which only the open one is drawn, so that a page with many takes the time of one."""

from collections.abc import Callable, Sequence

import streamlit as st

from planner.ui.words import Words


def lazy_tabs(parts: Sequence[tuple[str, Callable[[], None]]], words: Words, *, key: str) -> None:
    """Show tabs and draw the open one.

    Parameters
    ----------
    parts
        Title and what draws the tab.
    key
        Of the choice, which is kept by language: titles are what it consists of. A switch of the language goes on at
        the open tab.
    """
    titles = [title for title, _ in parts]
    choice, last = f"{key}_{words.language}", st.session_state.get(f"{key}_open")
    if last is not None and choice not in st.session_state:
        st.session_state[choice] = titles[last]
    tabs = st.tabs(titles, key=choice, on_change="rerun")
    for number, (tab, (_, draw)) in enumerate(zip(tabs, parts, strict=True)):
        if tab.open:
            st.session_state[f"{key}_open"] = number
            with tab:
                draw()


def turn_to(title: str, words: Words, *, key: str) -> None:
    """Have another tab open at the next drawing; for what happens at a click, before anything is drawn."""
    st.session_state[f"{key}_{words.language}"] = title
