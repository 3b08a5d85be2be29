"""Cells of a workbook become what they mean, and formulas do not."""

from datetime import date, datetime

import pytest

from planner.domain import Level
from tests.tables.conftest import FILES, Files, Workbook


def upload(book: bytes) -> Files:
    """Make uploads of a workbook and the scenario."""
    return Files({"fall.xlsx": book, "fall.toml": FILES["scenario.toml"]})


def test_dates_numbers_and_booleans(workbook: Workbook) -> None:
    """Excel's own types are read as the texts they stand for."""
    book = workbook(
        {
            ("candidates", "C2"): 1970,
            ("candidates", "C3"): datetime(1985, 5, 31),  # noqa: DTZ001  (Excel knows no time zones)
            ("candidates", "E2"): True,
            ("candidates", "G4"): 37.5,
            ("candidates", "I3"): date(2027, 2, 1),
            ("sites", "F2"): 2.0,
            ("travel_times", "D2"): 24.2,
        }
    )
    assert upload(book).case() == Files().case()


def test_zero_padded_numbers(workbook: Workbook) -> None:
    """A code stored as the number 1 and shown as 01 is 01."""
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook({("sites", "D2"): 1})))
    book["sites"]["D2"].number_format = "00"
    out = io.BytesIO()
    book.save(out)
    assert upload(out.getvalue()).case().site_of["S1"].neighbourhood == "01"


@pytest.mark.parametrize("formula", ["=1+1", '=cmd|"/c calc"!A1', '=HYPERLINK("x")'])
def test_formula_is_refused(workbook: Workbook, formula: str) -> None:
    """A formula is named with its place; neither its text nor its result is used."""
    problems = upload(workbook({("sites", "F2"): formula, ("neighbourhoods", "D3"): formula})).problems()
    assert [(p.code, p.file, p.row, p.column) for p in problems] == [
        ("cell.formula", "fall.xlsx#sites", 2, "posts"),
        ("cell.formula", "fall.xlsx#neighbourhoods", 3, "population"),
    ]
    assert problems[0].value == formula


def test_formula_in_the_heading(workbook: Workbook) -> None:
    """A heading cannot be computed."""
    places = upload(workbook({("sites", "F1"): "=1"})).places()
    assert ("cell.formula", "fall.xlsx#sites", 1, "") in places
    assert ("column.missing", "fall.xlsx#sites", 1, "posts") in places


def test_text_that_looks_like_a_formula(workbook: Workbook) -> None:
    """A text cell =cmd() is text."""
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    book["candidates"]["A4"].value = "=cmd()"
    book["candidates"]["A4"].data_type = "s"
    out = io.BytesIO()
    book.save(out)
    assert "=cmd()" in upload(out.getvalue()).case().candidate_of


def test_rows_are_counted_as_shown(workbook: Workbook) -> None:
    """Blank rows and columns do not shift the row a problem names."""
    places = upload(workbook({("candidates", "A9"): "C9", ("candidates", "B9"): "77"})).places()
    assert places == [("reference.unknown", "fall.xlsx#candidates", 9, "neighbourhood")]


def test_cells_beside_the_table(workbook: Workbook) -> None:
    """A remark right of the heading is a row that is too long."""
    assert upload(workbook({("candidates", "L2"): "remark"})).places() == [
        ("row.too_long", "fall.xlsx#candidates", 2, "")
    ]


def test_languages_in_a_workbook(workbook: Workbook) -> None:
    """Lists inside cells are read as in CSV."""
    case = upload(workbook({("candidates", "F4"): "DE : b1 ; fa:A1"})).case()
    assert case.candidate_of["C3"].languages == {"de": Level.B1, "fa": Level.A1}
