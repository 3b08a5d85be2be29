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
        Of the choice, which is kept by language: titles are what it consists of.
    """
    tabs = st.tabs([title for title, _ in parts], key=f"{key}_{words.language}", on_change="rerun")
    for tab, (_, draw) in zip(tabs, parts, strict=True):
        if tab.open:
            with tab:
                draw()
