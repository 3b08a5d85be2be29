"""The marked workbook shows each problem where it stands and reads back as the same tables."""

import io

import openpyxl

from planner.errors import Problem, Severity
from planner.report.marked import marked_workbook
from planner.tables.raw import FORMULA, RawTable
from planner.tables.workbook import read_workbook

TABLE = RawTable(
    "sites.csv", ("site_id", "name", "posts"), [["01", "=cmd()", "x"], ["S2", FORMULA + "=A1", "2"]], [2, 4]
)
PROBLEMS = (
    Problem("cell.whole", {"low": 0, "high": 9}, "sites.csv", 2, "posts", "x"),
    Problem("cell.formula", {}, "sites.csv", 4, "name", "=A1"),
    Problem("column.unknown", {}, "sites.csv", 1, "name", severity=Severity.WARNING),
    Problem("table.missing", {}, "neighbourhoods.csv"),
)


def test_marks_stand_at_their_cells():
    """A wrong cell keeps its text, carries the sentence as a comment and is coloured; its row number is the file's."""
    book = openpyxl.load_workbook(io.BytesIO(marked_workbook({"sites": TABLE}, PROBLEMS, "de")))
    sheet = book["sites"]
    assert sheet["C2"].value == "x"
    assert "Keine ganze Zahl" in sheet["C2"].comment.text
    assert sheet["C2"].fill.fgColor.rgb != sheet["A2"].fill.fgColor.rgb
    assert sheet["B4"].value is None
    assert "Formel" in sheet["B4"].comment.text
    assert sheet["B1"].comment is not None
    assert [cell.value for cell in book["Probleme"]["B"]][1:] == ["sites.csv"] * 3 + ["neighbourhoods.csv"]


def test_the_tables_read_back_as_they_were():
    """Ids keep their zeros, text that looks like a formula stays text, blank lines stay blank."""
    made = marked_workbook({"sites": TABLE}, (), "en")
    again = dict(read_workbook("marked.xlsx", made))["sites"]
    assert again.header == TABLE.header
    assert again.numbers == TABLE.numbers
    assert again.rows[0] == ["01", "=cmd()", "x"]


def test_refused_columns_are_left_blank():
    """A name never travels on, nor does its column's content; the heading stays so that it can be deleted."""
    people = RawTable("candidates.csv", ("candidate_id", "Vorname"), [["C1", "Erika"]], [2])
    made = marked_workbook(
        {"candidates": people}, (Problem("column.identity", {}, "candidates.csv", 1, "Vorname"),), "de"
    )
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert [cell.value for row in book["candidates"].iter_rows() for cell in row] == [
        "candidate_id",
        "Vorname",
        "C1",
        None,
    ]


def test_the_same_content_gives_the_same_bytes():
    """Nothing of the day or the machine is in the file."""
    assert marked_workbook({"sites": TABLE}, PROBLEMS, "de") == marked_workbook({"sites": TABLE}, PROBLEMS, "de")
