"""Which part of the queue is looked at, and in which order."""

from functools import partial

import streamlit as st

from planner.explain.kompass import Kind, Mark
from planner.jobs import Errand
from planner.service import Desk, Order, QueueFilter, start_kompass
from planner.ui.bench import Bench
from planner.ui.planning.asides import Aside, show_aside
from planner.ui.planning.leeway import PHASES, phase_words
from planner.ui.words import Words

FIND = "case_find"
_KEYS = ("filter_order", "filter_boroughs", "filter_codes", "filter_leeway", "filter_twice", FIND)
_MARKS = "review_marks"


def keep_filter() -> None:
    """Keep what is chosen while another tab is open: fields that are not drawn lose it otherwise."""
    for key in _KEYS:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def clear_filter() -> None:
    """Let go of what was chosen."""
    for key in _KEYS:
        st.session_state.pop(key, None)


def choose_filter(bench: Bench, desk: Desk) -> QueueFilter:
    """Draw the fields, and return what they say."""
    words, case = bench.words, desk.case
    with st.expander(words("Filter and order"), key="filter_card", icon=":material/filter_alt:"):
        left, right = st.columns(2, gap="medium")
        boroughs = sorted({one.borough for one in case.neighbourhoods if one.borough})
        names = {one.code: one.name or one.code for one in case.neighbourhoods}
        with left:
            order = st.selectbox(
                words("Order"), list(Order), format_func=lambda one: words.of(f"review.order.{one}"), key="filter_order"
            )
            twice = st.checkbox(words("Only people who have declined twice or more"), key="filter_twice")
        with right:
            chosen = st.multiselect(
                words("Boroughs (home or work)"), boroughs, key="filter_boroughs", placeholder=words("all")
            )
            codes = st.multiselect(
                words("Neighbourhoods (home or work)"),
                sorted(names, key=names.__getitem__),
                format_func=names.__getitem__,
                key="filter_codes",
                placeholder=words("all"),
            )
        pairs = _leeway(bench, desk)
    return QueueFilter(frozenset(chosen), frozenset(codes), pairs, twice, order or Order.WAITING)


def _leeway(bench: Bench, desk: Desk) -> frozenset[tuple[str, str]] | None:
    """Choose by the Kompass; without its marks offer to compute them."""
    words = bench.words
    marks: dict[str, tuple[Mark, ...]] = st.session_state.setdefault(_MARKS, {})
    plan_id = desk.info.plan_id
    if plan_id not in marks:
        st.markdown(words("The Kompass says which proposals are forced, have a price or are free."))
        aside = Aside(
            name="review_kompass",
            label=words("Compute the Kompass"),
            start=partial(start_kompass, bench.store, bench.user, bench.project, plan_id),
            share=lambda steps: len(steps) / PHASES,
            phase=partial(phase_words, words),
            so_far=lambda _: None,
            outcome=partial(_keep, marks, plan_id),
        )
        show_aside(bench, plan_id, aside)
    if plan_id not in marks:
        return None
    kinds = {
        None: words("all"),
        Kind.PRICED: words("With a price"),
        Kind.FORCED: words("Forced"),
        Kind.FREE: words("Free"),
        Kind.OPEN: words("Left open"),
    }
    kind = st.selectbox(
        words("Leeway (Kompass)"), list(kinds), format_func=partial(_named, kinds, marks[plan_id], words), key=_KEYS[3]
    )
    if kind is None:
        return None
    return frozenset((mark.candidate_id, mark.site_id) for mark in marks[plan_id] if mark.kind is kind)


def _named(kinds: dict[Kind | None, str], marks: tuple[Mark, ...], words: Words, kind: Kind | None) -> str:
    number = sum(kind is None or mark.kind is kind for mark in marks)
    return f"{kinds[kind]} ({words.number(number)})"


def _keep(marks: dict[str, tuple[Mark, ...]], plan_id: str, run: Errand) -> None:
    if run.result is not None:
        marks[plan_id] = run.result
