"""Problems as tables."""

from html import escape

import pytest
from markdown_it import MarkdownIt

from planner.errors import Problem
from planner.ui.problems import plain, problem_csv, problem_frame
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


@pytest.mark.parametrize(
    "name",
    [
        "**fett** _schief_ ~~weg~~ `code` $x^2$",
        "![Bild](https://example.org/a.png) [hier](https://example.org) <https://example.org>",
        "<script>alert(1)</script> &amp; <b>b</b>",
        "# Titel",
        "- Punkt",
        "1. Punkt",
        "> Zitat",
        "---",
        "a | b",
        ":red[rot] :material/close: :smile:",
        "Äußere Neustadt (Antonstadt) – Gorbitz-Ost, Str. 5.",
    ],
)
def test_names_are_letters_and_nothing_else(name):
    """Whatever stands in an uploaded file is read as text: no picture, no link, no heading, no formula."""
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(plain(name)).strip()
    assert shown == f"<p>{escape(name)}</p>"
    assert not any(f"{sign}" in plain(name).replace(f"\\{sign}", "") for sign in "$:[")


def test_a_name_stays_in_its_line():
    """A break in a cell does not end the list or the heading that it is named in."""
    assert plain("Haus\r\n# Titel") == "Haus \\# Titel"
    assert plain("Gorbitz-Ost") == "Gorbitz-Ost"
