"""What a version of the scenario reaches, below the fields that say what it wants."""

import streamlit as st

from planner.service import list_scenarios, watch_solves
from planner.store.plans import PlanInfo
from planner.ui.bench import Bench, refusals
from planner.ui.planning.kept import TABS, kept_view, plan_field, plan_names
from planner.ui.solver_card import status_badge
from planner.ui.tabs import turn_to
from planner.ui.tiles import show_key_figures


def scenario_result(bench: Bench, version_id: str) -> None:
    """Show the figures of the newest plan of a version, and the way to the plan."""
    words = bench.words
    infos, _ = plan_names(bench)
    number = next(
        one.number for one in list_scenarios(bench.store, bench.user, bench.project) if one.version_id == version_id
    )
    info = next((one for one in infos.values() if one.version_id == version_id), None)
    with st.container(key="scenario_result"):
        if info is None:
            st.markdown(_awaited(bench, version_id, number))
            return
        with st.container(horizontal=True, vertical_alignment="center"):
            st.header(words("What no. {n} reaches", n=number), anchor=False, width="content")
            status_badge(info.status, words)
            st.button(
                words("Open the plan"),
                icon=":material/map:",
                key="open_plan",
                on_click=_open,
                args=(bench, info, plan_field(infos)),
            )
        if info.placed:
            with refusals(words):
                view = kept_view(bench, info)
                show_key_figures(view.case, view.plan, words)


def _awaited(bench: Bench, version_id: str, number: int) -> str:
    """Return what is said of a version without a plan."""
    found = watch_solves(bench.store, bench.user, bench.project)
    if any(job.version_id == version_id and job.finished_at is None for job in found):
        return bench.words("No. {n} is being computed; its plan will be shown here.", n=number)
    return bench.words("No plan has been computed for no. {n} yet.", n=number)


def _open(bench: Bench, info: PlanInfo, field: str) -> None:
    turn_to(bench.words("Plans"), bench.words, key=TABS)
    st.session_state[field] = info.plan_id
