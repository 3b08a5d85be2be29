"""The tables below the map and the files to take along."""

from collections.abc import Callable

import streamlit as st

from planner.domain import Case, Plan
from planner.report import plan_csv_zip, plan_geojson, plan_geopackage, plan_xlsx
from planner.report.overview import certificate
from planner.report.sheets import plan_sheets
from planner.ui.tables import costs_sheet, show_sheet, with_cells, with_units
from planner.ui.words import Words


def show_details(case: Case, plan: Plan, words: Words) -> None:
    """Show placements, people without one, neighbourhoods, objectives, costs and limits in tabs."""
    placements, unplaced, neighbourhoods, limits, costs = plan_sheets(case, plan, words.language)
    placements = with_cells(placements, words.of("report.field"), words.field)
    tabs = st.tabs(
        [
            f"{placements.title} ({words.number(len(placements.rows))})",
            f"{unplaced.title} ({words.number(len(unplaced.rows))})",
            neighbourhoods.title,
            words("Objectives and proof"),
            costs.title,
            limits.title,
        ],
        key="details",
    )
    with tabs[0]:
        show_sheet(placements, words, key="placements", hide=(words.of("report.code"),))
    with tabs[1]:
        show_sheet(unplaced, words, key="unplaced", hide=(words.of("report.reason"),))
    with tabs[2]:
        show_sheet(neighbourhoods, words, key="neighbourhoods")
    with tabs[3]:
        st.markdown(words("Each objective is optimised in this order and kept by those after it."))
        show_sheet(with_units(certificate(plan, words.language), plan, words), words, key="tiers")
    with tabs[4]:
        show_sheet(costs_sheet(plan, words), words, key="costs")
        bound = tuple(row for row in costs.rows if row[3] is not None)
        if bound:
            st.markdown(words("Where the scenario sets a budget:"))
            show_sheet(type(costs)(words("Budgets"), costs.columns, bound), words, key="budgets")
    with tabs[5]:
        if limits.rows:
            show_sheet(limits, words, key="limits")
        else:
            st.markdown(words("The scenario sets no limits."))


def show_downloads(case: Case, plan: Plan, words: Words) -> None:
    """Offer the plan for other programs; a file is made when somebody asks for it."""
    stem = words("plan-{day}-{hash}", day=plan.scenario.start.isoformat(), hash=plan.case_hash[:8])
    files: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
        (
            "XLSX",
            f"{stem}.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            lambda: plan_xlsx(case, plan, words.language),
        ),
        ("CSV (ZIP)", f"{stem}.zip", "application/zip", lambda: plan_csv_zip(plan)),
        ("GeoPackage", f"{stem}.gpkg", "application/geopackage+sqlite3", lambda: plan_geopackage(case, plan)),
        ("GeoJSON", f"{stem}.geojson", "application/geo+json", lambda: plan_geojson(case, plan)),
    )
    with st.container(horizontal=True, vertical_alignment="center", key="downloads"):
        for label, name, mime, make in files:
            st.download_button(
                label,
                make,
                file_name=name,
                mime=mime,
                key=f"download_{name.rsplit('.', 1)[1]}",
                on_click="ignore",
                icon=":material/download:",
            )
