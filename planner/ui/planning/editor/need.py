"""The need: weights over the counts of the neighbourhoods, and the map that follows at once."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import streamlit as st

from planner.domain import Case, NeighbourhoodResult, Plan, Scenario, Status
from planner.domain.need import needs, targets
from planner.geo import city_map
from planner.messages.planning import COLUMNS
from planner.report.sheets import Column, Kind, Sheet
from planner.ui.colours import choose_layer
from planner.ui.map import Choice, map_payload, show_map, with_layers
from planner.ui.planning.editor.decimals import decimal
from planner.ui.planning.editor.draft import Draft
from planner.ui.planning.editor.editing import Editing, known
from planner.ui.planning.editor.judged import raw_of
from planner.ui.planning.layers import NEED, TARGET, need_layers
from planner.ui.tables import show_sheet
from planner.ui.words import Words

_QUARTER = "need_quarter"
_MAP = "need_map"


def need(edit: Editing) -> None:
    """Show the weights beside the map and the table of what follows from them."""
    left, right = st.columns([1, 2], gap="medium")
    with left:
        _weights(edit)
    with right:
        if edit.places is None:
            st.info(edit.words("No places yet: please import neighbourhoods and sites."), icon=":material/info:")
        else:
            _outcome(edit, edit.places)


def column_name(column: str, words: Words) -> str:
    """Return what a count column counts; names that the program does not know stay what they are."""
    return words.of(f"planning.column.{column}") if column in COLUMNS else column


def _weights(edit: Editing) -> None:
    draft, words = edit.draft, edit.words
    chosen = st.segmented_control(
        words("Need"),
        (False, True),
        format_func=lambda own: words("by weights") if own else words("by population"),
        key=edit.field("weighted", draft.weighted),
        required=True,
        help=words("Each neighbourhood's share of the people the programme is for. Coverage shares posts out by it."),
    )
    draft.weighted = bool(chosen)
    edit.spot("need")
    if not draft.weighted:
        return
    there = sorted({column for place in edit.places.neighbourhoods for column in place.counts}) if edit.places else []
    draft.columns = st.multiselect(
        words("Counted groups"),
        known(draft.columns, there),
        format_func=lambda column: column_name(column, words),
        key=edit.field("columns", draft.columns),
        placeholder=words("none"),
        wrap=True,
    )
    for column in draft.columns:
        draft.weights[column] = decimal(
            edit,
            words("Weight: {name}", name=column_name(column, words)),
            f"weight_{column}",
            draft.weights.get(column, 1.0),
            path=f"need.{column}",
        )
        edit.spot(f"need.{column}")
    weights = {column: draft.weights[column] for column in draft.columns}
    if sum(weights.values()):
        st.markdown(words("Together: {shares}", shares=weights_text(weights, words)))


def weights_text(weights: Mapping[str, float], words: Words) -> str:
    """Return each group with its part of the need; the weights are not all 0."""
    total = sum(weights.values())
    parts = {column: weight / total for column, weight in weights.items()}
    # Whole percents that add up to 101 would read as a mistake.
    digits = 0 if sum(round(100 * part) for part in parts.values()) == 100 else 1
    return ", ".join(f"{column_name(column, words)} {words.percent(part, digits)}" for column, part in parts.items())


def _outcome(edit: Editing, places: Case) -> None:
    words = edit.words
    case = replace(places, scenario=_scenario(edit.draft, places))
    share = needs(case)
    posts = edit.draft.posts if edit.draft.posts is not None else sum(site.posts for site in places.sites)
    # More posts than anyone plans would keep the page waiting, and say nothing more.
    aim = targets(share, min(posts, _MOST_POSTS))
    names = {NEED: words("Share of the need"), TARGET: words("Target for {n} posts", n=words.number(posts))}
    layer = choose_layer(names, words, key="need_layer")
    payload = _payload(case, share, aim, words, edit.key)
    if payload is None:
        st.info(words("Nothing is known about where these neighbourhoods lie; the table below says the same."))
    else:
        show_map(payload, Choice(st.session_state.get(_QUARTER), layer, ways="none"), on_pick=_pick)
    head = (
        Column(words.of("report.code"), Kind.ID),
        Column(words.of("report.neighbourhood"), Kind.TEXT),
        Column(words.of("report.need"), Kind.SHARE),
        Column(words.of("report.target"), Kind.INTEGER),
    )
    places_by_need = sorted(case.neighbourhoods, key=lambda place: (-share[place.code], place.code))
    rows = tuple((p.code, p.name, float(share[p.code]), aim[p.code]) for p in places_by_need)
    show_sheet(Sheet(words("Need of the neighbourhoods"), head, rows), words, key="need_table", rows=8)


_MOST_POSTS = 5_000


def _pick(code: str | None) -> None:
    st.session_state[_QUARTER] = code


def _scenario(draft: Draft, places: Case) -> Scenario:
    """Return a scenario with the need that the fields hold, as far as they hold one."""
    columns = {column for place in places.neighbourhoods for column in place.counts}
    weights: Mapping[str, Decimal] | None = raw_of(draft)["need"]
    known_weights = {column: weight for column, weight in (weights or {}).items() if column in columns}
    return Scenario(start=draft.start, need=known_weights if any(known_weights.values()) else None)


def _payload(
    case: Case, share: Mapping[str, Fraction], aim: Mapping[str, int], words: Words, key: str
) -> dict[str, Any] | None:
    """Return the map; the city is drawn once per session, what is said of it follows the need."""
    found = case.neighbourhoods, case.sites, words.language, key
    kept: tuple[Any, dict[str, Any] | None] | None = st.session_state.get(_MAP)
    if kept is None or kept[0] != found:
        city = city_map(case)
        nobody = _nobody(case.scenario, share, aim)
        kept = found, None if city is None else map_payload(case, nobody, city, words, name=_MAP)
        st.session_state[_MAP] = kept
    drawn = kept[1]
    if drawn is None:
        return None
    places = [
        {
            **place,
            "facts": [
                (words("Share of the need"), words.percent(float(share[place["code"]]), 1)),
                (words("Target"), words.number(aim[place["code"]])),
            ],
        }
        for place in drawn["places"]
    ]
    return with_layers(drawn, need_layers(share, aim, words), places=places, ways=[])


def _nobody(scenario: Scenario, share: Mapping[str, Fraction], aim: Mapping[str, int]) -> Plan:
    """Return a plan that places nobody: the map draws plans."""
    results = tuple(
        NeighbourhoodResult(code=code, need=Decimal(0), target=aim[code], placed=0, planned_posts=0) for code in share
    )
    return Plan(scenario=scenario, status=Status.STOPPED, case_hash="", law="", neighbourhoods=results)
