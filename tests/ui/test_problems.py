"""Problems as tables."""

from planner.errors import Problem
from planner.ui.problems import problem_csv, problem_frame
from planner.ui.words import Words


def problems():
    return [
        Problem("field.unknown", file="candidates.csv", row=7, column="fields_wanted", value="=cmd()"),
        Problem("field.unknown", file="candidates.csv", column="fields_wanted"),
    ]


def test_every_problem_is_one_row():
    """File, row, column, value and the whole sentence stand in columns of their own; no row is no number."""
    frame = problem_frame(problems(), Words("de"))
    assert list(frame.columns[:5]) == ["Art", "Datei", "Zeile", "Spalte", "Wert in der Zelle"]
    assert frame.loc[0, "Zeile"] == 7
    assert frame["Zeile"].isna().tolist() == [False, True]


def test_a_cell_never_becomes_a_formula():
    """In the list to take along, text that begins like a formula is made harmless; Excel reads its letters."""
    content = problem_csv(problem_frame(problems(), Words("de")))
    assert content.startswith(b"\xef\xbb\xbf")
    assert ";'=cmd();" in content.decode("utf-8-sig")
