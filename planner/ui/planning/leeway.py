"""How much leeway a plan has, on the map and in a table: the Kompass, and the value of one more post."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from planner.domain import Case, Tier
from planner.explain.kompass import Kind as MarkKind
from planner.explain.kompass import Mark
from planner.explain.posts import PostValue
from planner.explain.price_words import value_line, value_note
from planner.jobs import Errand
from planner.progress import Step
from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import PlanView, start_kompass, start_value
from planner.ui.bench import Bench, refusals
from planner.ui.map import Choice, Layer, show_map, with_layers
from planner.ui.planning.asides import Aside, show_aside
from planner.ui.planning.kept import drawn_map, kept_view, plan_names
from planner.ui.planning.layers import FREE, VALUE, free_layer, value_layer
from planner.ui.tables import show_sheet
from planner.ui.words import Words

_QUARTER = "leeway_quarter"
_KOMPASS, _VALUE = "kompass", "value"
_NAME = "leeway_map"
PHASES = 7 + len(Tier)
"""At most so many reports come: the pairs, solving each tier, the answer and its parts."""
MILLION = 1_000_000
"""Coverage is counted in millionths of the need."""


def leeway(bench: Bench) -> None:
    """Choose a plan and a question, and show the answer."""
    words = bench.words
    infos, names = plan_names(bench)
    shown = [plan_id for plan_id, info in infos.items() if info.placed]
    if not shown:
        st.info(words("No plans yet: save a scenario and have it solved."), icon=":material/info:")
        return
    kinds = {_KOMPASS: words("Kompass: who could be elsewhere"), _VALUE: words("Value of one more post")}
    with st.container(key="leeway"):
        left, right = st.columns([3, 3], vertical_alignment="bottom")
    plan_id = left.selectbox(words("Plan"), shown, format_func=names.__getitem__, key=f"leeway_plan_{len(shown)}")
    kind = right.segmented_control(
        words("Question"),
        list(kinds),
        format_func=kinds.__getitem__,
        default=_KOMPASS,
        required=True,
        key="leeway_kind",
    )
    about = {
        _KOMPASS: words(
            "Forced: no admissible plan exists without the proposal. With a price: every plan without it is worse in "
            "some objective. Free: another plan without it is as good in every objective."
        ),
        _VALUE: words(
            "What one more post in each neighbourhood would bring. An estimate from the coverage first; the most "
            "promising neighbourhoods are solved anew and then exact."
        ),
    }
    promise = {
        _KOMPASS: words(
            "A map of the free proposals and a table of all marks will stand here. The plan is proven anew for them: "
            "about a minute for 100 proposals, longer for more."
        ),
        _VALUE: words(
            "A map and a table of all neighbourhoods will stand here. The plan is proven anew for them: less than a "
            "minute for 100 proposals, longer for more."
        ),
    }
    st.markdown(about[kind])
    with refusals(words):
        view = kept_view(bench, infos[plan_id])
        begin = start_kompass if kind == _KOMPASS else start_value
        aside = Aside(
            name=kind,
            label=words("Compute"),
            start=partial(begin, bench.store, bench.user, bench.project, plan_id),
            share=lambda steps: len(steps) / PHASES,
            phase=partial(phase_words, words),
            so_far=partial(_so_far, view, words),
            outcome=partial(_outcome, kind, view, words),
            promise=promise[kind],
        )
        show_aside(bench, plan_id, aside)


def _so_far(view: PlanView, words: Words, found: tuple[Any, ...]) -> None:
    """Show the values there are; single marks mean little before all are there."""
    if found and not isinstance(found[-1], Step):
        _value(view, found[-1], words)


def phase_words(words: Words, found: tuple[Any, ...]) -> str:
    """Return what is being done, from what was reported."""
    steps = [one for one in found if isinstance(one, Step)]
    last = steps[-1] if steps else Step("read")
    if last.phase == "answer":
        return words("Answering")
    if last.tier:
        return words("Proving the plan anew: {tier}", tier=words.of(f"tier.{last.tier}"))
    return words("Finding the possible pairs")


def _outcome(kind: str, view: PlanView, words: Words, run: Errand) -> None:
    if run.result is None:
        if run.stopping:
            st.info(words("Stopped before there was an answer."), icon=":material/stop_circle:")
    elif kind == _KOMPASS:
        _kompass(view, run.result, words)
    else:
        _value(view, run.result, words)


def _kompass(view: PlanView, marks: Sequence[Mark], words: Words) -> None:
    counts = Counter(mark.kind for mark in marks)
    tiles = st.grid(4, min_column_width=176)
    named = {
        MarkKind.FORCED: words("Forced"),
        MarkKind.PRICED: words("With a price"),
        MarkKind.FREE: words("Free"),
        MarkKind.OPEN: words("Left open"),
    }
    for kind, name in named.items():
        with tiles:
            share = words.percent(counts[kind] / len(marks)) if marks else None
            st.metric(
                name,
                words.number(counts[kind]),
                share,
                delta_color="off",
                delta_arrow="off",
                border=True,
                help=words.of(f"help.figure.{kind}"),
            )
    free, total = marks_by_quarter(view.case, marks)
    _map(view, free_layer(free, total, words), FREE, words)
    head = (
        Column(words.of("report.candidate_id"), Kind.ID),
        Column(words.of("report.site_name"), Kind.TEXT),
        Column(words.of("report.neighbourhood"), Kind.TEXT),
        Column(words("Mark"), Kind.TEXT),
        Column(words("Without it"), Kind.LONG),
    )
    order = list(named)
    rows: list[tuple[Cell, ...]] = []
    for mark in sorted(marks, key=lambda one: (order.index(one.kind), one.candidate_id)):
        site = view.case.site_of[mark.site_id]
        place = view.case.neighbourhood_of[site.neighbourhood].name
        rows.append((mark.candidate_id, site.name, place, named[mark.kind], _price(mark, words)))
    show_sheet(Sheet(words("Marks of the proposals"), head, tuple(rows)), words, key="kompass_table")


def _price(mark: Mark, words: Words) -> str:
    """Return what a plan without the placement would lose."""
    if mark.kind is MarkKind.FORCED:
        return words("there is no plan")
    if mark.kind is MarkKind.FREE:
        return words("nothing gets worse")
    if mark.changes is not None:
        changed = (one for one in mark.changes if one.difference and one.tier is not Tier.LOT)
        return ", ".join(f"{words.of(f'tier.{one.tier}')} {words.changed(one.tier, one.difference)}" for one in changed)
    return "" if mark.tier is None else words("first worse: {tier}", tier=words.of(f"tier.{mark.tier}"))


def marks_by_quarter(case: Case, marks: Sequence[Mark]) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return how many proposals are free, and how many there are, by neighbourhood."""
    free: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for mark in marks:
        code = case.site_of[mark.site_id].neighbourhood
        total[code] += 1
        free[code] += mark.kind is MarkKind.FREE
    return free, total


