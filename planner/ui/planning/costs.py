"""Who pays when: the months of a plan as a chart, in words and as a table."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd
import streamlit as st

from planner.domain import PAYERS, Payer
from planner.outlook import cliff_sentences
from planner.outlook.calendar import WINDOW
from planner.report.colours import DIVERGING
from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import PlanMonths, PlanView
from planner.ui.tables import show_sheet
from planner.ui.words import Words

COLOURS = {
    Payer.CITY: DIVERGING[0],
    Payer.HOST: DIVERGING[1],
    Payer.TRANSFER: DIVERGING[3],
    Payer.INTEGRATION: DIVERGING[4],
}

INK = "#16222e"

HEIGHT = 300
"""Of the chart in pixels."""


def show_costs(view: PlanView, words: Words) -> None:
    """Show what each payer carries month by month, the steps of the grant and the ends of contracts.

    Of a plan that places nobody there is nothing to show.
    """
    found = view.months
    if found is None:
        return
    about = words(
        "A bar per month: what each payer carries for all placements whose contract runs. A dashed line: the grant "
        "falls, or contracts end, for a tenth of the placements at once."
    )
    st.header(words("Costs over 60 months"), anchor=False, help=about)
    said = cliff_sentences(found.cliffs, words.language)
    if len(found.months) > WINDOW + 1:
        said = (*said, words("Contracts that run already are shown from their first month on."))
    st.markdown("\n".join(f"- {sentence}" for sentence in said))
    st.vega_lite_chart(_amounts(found, words), _chart(found, words), key="months_chart", height=HEIGHT, alt=about)
    with st.expander(words("The months as a table")):
        show_sheet(months_sheet(found, words), words, key="months")


def months_sheet(found: PlanMonths, words: Words) -> Sheet:
    """Return a row per month: placements, contracts that ended, placements by step of the grant, money by payer."""
    head = (
        Column(words.of("outlook.month"), Kind.TEXT),
        Column(words.of("outlook.running"), Kind.INTEGER),
        Column(words.of("outlook.ended"), Kind.INTEGER),
        *(Column(_step_name(step, words), Kind.INTEGER) for step in found.steps),
        *(Column(words.of(f"payer.{payer}"), Kind.EURO) for payer in found.payers),
        Column(words.of("outlook.total"), Kind.EURO),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            words.month(month.day),
            month.running,
            month.ended,
            *(month.by_step[step] for step in found.steps),
            *(Decimal(month.cents[payer]) / 100 for payer in found.payers),
            Decimal(sum(month.cents.values())) / 100,
        )
        for month in found.months
    ]
    return Sheet(words("Costs over 60 months"), head, tuple(rows))


def _step_name(step: Fraction, words: Words) -> str:
    return words.of("outlook.step", share=words.percent(float(step)))


def _amounts(found: PlanMonths, words: Words) -> pd.DataFrame:
    rows = [
        {
            "month": f"{month.day:%Y-%m}",
            "named": words.month(month.day),
            "payer": words.of(f"payer.{payer}"),
            "rank": PAYERS.index(payer),
            "euros": month.cents[payer] / 100,
            "written": words.euros(month.cents[payer]),
        }
        for month in found.months
        for payer in found.payers
    ]
    return pd.DataFrame(rows)


def _chart(found: PlanMonths, words: Words) -> dict[str, Any]:
    """Return one bar per month, payers on top of each other, and a line at each cliff."""
    separator = "." if words.language == "de" else ","
    months = [f"{month.day:%Y-%m}" for month in found.months]
    x = {
        "field": "month",
        "type": "ordinal",
        "sort": months,
        "title": None,
        "axis": {
            "values": [month for month in months if month.endswith("-01")],
            "labelExpr": "split(datum.value, '-')[0]",
            "labelAngle": 0,
        },
    }
    bars = {
        "mark": {"type": "bar", "aria": False, "width": {"band": 0.9}},
        "encoding": {
            "x": x,
            "y": {
                "field": "euros",
                "type": "quantitative",
                "title": words("EUR a month"),
                "axis": {"labelExpr": f"replace(format(datum.value, ',.0f'), /,/g, '{separator}')"},
            },
            "color": {
                "field": "payer",
                "type": "nominal",
                "title": None,
                "sort": None,
                "scale": {
                    "domain": [words.of(f"payer.{payer}") for payer in found.payers],
                    "range": [COLOURS[payer] for payer in found.payers],
                },
                "legend": {"orient": "top"},
            },
            "order": {"field": "rank", "type": "quantitative"},
            "tooltip": [
                {"field": "named", "title": words.of("outlook.month")},
                {"field": "payer", "title": words("Payer")},
                {"field": "written", "title": words("EUR a month")},
            ],
        },
    }
    cliffs = [{"month": f"{cliff.day:%Y-%m}"} for cliff in found.cliffs]
    lines = {
        "data": {"values": cliffs},
        "mark": {"type": "rule", "aria": False, "strokeDash": [4, 3], "color": INK},
        "encoding": {"x": x},
    }
    return {
        "layer": [bars, lines],
        # The table below says the same in words; Vega would do so in English.
        "config": {"aria": False, "axis": {"labelColor": INK, "titleColor": INK}, "legend": {"labelColor": INK}},
    }
