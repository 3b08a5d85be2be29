"""The map, and the slider that moves one of its layers through the months of the plan."""

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
    """Show the map; where there is a plan it begins with the layer of months, and its slider."""
    _months(situation, drawn_situation(situation, words), words)


@part
def _months(situation: Situation, drawn: dict[str, Any] | None, words: Words) -> None:
    """Show what the slider moves. Moving it colours the map anew and does nothing else."""
    offered = (OCCUPIED,) if situation.course is None else (RUNNING, OCCUPIED, DIFFERENCE)
    layer = choose_layer({name: words.of(f"situation.map.{name}") for name in offered}, words, key=_LAYER)
    month = _month(situation, words, shown=layer == RUNNING)
    if drawn is None:
        st.info(words("Nothing is known about where these neighbourhoods lie; the table below says the same."))
    else:
        payload = coloured(drawn, situation, month, words)
        show_map(payload, Choice(st.session_state.get(_QUARTER), layer, ways="none"), on_pick=_pick)


def _month(situation: Situation, words: Words, *, shown: bool) -> int | None:
    """Return the position of the chosen month of the course; let somebody choose it where its layer is shown.

    On another layer slider and sentence would speak of a map that is not there. The month stays chosen meanwhile.
    """
    course = situation.course
    if course is None:
        return None
    window, days = list(course.axis.window), course.axis.days
    if not shown:
        kept = st.session_state.get(_MONTH)
        return kept if kept in window else window[0]
    month: int = st.select_slider(
        words("Month"),
        window,
        format_func=lambda k: words.month(days[k]),
        key=_MONTH,
        help=words.of("situation.by_month"),
        persist_state="page",
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


def _pick(code: str | None) -> None:
    st.session_state[_QUARTER] = code
