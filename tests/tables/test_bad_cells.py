"""Every wrong cell is named with file, row, column, value and what is allowed; all of them at once."""

import time

import pytest

from planner.errors import Severity
from planner.tables.raw import SHOWN
from tests.tables.conftest import Files


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "row", "column"),
    [
        ("sites.csv", "seniors,2,", "seniors,-2,", "cell.range", 2, "posts"),
        ("sites.csv", "seniors,2,", "seniors,two,", "cell.whole", 2, "posts"),
        ("sites.csv", "seniors,2,", "seniors,2.5,", "cell.whole", 2, "posts"),
        ("sites.csv", "seniors,2,", "seniors,,", "cell.blank", 2, "posts"),
        ("sites.csv", "seniors,2,", f"seniors,{'9' * 5000},", "cell.whole", 2, "posts"),
        ("sites.csv", "2,20,30,", "2,31,30,", "row.hours", 2, "min_hours"),
        ("sites.csv", "2,20,30,", "2,,10,", "row.hours", 2, "min_hours"),
        ("sites.csv", "2,20,30,", "2,20.125,30,", "cell.places", 2, "min_hours"),
        ("sites.csv", "2,20,30,", "2,20,1.000,", "cell.places", 2, "max_hours"),
        ("sites.csv", "2,20,30,", "2,0,0,", "cell.range", 2, "max_hours"),
        ("sites.csv", ",600", ",1.500", "cell.places", 2, "material_costs_per_year"),
        ("sites.csv", ",600", ",1.500.000", "cell.number", 2, "material_costs_per_year"),
        ("neighbourhoods.csv", ",3133,", ",3.000,", "cell.whole", 2, "population"),
        ("sites.csv", "2,20,30,", "2,20,49,", "cell.range", 2, "max_hours"),
        ("sites.csv", "de:B1", "de", "cell.language", 2, "languages"),
        ("sites.csv", "de:B1", "de:B3", "cell.language", 2, "languages"),
        ("sites.csv", "de:B1", ":B1", "cell.language", 2, "languages"),
        ("sites.csv", "de:B1", "de:B1|DE:C1", "cell.language_twice", 2, "languages"),
        ("sites.csv", "minimum_wage", "tvoed_e2", "cell.pay", 2, "pay"),
        ("sites.csv", "15.50", "0", "cell.range", 3, "pay"),
        ("sites.csv", "15.50", "15 EUR", "cell.pay", 3, "pay"),
        ("sites.csv", "31.12.2031", "31.02.2031", "cell.date_missing", 3, "available_to"),
        ("sites.csv", "31.12.2031", "31.12.31", "cell.date", 3, "available_to"),
        ("sites.csv", "31.12.2031", "31.12.0031", "cell.year", 3, "available_to"),
        ("sites.csv", "DRK,01", "DRK,1", "reference.unknown_near", 2, "neighbourhood"),
        ("sites.csv", "DRK,01", "DRK,001", "reference.unknown_near", 2, "neighbourhood"),
        ("sites.csv", "S2,", "S1,", "row.twice", 3, "site_id"),
        ("sites.csv", "S2,", ",", "cell.blank", 3, "site_id"),
        ("sites.csv", "S2,", "S\t2,", "cell.control_characters", 3, "site_id"),
        ("sites.csv", "S2,", "S\u202e2,", "cell.control_characters", 3, "site_id"),
        ("candidates.csv", "1970", "70", "cell.born", 2, "born"),
        ("candidates.csv", ",yes,", ",perhaps,", "cell.answer", 2, "brief_work_only"),
        ("candidates.csv", "80", "minus", "cell.whole", 2, "benefit_months_last_84"),
        ("candidates.csv", "C1,01,", "C1,Altstadt,", "reference.unknown", 2, "neighbourhood"),
        ("candidates.csv", "C3,33", "C3,", "cell.blank", 4, "neighbourhood"),
        ("candidates.csv", "C2,", "C1,", "row.twice", 3, "candidate_id"),
        ("candidates.csv", "2027-03-01", "2027-03-01,surplus", "row.too_long", 4, ""),
        ("candidates.csv", ",born,", ",candidate_id,", "column.twice", 1, "candidate_id"),
        ("candidates.csv", "candidate_id,neighbourhood", "person,neighbourhood", "column.missing", 1, "candidate_id"),
        ("neighbourhoods.csv", "3133", "-1", "cell.range", 2, "population"),
        ("neighbourhoods.csv", "3133", "many", "cell.whole", 2, "population"),
        ("neighbourhoods.csv", "51.05,", ",", "row.half_place", 2, "lat"),
        ("neighbourhoods.csv", "51.05,13.74", "151.05,13.74", "cell.range", 2, "lat"),
        ("neighbourhoods.csv", "97,", "9;7,", "cell.list_marks", 4, "code"),
        ("travel_times.csv", "transit,25", "tram,25", "cell.choice", 3, "transport"),
        ("travel_times.csv", "transit,25", "transit,-1", "cell.range", 3, "minutes"),
        ("travel_times.csv", "97,01,", "98,01,", "reference.unknown", 3, "origin"),
        ("travel_times.csv", "97,01,", "01,97,", "row.twice", 3, "origin, destination, transport"),
        ("decisions.csv", "forbid", "maybe", "cell.choice", 3, "decision"),
        ("decisions.csv", "C2,S1", "C9,S1", "reference.unknown", 3, "candidate_id"),
        ("decisions.csv", "C2,S1", "C2,S9", "reference.unknown", 3, "site_id"),
        ("decisions.csv", "C2,S1", "C1,S1", "row.twice", 3, "candidate_id, site_id"),
        ("decisions.csv", "C2,S1,forbid", "C1,S2,pin", "decision.fixed_twice", 3, "site_id"),
        ("previous_plan.csv", "C1,S1\n", "C1,S1\nC1,S2\n", "row.twice", 3, "candidate_id"),
    ],
)
def test_wrong_cell(files: Files, file: str, old: str, new: str, code: str, row: int, column: str) -> None:
    """A wrong cell is named where it stands."""
    assert (code, file, row, column) in files.edit(file, old, new).places()


