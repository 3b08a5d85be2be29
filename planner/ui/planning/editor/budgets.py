"""Budgets: a table of calendar years and payers."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from planner.domain import PAYERS, Payer
from planner.ui.planning.editor.draft import BudgetRow, Draft
from planner.ui.planning.editor.editing import Editing

YEAR = "year"
_MOST_EUR = 10**12


def budgets(edit: Editing) -> None:
    """Show the table and take over what stands in it."""
    draft, words = edit.draft, edit.words
    st.markdown(
        words(
            "EUR per calendar year, over all months of all placements that fall into it. A blank cell is unlimited. "
            "New years go into the last row."
        )
    )
    key, at_first = f"budget_{edit.key}", f"budget_frame_{edit.key}"
    # The grid keeps its changes against the frame it was given, so that frame stays the same while it is on the page.
    if key not in st.session_state or at_first not in st.session_state:
        st.session_state[at_first] = budget_frame(draft)
    config: dict[str, Any] = {
        YEAR: st.column_config.NumberColumn(words.of("report.year"), format="%d", step=1, required=True)
    } | {
        payer.value: st.column_config.NumberColumn(
            f"{words.of(f'payer.{payer}')} (EUR)", min_value=0, max_value=_MOST_EUR, step=0.01, format="localized"
        )
        for payer in PAYERS
    }
    edited = st.data_editor(
        st.session_state[at_first],
        key=key,
        num_rows="dynamic",
        hide_index=True,
        column_config=config,
        placeholder="–",
        alt=words("Budgets by calendar year and payer"),
    )
    draft.budget = rows_of(edited)
    edit.spot("budget")


def budget_frame(draft: Draft) -> pd.DataFrame:
    """Return the budgets as a table of numbers."""
    rows = [{YEAR: row.year, **{payer.value: row.eur.get(payer) for payer in PAYERS}} for row in draft.budget]
    frame = pd.DataFrame(rows, columns=[YEAR, *(payer.value for payer in PAYERS)])
    return frame.astype({YEAR: "Int64"} | {payer.value: "Float64" for payer in PAYERS})


def rows_of(frame: pd.DataFrame) -> list[BudgetRow]:
    """Return the rows of the table; blank ones are none."""
    rows = []
    for cells in frame.to_dict("records"):
        eur = {payer: float(cells[payer.value]) for payer in PAYERS if _given(cells, payer)}
        year = None if pd.isna(cells[YEAR]) else int(cells[YEAR])
        if eur or year is not None:
            rows.append(BudgetRow(year, eur))
    return rows


def _given(cells: Mapping[Any, Any], payer: Payer) -> bool:
    return not pd.isna(cells[payer.value])
