"""Two plans side by side: figures with their change, two maps that move together, who is elsewhere."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import streamlit as st

from planner.domain import Payer
from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import Comparison, PlanView, compare_plans
from planner.ui.bench import Bench, refusals
from planner.ui.figures import key_figures
from planner.ui.planning.compared_maps import show_maps
from planner.ui.planning.differing import show_differences
from planner.ui.planning.kept import compared_first, kept_view, plan_names
from planner.ui.tables import show_sheet
from planner.ui.tiles import changes, share, tile
from planner.ui.words import Words


def compare(bench: Bench) -> None:
    """Choose two plans and show in what they differ."""
    words = bench.words
    infos, names = plan_names(bench)
    shown = {plan_id: info for plan_id, info in infos.items() if info.placed}
    if len(shown) < 2:
        st.info(words("Two plans are needed for a comparison."), icon=":material/info:")
        return
    ids = list(shown)
    before, after = (ids.index(plan_id) for plan_id in compared_first(shown))
    options: dict[str, Any] = {"options": ids, "format_func": names.__getitem__}
    with st.container(key="comparison"):
        # One below the other: side by side their ends are cut off, which tell plans of one day apart.
        one = st.selectbox(words("Plan A (before)"), index=before, key=f"compare_a_{len(ids)}", **options)
        other = st.selectbox(words("Plan B (after)"), index=after, key=f"compare_b_{len(ids)}", **options)
    with refusals(words):
        found = compare_plans(bench.store, bench.user, bench.project, one, other)
        views = kept_view(bench, shown[one]), kept_view(bench, shown[other])
        show_differences(views, words)
        _figures(views, found, words)
        show_maps(views, found, words)
        _tables(views, found, words)


def _figures(views: tuple[PlanView, PlanView], found: Comparison, words: Words) -> None:
    """Show what B reaches, and the change from A."""
    a, b = (key_figures(view.case, view.plan) for view in views)
    paid = [sum(pair[i] for (_, payer), pair in found.money.items() if payer is Payer.CITY) for i in (0, 1)]
    st.markdown(
        words(
            "What plan B reaches, and below each figure the change: **B − A**. A plus says that B has more than A, a "
            "minus that it has less."
        )
    )
    change = changes(a, b, words)
    more = "+" if paid[1] > paid[0] else ""
    figures = (
        (words("Posts filled"), words.number(b.filled), change.filled, "help.figure.filled"),
        (words("Coverage"), share(b, words), change.coverage, "help.figure.coverage"),
        (
            words("Mean way to work"),
            "–" if b.minutes_mean is None else words.minutes(b.minutes_mean),
            change.way,
            "help.figure.way",
        ),
        (words("Below target"), words.number(b.under), change.under, "help.figure.under"),
        (
            words("Costs of the city"),
            words.euros(paid[1]),
            more + words.euros(paid[1] - paid[0]),
            "help.figure.city",
        ),
    )
    tiles = st.grid(5, min_column_width=176)
    for label, value, below, about in figures:
        with tiles:
            tile(label, value, below, words.of(about))


def _tables(views: tuple[PlanView, PlanView], found: Comparison, words: Words) -> None:
    objectives, quarters, costs, moves = st.tabs(
        [
            words("Objectives"),
            words.of("report.neighbourhoods"),
            words.of("report.costs"),
            words("Elsewhere ({n})", n=words.number(len(found.moves))),
        ],
        key="compared_tables",
    )
    a, b, change = words("Plan A"), words("Plan B"), words("Change")
    with objectives:
        head = (Column(words.of("report.tier"), Kind.TEXT), *(Column(name, Kind.FIGURE) for name in (a, b, change)))
        rows = [
            (
                words.of(f"tier.{tier.name}"),
                words.reached(tier.name, tier.before.value) if tier.before else None,
                words.reached(tier.name, tier.after.value) if tier.after else None,
                words.changed(tier.name, tier.after.value - tier.before.value) if tier.before and tier.after else None,
            )
            for tier in found.tiers
            if tier.name != "lot"
        ]
        show_sheet(Sheet(words("Objectives"), head, tuple(rows)), words, key="compared_tiers")
        st.markdown(
            words(
                "“Coverage of need” is the objective: the first proposal in a neighbourhood counts its whole share of "
                "the need, the second a third, the third a fifth. The figure “Coverage” above is another one: the part "
                "of the targets that is met."
            )
        )
    with quarters:
        _quarters(views[0], found, words)
    with costs:
        _costs(found, words)
    with moves:
        _moves(views, found, words)


def _quarters(view: PlanView, found: Comparison, words: Words) -> None:
    names = {place.code: place.name for place in view.case.neighbourhoods}
    placed = words.of("report.placed")
    head = (
        Column(words.of("report.code"), Kind.ID),
        Column(words.of("report.neighbourhood"), Kind.TEXT),
        *(Column(f"{label} ({plan})", Kind.INTEGER) for plan in "AB" for label in (words.of("report.target"), placed)),
    )
    rows = [
        (
            row.code,
            names.get(row.code, row.code),
            *(
                value
                for side in (row.before, row.after)
                for value in ((side.target, side.placed) if side else (None, None))
            ),
        )
        for row in found.coverage
    ]
    show_sheet(Sheet(words.of("report.neighbourhoods"), head, tuple(rows)), words, key="compared_quarters")


def _costs(found: Comparison, words: Words) -> None:
    head = (
        Column(words.of("report.year"), Kind.YEAR),
        Column(words.of("report.payer"), Kind.TEXT),
        *(Column(name, Kind.EURO) for name in (words("Plan A"), words("Plan B"))),
        Column(words("Change"), Kind.EURO, signed=True),
    )
    rows: list[tuple[Cell, ...]] = [
        (year, words.of(f"payer.{payer}"), *(Decimal(cents) / 100 for cents in (pair[0], pair[1], pair[1] - pair[0])))
        for (year, payer), pair in found.money.items()
    ]
    show_sheet(Sheet(words.of("report.costs"), head, tuple(rows)), words, key="compared_costs")


def _moves(views: tuple[PlanView, PlanView], found: Comparison, words: Words) -> None:
    st.markdown(words.plural("One proposal is the same in both.", "{n} proposals are the same in both.", found.same))
    names: Mapping[str, str] = {site.site_id: site.name for view in views for site in view.case.sites}
    head = (
        Column(words.of("report.candidate_id"), Kind.ID),
        Column(words("Plan A"), Kind.TEXT),
        Column(words("Plan B"), Kind.TEXT),
    )
    rows = [
        (move.candidate_id, *("–" if site is None else names.get(site, site) for site in (move.before, move.after)))
        for move in found.moves
    ]
    show_sheet(Sheet(words("Elsewhere"), head, tuple(rows)), words, key="compared_moves")
