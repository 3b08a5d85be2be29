"""The map and, in step with it, the panel about one neighbourhood."""

from collections import Counter
from typing import Any

import streamlit as st

from planner.domain import Case, Plan
from planner.geo import city_map
from planner.report.sheets import Column, Kind, Sheet
from planner.ui.colours import choose_layer
from planner.ui.map import LAYERS, Choice, Ways, map_payload, show_map
from planner.ui.map.payload import counted_with
from planner.ui.part import part
from planner.ui.problems import plain
from planner.ui.tables import show_sheet
from planner.ui.words import Words

_QUARTER = "quarter"


@st.cache_data(max_entries=16, show_spinner=False)
def _payload(key: tuple[str, str, str], _case: Case, _plan: Plan, _words: Words) -> dict[str, Any] | None:  # noqa: ARG001
    city = city_map(_case)
    return None if city is None else map_payload(_case, _plan, city, _words, name="map")


@part
def explore(case: Case, plan: Plan, fingerprint: str, words: Words) -> None:
    """Show the map (two thirds) and the panel (one third).

    Choosing a neighbourhood draws these two anew and nothing else.

    Parameters
    ----------
    fingerprint
        Of the plan, for what is kept between runs.
    """
    with st.container(key="explore"):
        left, right = st.columns([2, 1], gap="medium")
    with left:
        _map(case, plan, fingerprint, words)
    with right:
        _panel(case, plan, words)


def _map(case: Case, plan: Plan, fingerprint: str, words: Words) -> None:
    payload = _payload((plan.case_hash, fingerprint, words.language), case, plan, words)
    if payload is None:
        st.info(words("Nothing is known about where these neighbourhoods lie; the table below says the same."))
        return
    titles = (words("Placed − target"), words("Density"), words("Coverage"), words("Field"))
    names = dict(zip(LAYERS, titles, strict=True))
    ways: dict[Ways, str] = {"all": words("all ways"), "selected": words("chosen only"), "none": words("none")}
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        layer = choose_layer(names, words, key="layer")
        shown = st.segmented_control(
            words("Ways"), list(ways), format_func=ways.__getitem__, default="all", required=True, key="ways"
        )
    choice = Choice(st.session_state.get(_QUARTER), layer, shown)
    show_map(payload, choice, on_pick=_pick)


def _pick(code: str | None) -> None:
    st.session_state[_QUARTER] = code


def _panel(case: Case, plan: Plan, words: Words) -> None:
    names = {n.code: f"{n.code} {n.name}" for n in case.neighbourhoods}
    if st.session_state.get(_QUARTER) not in names:
        st.session_state[_QUARTER] = None
    code = st.selectbox(
        words("Neighbourhood"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=_QUARTER,
        placeholder=words("Choose on the map or here"),
    )
    if code is None:
        _city(case, plan, words)
    else:
        _neighbourhood(case, plan, code, words)


def _city(case: Case, plan: Plan, words: Words) -> None:
    """Show the boroughs while no neighbourhood is chosen."""
    target: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for result in plan.neighbourhoods:
        borough = case.neighbourhood_of[result.code].borough
        target[borough] += result.target
        placed[borough] += result.placed
    head = (
        Column(words.of("report.borough"), Kind.ID),
        Column(words.of("report.target"), Kind.INTEGER),
        Column(words.of("report.placed"), Kind.INTEGER),
    )
    st.header(words("The boroughs"), anchor=False)
    rows = tuple((name or "–", target[name], placed[name]) for name in sorted(target))
    show_sheet(Sheet(words("The boroughs"), head, rows), words, key="boroughs", rows=len(rows))


def _neighbourhood(case: Case, plan: Plan, code: str, words: Words) -> None:
    place = case.neighbourhood_of[code]
    result = next(n for n in plan.neighbourhoods if n.code == code)
    st.header(plain(place.name or code), anchor=False)
    other = counted_with(case, code)
    about = words("Borough {name}", name=place.borough) if place.borough else ""
    if other is not None:
        about += " · " + words("counted with {name}", name=case.neighbourhood_of[other].name)
    if about:
        st.markdown(plain(about))
    first, second = st.columns(2), st.columns(2)
    first[0].metric(
        words("Share of the need"),
        words.percent(result.need, 1),
        border=True,
        height="stretch",
        help=words.of("help.report.need"),
    )
    first[1].metric(
        words("Target"), words.number(result.target), border=True, height="stretch", help=words.of("help.report.target")
    )
    second[0].metric(
        words("Placed here"),
        words.number(result.placed),
        None
        if result.placed == result.target
        else words("{n} against target", n=words.signed(result.placed - result.target)),
        delta_color="off",
        delta_arrow="off",
        border=True,
        height="stretch",
        help=words.of("help.report.placed"),
    )
    second[1].metric(
        words("Planned posts"),
        words.number(result.planned_posts),
        border=True,
        height="stretch",
        help=words.of("help.report.planned_posts"),
    )
    here = [p for p in plan.placements if p.neighbourhood == code]
    living = [p for p in plan.placements if case.candidate_of[p.candidate_id].neighbourhood == code]
    at_home = sum(candidate.neighbourhood == code for candidate in case.candidates)
    tabs = st.tabs(
        [
            words("Working here ({n})", n=words.number(len(here))),
            words("Living here ({n} of {all})", n=words.number(len(living)), all=words.number(at_home)),
        ]
    )
    person, minutes = words.of("report.candidate_id"), words("Minutes")
    with tabs[0]:
        head = (Column(person, Kind.ID), Column(words.of("report.site_id"), Kind.ID), Column(minutes, Kind.INTEGER))
        rows = tuple((p.candidate_id, case.site_of[p.site_id].name, p.minutes) for p in here)
        _people(Sheet(words("Working here"), head, rows), words, key="working_here")
    with tabs[1]:
        head = (Column(person, Kind.ID), Column(words("Works in"), Kind.ID), Column(minutes, Kind.INTEGER))
        rows = tuple((p.candidate_id, case.neighbourhood_of[p.neighbourhood].name, p.minutes) for p in living)
        _people(Sheet(words("Living here"), head, rows), words, key="living_here")


def _people(sheet: Sheet, words: Words, *, key: str) -> None:
    if sheet.rows:
        show_sheet(sheet, words, key=key, rows=7)
    else:
        st.markdown(words("No proposals."))
