"""Trade-offs around a plan: a curve and its table, step by step, as long as somebody watches."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import streamlit as st

from planner.domain import Payer, Status
from planner.jobs import Errand
from planner.outlook.sweep import STEPS, Point, Sweep, possible
from planner.report.sheets import Cell, Column, Kind, Sheet, euro
from planner.service import list_scenarios, start_sweep
from planner.ui.bench import Bench
from planner.ui.planning.asides import Aside, show_aside
from planner.ui.planning.kept import plan_names
from planner.ui.tables import show_sheet
from planner.ui.words import Words

_COLOUR = "#1d4f7c"
_INK = "#16222e"


def tradeoffs(bench: Bench) -> None:
    """Choose a plan and what is to be turned, and show the curve."""
    words = bench.words
    infos, names = plan_names(bench)
    shown = [plan_id for plan_id, info in infos.items() if info.placed and info.version_id]
    if not shown:
        st.info(words("No plans yet: save a scenario and have it solved."), icon=":material/info:")
        return
    kinds = {
        Sweep.COVERAGE: words("Coverage against minutes"),
        Sweep.MONEY: words("Proposals against money"),
    }
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    plan_id = left.selectbox(words("Plan"), shown, format_func=names.__getitem__, key=f"sweep_plan_{len(shown)}")
    kind = right.segmented_control(
        words("What is turned"),
        list(kinds),
        format_func=kinds.__getitem__,
        default=Sweep.COVERAGE,
        required=True,
        key="sweep_kind",
    )
    about = {
        Sweep.COVERAGE: words(
            "How much shorter do the ways to work get for each percent of coverage that is given up? Up to 5% in six "
            "steps; the minutes come right after coverage, before every other objective."
        ),
        Sweep.MONEY: words(
            "How many proposals do the budgets allow if they are 40 to 120% of what they are? Where the scenario has "
            "no budget, what this plan costs the city each year is taken for one."
        ),
    }
    st.markdown(about[kind])
    scenarios = {one.version_id: one.scenario for one in list_scenarios(bench.store, bench.user, bench.project)}
    scenario = scenarios.get(infos[plan_id].version_id or "")
    if scenario is not None and not possible(scenario, kind):
        st.info(words("The scenario of this plan leaves coverage out."), icon=":material/info:")
        return
    show_aside(bench, plan_id, _aside(bench, plan_id, kind))


def _aside(bench: Bench, plan_id: str, kind: Sweep) -> Aside:
    words, steps = bench.words, len(STEPS[kind])

    def so_far(points: tuple[Point, ...]) -> None:
        if points:
            curve(points, kind, words)

    def outcome(run: Errand) -> None:
        if run.stopping and len(run.reports) < steps:
            st.info(words("Stopped; the steps computed so far are shown."), icon=":material/stop_circle:")
        so_far(run.reports)

    return Aside(
        name=f"sweep_{kind}",
        label=words("Compute the curve"),
        start=partial(start_sweep, bench.store, bench.user, bench.project, plan_id, kind),
        share=lambda points: len(points) / steps,
        phase=lambda points: words("Step {n} of {all}", n=min(steps, len(points) + 1), all=steps),
        so_far=so_far,
        outcome=outcome,
        promise=words(
            "A curve and a table will stand here. {n} plans are computed for them, each takes about as long as this "
            "plan did. The steps show one after the other, and whoever has seen enough stops.",
            n=steps,
        ),
    )


def curve(points: Sequence[Point], kind: Sweep, words: Words) -> None:
    """Show the chart and, beside it, the same in a table."""
    with st.container(key="tradeoff"):
        chart, table = st.columns([4, 3], gap="medium")
    with chart:
        drawn = [point for point in points if point.status in {Status.OPTIMAL, Status.FEASIBLE}]
        if drawn:
            st.vega_lite_chart(
                _data(drawn, kind), _spec(drawn, kind, words), key=f"curve_{kind}", alt=_title(kind, words)
            )
    with table:
        show_sheet(curve_sheet(points, kind, words), words, key=f"curve_table_{kind}", rows=len(points))
    for sentence in reading(drawn, kind, words):
        st.markdown(sentence)
    if any(point.status is Status.INFEASIBLE for point in points):
        st.markdown(
            words("Where there is no plan, people who are accepted or working already cost more than the budget.")
        )
    if not all(point.proven for point in points if point.status is not Status.INFEASIBLE):
        st.markdown(words("Steps that are not proven may be better than shown."))


def reading(points: Sequence[Point], kind: Sweep, words: Words) -> Iterator[str]:
    """Yield what keeps people from reading more out of the curve than is in it."""
    if kind is not Sweep.COVERAGE:
        return
    yield words(
        "“Coverage of need” is measured by the best of these plans: what it reaches is 100%. The figure “Coverage” is "
        "another one: the part of the targets that is met."
    )
    if points and not from_zero(points, kind):
        yield words("The axis of the minutes does not begin at 0, so that small differences can be seen.")


def from_zero(points: Sequence[Point], kind: Sweep) -> bool:
    """Return whether the upright axis begins at 0: where the curve would not be flat for it."""
    heights = [point["y"] or 0 for point in _data(points, kind)]
    return 2 * min(heights) <= max(heights) or kind is Sweep.MONEY


def curve_sheet(points: Sequence[Point], kind: Sweep, words: Words) -> Sheet:
    """Return the points as a table."""
    proven = Column(words.of("report.proven"), Kind.TEXT)
    if kind is Sweep.COVERAGE:
        best = max((point.coverage or 0 for point in points), default=0)
        head: tuple[Column, ...] = (
            Column(words("Given up"), Kind.RATIO),
            Column(words.of("tier.coverage"), Kind.SHARE),
            Column(words("Minutes"), Kind.INTEGER),
            Column(words("Mean"), Kind.TEXT),
            proven,
        )
        rows = [
            (
                float(p.setting),
                p.coverage / best if p.coverage is not None and best else None,
                p.minutes,
                words.minutes(p.minutes / p.placed) if p.minutes is not None and p.placed else None,
                _proven(p, words),
            )
            for p in points
        ]
        return Sheet(_title(kind, words), head, tuple(rows))
    head = (
        Column(words("Part of the budgets"), Kind.RATIO),
        Column(words("Budgets"), Kind.EURO),
        Column(words.of("report.placements"), Kind.INTEGER),
        Column(words("Costs of the city"), Kind.EURO),
        proven,
    )
    money: list[tuple[Cell, ...]] = [
        (float(p.setting), euro(p.budget), p.placed, euro(p.costs.get(Payer.CITY, 0)), _proven(p, words))
        for p in points
    ]
    return Sheet(_title(kind, words), head, tuple(money))


def _proven(point: Point, words: Words) -> str:
    if point.status is Status.INFEASIBLE:
        return words("no plan")
    return words.of("report.yes") if point.proven else words.of("report.no")


def _title(kind: Sweep, words: Words) -> str:
    if kind is Sweep.COVERAGE:
        return words("Minutes to work by the coverage that is given up")
    return words("Proposals by the part of the budgets that there is")


def _data(points: Sequence[Point], kind: Sweep) -> list[dict[str, Any]]:
    return [{"x": float(p.setting), "y": p.minutes if kind is Sweep.COVERAGE else p.placed} for p in points]


def _spec(points: Sequence[Point], kind: Sweep, words: Words) -> dict[str, Any]:
    across, up = (
        (words("Coverage of need given up at most"), words("Minutes one way, all together"))
        if kind is Sweep.COVERAGE
        else (words("Part of the budgets"), words.of("report.placements"))
    )
    return {
        "mark": {
            "type": "line",
            "aria": False,
            "point": {"size": 90, "filled": True, "color": _COLOUR, "aria": False},
            "color": _COLOUR,
        },
        "height": 320,
        # The table beside it says the same in words; Vega would do so in English.
        "config": {"aria": False, "axis": {"labelColor": _INK, "titleColor": _INK}},
        "encoding": {
            "x": {
                "field": "x",
                "type": "quantitative",
                "title": across,
                "axis": {
                    "labelExpr": f"format(100 * datum.value, 'd') + '{words.percent(0)[1:]}'",
                    "values": [float(step) for step in STEPS[kind]],
                },
                "scale": {"zero": False},
            },
            "y": {
                "field": "y",
                "type": "quantitative",
                "title": up,
                "axis": {"format": "d", "tickMinStep": 1},
                "scale": {"zero": from_zero(points, kind)},
            },
        },
    }
