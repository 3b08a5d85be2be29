"""Tables are put right before they are read, and only where somebody said so."""

import pytest

from planner.errors import InputError
from planner.tables import Mend, free_headings, places_tables, read_places, shown_headings
from planner.tables.raw import RawTable

GOOD = {
    "neighbourhoods.csv": b"code,name,borough,population\n01,A,X,10\n\n02,B,X,x\n03,C,X,7\n",
    "sites.csv": b"site_id,Ort,host,neighbourhood,field,posts\nS1,T,H,01,f,2\nS1,U,H,09,f,1\n",
}


def problems(mend):
    with pytest.raises(InputError) as caught:
        read_places(GOOD, wage_tables=(), mend=mend)
    return {(p.file, p.row, p.column, p.code) for p in caught.value.problems if p.severity == "error"}


def test_what_was_put_right_is_no_problem_any_more():
    """A cell, a row, a heading: each change takes away its own problem and no other, under the row's old number."""
    cell = Mend(cells={("neighbourhoods.csv", 4, "population"): "8"})
    heading = Mend(headings={("sites.csv", "Ort"): "name"})
    row = Mend(rows=frozenset({("sites.csv", 3)}))
    assert ("neighbourhoods.csv", 4, "population", "cell.whole") in problems(Mend())
    assert problems(cell) == problems(Mend()) - {("neighbourhoods.csv", 4, "population", "cell.whole")}
    assert ("sites.csv", 1, "name", "column.missing") not in problems(heading)
    read = read_places(GOOD, wage_tables=(), mend=cell | heading | row)
    assert [site.name for site in read.sites] == ["T"]
    assert [place.counts["population"] for place in read.neighbourhoods] == [10, 8, 7]


def test_a_column_can_be_left_out():
    """The column is gone with its cells; the others stay where they were."""
    tables = places_tables(GOOD, Mend(columns=frozenset({("sites.csv", "host")}))).tables
    assert tables["sites"].header == ("site_id", "Ort", "neighbourhood", "field", "posts")
    assert tables["sites"].rows[0] == ["S1", "T", "01", "f", "2"]
    assert tables["neighbourhoods"].header == ("code", "name", "borough", "population")


def test_the_later_of_two_changes_holds():
    """Whoever tries again corrects the first correction."""
    first, second = (Mend(cells={("sites.csv", 2, "posts"): text}) for text in "12")
    assert (first | second).cells == {("sites.csv", 2, "posts"): "2"}


def test_cells_of_refused_columns_are_never_offered():
    """In a table about people only the contract's own columns are shown; of the others not even every name."""
    raw = RawTable("candidates.csv", ("candidate_id", "Nationalität", "Name", "Wohngebiet"), [], [])
    assert shown_headings("candidates", raw) == ("candidate_id",)
    assert free_headings("candidates", raw) == ("Wohngebiet",)
