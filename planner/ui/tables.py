"""Tables on the page: the same sheets an exported plan has, with the reader's numbers and dates."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st

from planner.domain import PAYERS, Plan, Tier
from planner.report.sheets import Column, Kind, Sheet
from planner.ui.about import heading_about
from planner.ui.words import Words
from planner.ui.written import written

MAX_STYLED_CELLS = 200_000
"""Beyond this, numbers are shown as the browser writes them: formatting each cell takes about 5 µs."""

_NUMBERS = {Kind.INTEGER, Kind.HOURS, Kind.SHARE, Kind.RATIO, Kind.EURO, Kind.YEAR}
ROW = 35
"""Height of a row of Streamlit's tables in pixels."""


def sheet_frame(sheet: Sheet) -> pd.DataFrame:
    """Return a sheet as a frame whose columns sort as what they are."""
    frame = pd.DataFrame(list(sheet.rows), columns=[column.heading for column in sheet.columns])
    for column in sheet.columns:
        if column.kind in _NUMBERS:
            frame[column.heading] = pd.to_numeric(frame[column.heading].map(_plain_number)).astype("Float64")
        elif column.kind is Kind.DATE:
            frame[column.heading] = pd.to_datetime(frame[column.heading])
    return frame


def with_cells(sheet: Sheet, heading: str, write: Callable[[str], str]) -> Sheet:
    """Return a sheet with the texts of one column written differently."""
    at = [column.heading for column in sheet.columns].index(heading)
    rows = tuple((*row[:at], write(str(row[at])), *row[at + 1 :]) for row in sheet.rows)
    return Sheet(sheet.title, sheet.columns, rows)


def with_units(sheet: Sheet, plan: Plan, words: Words) -> Sheet:
    """Return the certificate with a second column that says what each objective counts; coverage to the millionth."""
    unit = Column(words("Counted in"), Kind.TEXT)
    exact = {Tier.COVERAGE: words("millionths of the need, by Sainte-Laguë (10,000 are 1%)")}
    rows = (
        (row[0], exact.get(tier.name) or words.of(f"unit.{tier.name}"), *row[1:])
        for tier, row in zip(plan.tiers, sheet.rows, strict=True)
    )
    return Sheet(sheet.title, (sheet.columns[0], unit, *sheet.columns[1:]), tuple(rows))


def _plain_number(value: Any) -> float | int | None:
    return float(value) if isinstance(value, Decimal) else value


def formatter(kind: Kind, words: Words, *, signed: bool = False) -> Callable[[Any], str] | None:
    """Return how a value of a kind is written; ``None``: as it is.

    Parameters
    ----------
    signed
        Whether what is above zero gets a plus.
    """
    writers: dict[Kind, Callable[[Any], str]] = {
        Kind.INTEGER: words.number,
        Kind.HOURS: lambda value: words.number(value, 2),
        Kind.SHARE: lambda value: words.percent(value, 2),
        Kind.RATIO: words.percent,
        Kind.EURO: lambda value: words.euros(round(value * 100)),
        Kind.YEAR: lambda value: f"{value:.0f}",
        Kind.DATE: words.day,
    }
    writer = writers.get(kind)
    if writer is None:
        return None
    return lambda value: "" if pd.isna(value) else ("+" if signed and value > 0 else "") + writer(value)


def show_sheet(sheet: Sheet, words: Words, *, key: str, hide: Sequence[str] = (), rows: int = 12) -> None:
    """Show a sheet.

    Parameters
    ----------
    hide
        Headings of columns that are left out.
    rows
        Most rows seen at once; the rest is scrolled.
    """
    columns = [column for column in sheet.columns if column.heading not in hide]
    frame = sheet_frame(sheet)[[column.heading for column in columns]]
    found = ((c.heading, formatter(c.kind, words, signed=c.signed)) for c in columns)
    writers = {heading: writer for heading, writer in found if writer}
    as_written = 0 < frame.size <= MAX_STYLED_CELLS
    # Texts of cells travel beside the cells, so they are left out where they are the same.
    shown: Any = written(frame, writers) if as_written and writers else _packed(frame, columns)
    st.dataframe(
        shown,
        hide_index=True,
        key=key,
        height=ROW * (min(rows, max(1, len(frame))) + 1) + 3,
        column_config={c.heading: _column(c, words, as_written=as_written) for c in columns},
        placeholder="–",
        alt=sheet.title,
    )


def _packed(frame: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """Return a frame whose sentences travel once each, however many rows say the same."""
    return frame.astype({column.heading: "category" for column in columns if column.kind is Kind.LONG})


def _column(column: Column, words: Words, *, as_written: bool) -> Any:
    about = heading_about(column.heading, column.kind, words)
    match column.kind:
        case Kind.ID | Kind.TEXT | Kind.LONG:
            return st.column_config.TextColumn(help=about)
        case Kind.FIGURE:
            return st.column_config.TextColumn(help=about, alignment="right")
        case Kind.DATE:
            return st.column_config.DateColumn(help=about, format=None if as_written else words.day_field)
        case Kind.YEAR:
            return st.column_config.NumberColumn(help=about, format=None if as_written else "%d")
        case _:
            return st.column_config.NumberColumn(help=about, format=None if as_written else "localized")


def costs_sheet(plan: Plan, words: Words) -> Sheet:
    """Return the costs with a row per calendar year, a column per payer, and the sums."""
    costs = plan.costs()
    payers = [payer for payer in PAYERS if any(key[1] is payer for key in costs)]
    head = (
        Column(words.of("report.year"), Kind.TEXT),
        *(Column(words.of(f"payer.{payer}"), Kind.EURO) for payer in payers),
        Column(words("Total"), Kind.EURO),
    )
    years = sorted({year for year, _ in costs})

    def line(name: str, of: Sequence[int]) -> tuple[str | Decimal, ...]:
        cells = [sum(costs.get((year, payer), 0) for year in of) for payer in payers]
        return (name, *(Decimal(cents) / 100 for cents in [*cells, sum(cells)]))

    rows = [line(str(year), [year]) for year in years]
    return Sheet(words.of("report.costs"), head, (*rows, line(words("Total"), years)))
