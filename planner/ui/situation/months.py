"""The map, and the slider that moves it through the months of the plan."""

from typing import Any

import streamlit as st

from planner.report.situation import DIFFERENCE, OCCUPIED, RUNNING, Situation
from planner.ui.colours import choose_layer
from planner.ui.map import Choice, show_map
from planner.ui.part import part
from planner.ui.situation.payload import coloured, drawn_situation
from planner.ui.words import Words

_QUARTER, _LAYER, _MONTH = "situation_quarter", "situation_layer", "situation_month"


def show_months(situation: Situation, words: Words) -> None:
    """Show the map; where there is a plan, also the slider."""
    _months(situation, drawn_situation(situation, words), words)


@part
def _months(situation: Situation, drawn: dict[str, Any] | None, words: Words) -> None:
    """Show what the slider moves. Moving it colours the map anew and does nothing else."""
    names = {OCCUPIED: words.of("situation.map.occupied")}
    if situation.plan is not None:
        names |= {name: words.of(f"situation.map.{name}") for name in (RUNNING, DIFFERENCE)}
    layer = choose_layer(names, words, key=_LAYER)
    month = _month(situation, words)
    if drawn is None:
        st.info(words("Nothing is known about where these neighbourhoods lie; the table below says the same."))
    else:
        payload = coloured(drawn, situation, month, words)
        show_map(payload, Choice(st.session_state.get(_QUARTER), layer, ways="none"), on_pick=_pick)


def _month(situation: Situation, words: Words) -> int | None:
    """Let somebody choose a month of the course; return its position."""
    course = situation.course
    if course is None:
        return None
    days = course.axis.days
    month: int = st.select_slider(
        words("Month"),
        list(course.axis.window),
        format_func=lambda k: words.month(days[k]),
        key=_MONTH,
        on_change=_show_month,
        help=words.of("situation.by_month"),
    )
    st.markdown(
        words(
            "In {month} at most {n} of {all} posts are occupied by this plan.",
            month=words.month(days[month]),
            n=words.number(sum(course.at(month).values())),
            all=words.number(situation.total("posts")),
        )
    )
    return month


def _show_month() -> None:
    """Show what the slider moves, whatever was shown before."""
    st.session_state[_LAYER] = RUNNING


def _pick(code: str | None) -> None:
    st.session_state[_QUARTER] = code
