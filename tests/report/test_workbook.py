"""The workbook: everything is there, and every cell is what it is."""

import io
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from planner.messages import LANGUAGES
from planner.report import plan_xlsx
from tests.report.example import FORMULA, make_case, make_conflict, make_plan


@pytest.fixture(scope="module")
def book() -> Workbook:
    case = make_case()
    return load_workbook(io.BytesIO(plan_xlsx(case, make_plan(case), "de")))


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    heading, *cells = book[sheet].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in cells]


def test_sheets(book: Workbook) -> None:
    """There is an overview and one sheet per table."""
    assert book.sheetnames == ["Übersicht", "Vorschläge", "Ohne Vorschlag", "Stadtteile", "Grenzen", "Kosten"]


def test_no_formula(book: Workbook) -> None:
    """No cell is a formula or a link, also where an id begins with an equals sign."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    assert book["Vorschläge"]["A2"].value == FORMULA


def test_placements(book: Workbook) -> None:
    """A placement has a real date, real hours, EUR per payer and year, and its marks in words."""
    first, second = rows(book, "Vorschläge")
    assert first["Erster Arbeitstag"] == datetime(2027, 3, 1)  # noqa: DTZ001
    assert first["Wochenstunden"] == 30.5
    assert (first["Stadt 2027 (EUR)"], first["Eingliederungstitel 2027 (EUR)"]) == (0, 12345.67)
    assert second["Stadt 2027 (EUR)"] == 500.01
    assert second["Vermerke"].count(";") == 1
    assert "Beirat" in second["Vermerke"]


def test_unplaced(book: Workbook) -> None:
    """An unplaced person has the code of the reason and its sentence."""
    (row,) = rows(book, "Ohne Vorschlag")
    assert row["Grund (Code)"] == "displaced"
    assert len(row["Grund"]) > 20


def test_neighbourhoods(book: Workbook) -> None:
    """Codes stay text with their leading zero; coverage is blank where the target is 0."""
    first, second = rows(book, "Stadtteile")
    assert first["Schlüssel"] == "07"
    assert (first["Besetzt / Soll"], second["Besetzt / Soll"]) == (None, 1)
    assert second["Bedarf"] == 0.75


def test_costs_beside_budget(book: Workbook) -> None:
    """A cost stands beside its budget, nothing where there is none; a budget nobody touches is there as well."""
    city, integration, untouched = rows(book, "Kosten")
    assert (city["Jahr"], city["Kosten (EUR)"], city["Verbleibt (EUR)"]) == (2027, 500.01, 9499.99)
    assert integration["Budget (EUR)"] is None
    assert (untouched["Jahr"], untouched["Kosten (EUR)"], untouched["Verbleibt (EUR)"]) == (2028, 0, 5)


def test_overview(book: Workbook) -> None:
    """The overview tells scenario, law and fingerprint, and each tier with value and bound."""
    values = [cell for row in book["Übersicht"].iter_rows(values_only=True) for cell in row]
    case = make_case()
    assert {"=HYPERLINK(1)", "2026-07-01", case.hash, 990_000, 1_000_000, "nachweislich bestmöglich"} <= set(values)
    assert any("dl-de/by-2-0" in str(value) for value in values)


def test_tables_can_be_read(book: Workbook) -> None:
    """Every table keeps its headings and its first column in sight and can be filtered."""
    tables = book.worksheets[1:]
    assert {sheet.freeze_panes for sheet in tables} == {"B2"}
    assert all(sheet.auto_filter.ref for sheet in book)


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_bytes(language: str) -> None:
    """The same plan gives the same bytes."""
    case = make_case()
    assert plan_xlsx(case, make_plan(case), language) == plan_xlsx(case, make_plan(case), language)


def test_conflict() -> None:
    """Of an impossible case the overview names the rules that contradict each other."""
    case = make_case()
    book = load_workbook(io.BytesIO(plan_xlsx(case, make_conflict(case), "en")))
    values = {cell for row in book["Overview"].iter_rows(values_only=True) for cell in row}
    assert {"pin", "candidate: c2; site: s1"} <= values
