"""The list of plans, one of them in full, and its way out: release and files."""

from collections.abc import Mapping

import streamlit as st

from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import Form, PlanView, export_plan, list_scenarios, user_names
from planner.service.exporting import MEDIA
from planner.store.plans import PlanInfo
from planner.ui.bench import Bench, refusals
from planner.ui.details import show_details
from planner.ui.explore import explore
from planner.ui.planning.conflict import conflict_card
from planner.ui.planning.costs import show_costs
from planner.ui.planning.kept import kept_view, plan_field, plan_names, plan_title, repair_title, scenario_title
from planner.ui.planning.releasing import release_button, release_question
from planner.ui.solver_card import status_badge
from planner.ui.tables import show_sheet
from planner.ui.tiles import show_key_figures

_FORMS = {Form.XLSX: "XLSX", Form.CSV: "CSV (ZIP)", Form.GEOPACKAGE: "GeoPackage", Form.GEOJSON: "GeoJSON"}


def plans(bench: Bench) -> None:
    """Show all plans, and the chosen one."""
    words = bench.words
    infos, names = plan_names(bench)
    if not infos:
        st.info(words("No plans yet: save a scenario and have it solved."), icon=":material/info:")
        return
    with st.container(key="plan_list_card"):
        show_sheet(_list(bench, infos), words, key="plan_list", rows=6)
    chosen = st.selectbox(words("Plan"), list(infos), format_func=names.__getitem__, key=plan_field(infos))
    with refusals(words):
        _show(bench, kept_view(bench, infos[chosen]), infos)


def _list(bench: Bench, infos: Mapping[str, PlanInfo]) -> Sheet:
    words = bench.words
    by = user_names(bench.store, bench.user)
    versions = {one.version_id: one for one in list_scenarios(bench.store, bench.user, bench.project)}
    head = (
        Column(words("Plan"), Kind.TEXT),
        Column(words.of("report.scenario"), Kind.TEXT),
        Column(words.of("report.status"), Kind.TEXT),
        Column(words.of("report.placed_total"), Kind.INTEGER),
        Column(words("How it came about"), Kind.TEXT),
        Column(words("Made on"), Kind.DATE),
        Column(words("by"), Kind.ID),
        Column(words("Released on"), Kind.DATE),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            plan_title(info, words),
            scenario_title(versions[info.version_id], words)
            if info.version_id in versions
            else words("Without a name"),
            words.of(f"status.{info.status}"),
            info.placed,
            repair_title(info, infos, words) or words("solved from the scenario"),
            words.local(info.made_at).date(),
            by.get(info.made_by, "–"),
            words.local(info.released_at).date() if info.released_at else None,
        )
        for info in infos.values()
    ]
    return Sheet(words("Plans"), head, tuple(rows))


def _show(bench: Bench, view: PlanView, infos: Mapping[str, PlanInfo]) -> None:
    # The view is kept from before a release; the list is of this moment.
    words, plan, info = bench.words, view.plan, infos[view.info.plan_id]
    with st.container(horizontal=True, vertical_alignment="center"):
        status_badge(plan.status, words)
        release_button(plan, info, words)
    release_question(bench, plan, info, infos)
    conflict_card(bench, plan, info)
    if not plan.has_placements:
        return
    show_key_figures(view.case, plan, words)
    explore(view.case, plan, f"{info.plan_id}:{info.removed}", words)
    show_details(view.case, plan, words)
    show_costs(view, words)
    with st.container(horizontal=True):
        for form, label in _FORMS.items():
            _download(bench, info.plan_id, form, label)


def _download(bench: Bench, plan_id: str, form: Form, label: str) -> None:
    """Offer a file; it is made, and noted in the trail of changes, when somebody asks for it."""

    def make() -> bytes:
        return export_plan(bench.store, bench.user, bench.project, plan_id, form, bench.words.language).content

    st.download_button(
        label,
        make,
        file_name=f"plan.{form}",
        mime=MEDIA[form],
        key=f"export_{form}",
        on_click="ignore",
        icon=":material/download:",
    )
