"""Plan A, plan B and what is different, on three maps that move together."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from planner.report.sheets import Column, Kind, Sheet
from planner.service import Comparison, CoveragePair, PlanView
from planner.ui.colours import choose_layer
from planner.ui.map import COVERAGE, DIFFERENCE, Choice, show_map, with_layers
from planner.ui.part import part
from planner.ui.planning.kept import drawn_map
from planner.ui.planning.layers import CHANGE, change_layer
from planner.ui.tables import show_sheet
from planner.ui.words import Words

_QUARTER = "compared_quarter"
_JOINT = "compared"


@part
def show_maps(views: tuple[PlanView, PlanView], found: Comparison, words: Words) -> None:
    """Show the three maps, and the neighbourhoods that gain and lose. A click draws these anew only."""
    payloads = [_joined(view, words, name) for view, name in zip(views, ("map_a", "map_b"), strict=True)]
    if payloads[0] is None or payloads[1] is None:
        st.info(words("Nothing is known about where these neighbourhoods lie; the table below says the same."))
        _gains(views[1], found, words)
        return
    names = {DIFFERENCE: words("Placed − target"), COVERAGE: words("Coverage")}
    layer = choose_layer(names, words, key="compared_layer")
    quarter = st.session_state.get(_QUARTER)
    with st.container(key="compared_pair"):
        first, second = st.columns(2, gap="medium")
    with first:
        st.header(words("Plan A"), anchor=False)
        show_map(payloads[0], Choice(quarter, layer, ways="selected", sites=False), on_pick=_pick)
    with second:
        st.header(words("Plan B"), anchor=False)
        show_map(payloads[1], Choice(quarter, layer, ways="selected", sites=False), on_pick=_pick)
    with st.container(key="compared_change"):
        third, fourth = st.columns(2, gap="medium")
    with third:
        st.header(words("Difference"), anchor=False)
        show_map(_difference(payloads[1], found, words), Choice(quarter, CHANGE, "none", sites=False), on_pick=_pick)
    with fourth:
        _gains(views[1], found, words)


def _pick(code: str | None) -> None:
    st.session_state[_QUARTER] = code


def _joined(view: PlanView, words: Words, name: str) -> dict[str, Any] | None:
    """Return the map of a plan without its sites, for which it is too small; all maps of this page share their zoom."""
    drawn = drawn_map(view, words, name)
    return drawn and {**drawn, "sites": [], "joint": _JOINT}


def _difference(drawn: Mapping[str, Any], found: Comparison, words: Words) -> dict[str, Any]:
    """Return the map of B with what B has more or less than A."""
    before, after = ({row.code: _placed(row, side) for row in found.coverage} for side in (0, 1))
    places = [
        {
            **place,
            "facts": [
                (f"{words.of('report.placed')} (A)", words.number(before[place["code"]])),
                (f"{words.of('report.placed')} (B)", words.number(after[place["code"]])),
                (words("Change"), words.signed(after[place["code"]] - before[place["code"]])),
            ],
        }
        for place in drawn["places"]
    ]
    layer = change_layer(before, after, words)
    return with_layers(dict(drawn), (layer,), places=places, ways=[], name="map_change")


def _placed(row: CoveragePair, side: int) -> int:
    result = (row.before, row.after)[side]
    return result.placed if result else 0


def _gains(view: PlanView, found: Comparison, words: Words) -> None:
    """List where B has more than A, and where it has less."""
    names = {place.code: place.name for place in view.case.neighbourhoods}
    changes = [(row, _placed(row, 1) - _placed(row, 0)) for row in found.coverage]
    head = (
        Column(words.of("report.neighbourhood"), Kind.TEXT),
        *(Column(f"{words.of('report.placed')} ({plan})", Kind.INTEGER) for plan in "AB"),
        Column(words("Change"), Kind.INTEGER, signed=True),
    )
    sides = (
        ("gained", words("Neighbourhoods with more in B"), [one for one in changes if one[1] > 0]),
        ("lost", words("Neighbourhoods with fewer in B"), [one for one in changes if one[1] < 0]),
    )
    for key, title, chosen in sides:
        st.header(f"{title} ({words.number(len(chosen))})", anchor=False)
        if not chosen:
            st.markdown(words("None."))
            continue
        ordered = sorted(chosen, key=lambda one: (-abs(one[1]), one[0].code))
        rows = tuple(
            (names.get(row.code, row.code), _placed(row, 0), _placed(row, 1), change) for row, change in ordered
        )
        show_sheet(Sheet(title, head, rows), words, key=f"compared_{key}", rows=6)
