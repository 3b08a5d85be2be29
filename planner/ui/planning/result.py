"""What a version of the scenario reaches, below the fields that say what it wants."""

from collections.abc import Mapping

import streamlit as st

from planner.domain import Status
from planner.service import PlanView, list_scenarios, watch_solves
from planner.store import StoreError
from planner.store.plans import PlanInfo
from planner.store.scenarios import ScenarioVersion
from planner.ui.bench import Bench, refusals
from planner.ui.figures import key_figures
from planner.ui.planning.kept import TABS, figures_before, kept_view, plan_field, plan_names
from planner.ui.planning.needs import other_need
from planner.ui.problems import plain
from planner.ui.shortfall import show_missed
from planner.ui.solver_card import status_badge
from planner.ui.tabs import turn_to
from planner.ui.tiles import show_key_figures


def scenario_result(bench: Bench, version_id: str) -> None:
    """Show the figures of the newest plan of a version with their change, and the way to the plan or its conflict."""
    infos, names = plan_names(bench)
    versions = {one.version_id: one for one in list_scenarios(bench.store, bench.user, bench.project)}
    number = versions[version_id].number
    info = next((one for one in infos.values() if one.version_id == version_id), None)
    with st.container(key="scenario_result"):
        if info is None:
            st.markdown(_awaited(bench, version_id, number))
        elif info.status is Status.INFEASIBLE or (info.status is Status.STOPPED and not info.placed):
            _without_plan(bench, number, info, plan_field(infos))
        else:
            _head(bench, bench.words("What no. {n} reaches", n=number), info, plan_field(infos))
            with refusals(bench.words):
                _figures(bench, info, infos, names, versions)


def _head(bench: Bench, title: str, info: PlanInfo, field: str) -> None:
    words = bench.words
    conflict = info.status is Status.INFEASIBLE
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(title, anchor=False, width="content")
        status_badge(info.status, words)
        if conflict or info.status is not Status.STOPPED or info.placed:
            st.button(
                words("Show the conflict") if conflict else words("Open the plan"),
                icon=":material/rule:" if conflict else ":material/map:",
                key="open_plan",
                on_click=_open,
                args=(bench, info, field),
            )


def _without_plan(bench: Bench, number: int, info: PlanInfo, field: str) -> None:
    words = bench.words
    _head(bench, words("No. {n} has no plan", n=number), info, field)
    if info.status is Status.INFEASIBLE:
        st.error(
            words(
                "No plan can keep all of its rules. Under “Plans” stands which of them are in each other's way, and "
                "ways out can be looked for."
            ),
            icon=":material/block:",
        )
    else:
        st.warning(words("Stopped before a plan was found."), icon=":material/stop_circle:")


def _figures(
    bench: Bench,
    info: PlanInfo,
    infos: Mapping[str, PlanInfo],
    names: Mapping[str, str],
    versions: Mapping[str, ScenarioVersion],
) -> None:
    words, view = bench.words, kept_view(bench, info)
    show_missed(view.plan, words)
    found = figures_before(info, infos, versions, words)
    before = _readable(bench, found[0]) if found else None
    if found is None or before is None:
        show_key_figures(view.case, view.plan, words)
        return
    compared = words(
        "Below each figure the change against **{plan}** ({why}).", plan=plain(names[found[0].plan_id]), why=found[1]
    )
    st.markdown(f"{compared} {other_need(before.case, view.case, words)}")
    show_key_figures(view.case, view.plan, words, key_figures(before.case, before.plan))


def _readable(bench: Bench, info: PlanInfo) -> PlanView | None:
    """Return a plan; ``None`` if somebody in it was deleted, so that nobody's figures can be told any more."""
    try:
        return kept_view(bench, info)
    except StoreError:
        return None


def _awaited(bench: Bench, version_id: str, number: int) -> str:
    """Return what is said of a version without a plan."""
    found = watch_solves(bench.store, bench.user, bench.project)
    if any(job.version_id == version_id and job.finished_at is None for job in found):
        return bench.words("No. {n} is being computed; its plan will be shown here.", n=number)
    return bench.words("No plan has been computed for no. {n} yet.", n=number)


def _open(bench: Bench, info: PlanInfo, field: str) -> None:
    turn_to(bench.words("Plans"), bench.words, key=TABS)
    st.session_state[field] = info.plan_id
