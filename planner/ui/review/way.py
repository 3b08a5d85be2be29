"""A small map with the way of one proposal, and the same in a line of words."""

from typing import Any

import streamlit as st

from planner.domain import Placement
from planner.geo import city_map
from planner.service import Desk
from planner.ui.map import Choice, Layer, Value, map_payload, show_map, with_layers
from planner.ui.map.payload import way_json
from planner.ui.words import Words

_NAME = "review_way"
_LAYER = "home_work"
_HOME, _WORK = "#f6d6a8", "#9cc5de"


def show_way(desk: Desk, place: Placement, words: Words) -> None:
    """Draw where the person lives and where they would work."""
    person, site = desk.case.candidate_of[place.candidate_id], desk.case.site_of[place.site_id]
    home, work = (desk.case.neighbourhood_of[code].name for code in (person.neighbourhood, site.neighbourhood))
    by = words.of(f"review.transport.{person.transport}")
    if (drawn := _drawn(desk, words)) is not None:
        codes = {person.neighbourhood: Value(0, words("Home")), site.neighbourhood: Value(1, words("Work"))}
        labels = words("Home"), words("Work")
        layer = Layer(
            _LAYER, words("Way to work"), (_HOME, _WORK), labels, words("other neighbourhoods"), codes, categories=True
        )
        content = {
            "ways": [way_json(person.neighbourhood, site.neighbourhood, [place.minutes], words)],
            "about": [person.neighbourhood, site.neighbourhood],
            "sites": [mark for mark in drawn["sites"] if mark["id"] == site.site_id],
            "texts": {**drawn["texts"], "waysHere": words("Way to work")},
        }
        with st.container(key="review_way_card"):
            show_map(with_layers(drawn, (layer,), **content), Choice(site.neighbourhood, _LAYER), on_pick=_ignore)
    lines = [
        f"| {words('From')} | {words('To')} | {words('By')} | {words.of('report.minutes')} |",
        "| :--- | :--- | :--- | ---: |",
        f"| {home} | {work} | {by} | {words.number(place.minutes)} |",
    ]
    st.markdown("\n".join(lines))


def _drawn(desk: Desk, words: Words) -> dict[str, Any] | None:
    """Return the map of the plan on the desk, kept until another one is laid there."""
    kept: tuple[tuple[str, str], dict[str, Any] | None] | None = st.session_state.get(_NAME + "_drawn")
    key = desk.info.plan_id, words.language
    if kept is None or kept[0] != key:
        city = city_map(desk.case)
        kept = key, None if city is None else map_payload(desk.case, desk.plan, city, words, name=_NAME)
        st.session_state[_NAME + "_drawn"] = kept
    return kept[1]


def _ignore(code: str | None) -> None:
    """Leave everything as it is: this map shows one way and nothing is chosen on it."""
    del code