def test_wrong_cells_blame_nothing_else(files: Files) -> None:
    """A broken row causes no follow-up problems in the tables that refer to it."""
    assert files.edit("sites.csv", "seniors,2,", "seniors,-2,").places() == [
        ("cell.range", "sites.csv", 2, "posts"),
    ]


def test_all_problems_at_once(files: Files) -> None:
    """Problems of every file come together."""
    files.edit("neighbourhoods.csv", "3133", "-1").edit("sites.csv", "15.50", "x").edit("candidates.csv", "1970", "70")
    files.edit("decisions.csv", "forbid", "x").edit("scenario.toml", "posts = 3", "post = 3")
    found = {p[1] for p in files.places()}
    assert found == {"neighbourhoods.csv", "sites.csv", "candidates.csv", "decisions.csv", "scenario.toml"}


def test_value_is_shown_shortened(files: Files) -> None:
    """A problem shows what stood there, at most 60 characters of it."""
    (short,) = files.edit("sites.csv", "15.50", "15 EUR").problems()
    assert short.value == "15 EUR"
    assert short.params["nearest"] == "minimum_wage"
    (long,) = Files().edit("sites.csv", "15.50", "x" * 500).problems()
    assert len(long.value) == SHOWN


def test_nearest_is_named(files: Files) -> None:
    """An unknown neighbourhood is named with the nearest known one, above all where Excel ate the zero."""
    files.edit("neighbourhoods.csv", "33,F", "91,F").edit("candidates.csv", "C3,33", "C3,1")
    (problem,) = files.problems()
    assert problem.params == {"table": "neighbourhoods", "nearest": "01"}


def test_short_rows_are_filled_up(files: Files) -> None:
    """Cells missing at the end of a row are blank."""
    assert files.edit("candidates.csv", 'C3,33,,,unclear,,"37,5",encounter;seniors,2027-03-01', "C3,33").case()


def test_formula_text_is_just_text(files: Files) -> None:
    """In CSV, an id such as =cmd() is an id."""
    files.edit("candidates.csv", "C3,", "=cmd(),").edit("sites.csv", "Servicepunkt", "+49 351")
    case = files.case()
    assert "=cmd()" in case.candidate_of
    assert case.site_of["S2"].name == "+49 351"


def test_implausible_months_are_warnings(files: Files) -> None:
    """Months that cannot be are shown, and kept as they are."""
    files.edit("candidates.csv", "benefit_months_last_84", "benefit_months_last_84,benefit_months_last_60")
    files.edit("candidates.csv", "1970,80,", "1970,85,60,").edit("candidates.csv", "1985,75,", "1985,40,50,")
    files.edit("candidates.csv", "C3,33,,,", "C3,33,,,,")
    reading = files.read()
    assert [(n.code, n.row, n.column) for n in reading.notes] == [
        ("months.beyond", 2, "benefit_months_last_84"),
        ("months.unlike", 3, "benefit_months_last_84"),
    ]
    assert all(n.severity is Severity.WARNING for n in reading.notes)
    assert reading.case.candidate_of["C1"].benefit_months_last_84 == 85


def test_gone_placements_are_warnings(files: Files) -> None:
    """A previous placement whose candidate or site is gone is shown and counts as given up."""
    reading = files.put("previous_plan.csv", "candidate_id,site_id\nC1,S1\nC8,S1\nC2,S8\n").read()
    assert [(n.code, n.row, n.column) for n in reading.notes] == [
        ("reference.gone", 3, "candidate_id"),
        ("reference.gone", 4, "site_id"),
    ]
    assert len(reading.case.previous_plan) == 3


def test_lone_tandem_and_unknown_field_are_warnings(files: Files) -> None:
    """A tandem of one and a wish no site can meet are shown."""
    files.edit("candidates.csv", ",fields_wanted,", ",tandem,").edit("candidates.csv", "seniors,\n", "T1,\n")
    files.edit("candidates.csv", "encounter;seniors", "")
    files.edit("candidates.csv", ",languages,", ",fields_wanted,").edit("candidates.csv", "de:C1;ar:A2", "senior")
    files.edit("candidates.csv", "de:A2|ru:B2", "seniors")
    assert [(n.code, n.row, n.column, n.value) for n in files.read().notes] == [
        ("tandem.alone", 2, "tandem", "T1"),
        ("field.unknown_near", 2, "fields_wanted", "senior"),
    ]


def test_ten_thousand_broken_rows(files: Files) -> None:
    """10,000 broken rows are all named, in seconds."""
    rows = "".join(f"K{i},q{i % 3000},19{i},{-i},x,de\n" for i in range(10_000))
    header = "candidate_id,neighbourhood,born,benefit_months_last_84,brief_work_only,languages\n"
    files.put("candidates.csv", header + rows)
    began = time.perf_counter()
    found = [p for p in files.problems() if p.file == "candidates.csv"]
    assert time.perf_counter() - began < 10
    assert {p.row for p in found} == set(range(2, 10_002))
    assert len(found) >= 40_000
