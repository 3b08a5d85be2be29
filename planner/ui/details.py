"""The tables below the map and the files to take along."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from planner.domain import Case, Plan
from planner.report import plan_csv_zip, plan_geojson, plan_geopackage, plan_xlsx
from planner.report.overview import certificate
from planner.report.sheets import limits_sheet, neighbourhoods_sheet, placements_sheet, spent_sheet, unplaced_sheet
from planner.ui.part import part
from planner.ui.tables import costs_sheet, show_sheet, with_cells, with_units
from planner.ui.tabs import lazy_tabs
from planner.ui.words import Words


@part
def show_details(case: Case, plan: Plan, words: Words) -> None:
    """Show placements, people without one, neighbourhoods, objectives, costs and limits in tabs.

    Another tab draws its table and nothing else.
    """
    of, number = words.of, words.number
    lazy_tabs(
        (
            (f"{of('report.placements')} ({number(len(plan.placements))})", partial(_placements, case, plan, words)),
            (f"{of('report.unplaced')} ({number(len(plan.unplaced))})", partial(_unplaced, plan, words)),
            (of("report.neighbourhoods"), partial(_neighbourhoods, case, plan, words)),
            (words("Objectives and proof"), partial(_objectives, plan, words)),
            (of("report.costs"), partial(_costs, plan, words)),
            (of("report.limits"), partial(_limits, plan, words)),
        ),
        words,
        key="details",
    )


def _placements(case: Case, plan: Plan, words: Words) -> None:
    """Show the placements; costs by year are in the files, where two dozen columns of them disturb nobody."""
    every = placements_sheet(case, plan, words.language, yearly=False)
    sheet = with_cells(every, words.of("report.field"), words.field)
    show_sheet(sheet, words, key="placements", hide=(words.of("report.code"),))


def _unplaced(plan: Plan, words: Words) -> None:
    show_sheet(unplaced_sheet(plan, words.language), words, key="unplaced", hide=(words.of("report.reason"),))


def _neighbourhoods(case: Case, plan: Plan, words: Words) -> None:
    show_sheet(neighbourhoods_sheet(case, plan, words.language), words, key="neighbourhoods")


def _objectives(plan: Plan, words: Words) -> None:
    st.markdown(
        words("Each objective is optimised in this order and kept by those after it.")
        + " "
        + words(
            "Coverage: the first proposal in a neighbourhood counts its whole share of the need, the second a third, "
            "the third a fifth; so it can be more than 100%."
        )
    )
    show_sheet(with_units(certificate(plan, words.language), plan, words), words, key="tiers")


def _costs(plan: Plan, words: Words) -> None:
    show_sheet(costs_sheet(plan, words), words, key="costs")
    spent = spent_sheet(plan, words.language)
    bound = tuple(row for row in spent.rows if row[3] is not None)
    if bound:
        st.markdown(words("Where the scenario sets a budget:"))
        show_sheet(type(spent)(words("Budgets"), spent.columns, bound), words, key="budgets")


def _limits(plan: Plan, words: Words) -> None:
    limits = limits_sheet(plan, words.language)
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