def _value(view: PlanView, values: Sequence[PostValue], words: Words) -> None:
    for value in (one for one in values if one.exact is not None):
        st.markdown(f"- {value_line(view.case, value).text(words.language)}")
    st.markdown(value_note().text(words.language))
    _map(view, value_layer({value.code: value.estimate / MILLION for value in values}, words), VALUE, words)
    names = view.case.neighbourhood_of
    head = (
        Column(words.of("report.neighbourhood"), Kind.TEXT),
        Column(words("Estimate (% of the need)"), Kind.SHARE),
        Column(words("In words"), Kind.LONG),
    )
    rows = tuple(
        (names[value.code].name, value.estimate / MILLION, value_line(view.case, value).text(words.language))
        for value in values
    )
    show_sheet(Sheet(words("Value of one more post"), head, rows), words, key="value_table")


def _map(view: PlanView, layer: Layer, key: str, words: Words) -> None:
    drawn: dict[str, Any] | None = drawn_map(view, words, _NAME)
    if drawn is None:
        st.info(words("Nothing is known about where these neighbourhoods lie; the table below says the same."))
        return
    choice = Choice(st.session_state.get(_QUARTER), key, ways="none")
    show_map(with_layers(drawn, (layer,), ways=[], name=_NAME), choice, on_pick=_pick)


def _pick(code: str | None) -> None:
    st.session_state[_QUARTER] = code
