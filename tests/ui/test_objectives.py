"""What objectives reach and lose, as people read it."""

import pytest

from planner.report.sheets import Column, Kind, Sheet
from planner.ui.tables import formatter, show_sheet
from planner.ui.words import Words

DE, EN = Words("de"), Words("en")


def test_coverage_is_read_in_percent_of_the_need():
    """Four decimals are exactly the millionths that the proof counts; other objectives stay whole numbers."""
    assert DE.reached("coverage", 1_138_425) == "113,8425\u00a0%"
    assert EN.reached("coverage", 670_000) == "67.00%"
    assert DE.reached("quality", 8_888) == "8.888"


def test_a_difference_of_coverage_is_told_in_points():
    """A plus is written, and nobody takes points of a percentage for a part of it."""
    assert DE.changed("coverage", -1_234) == "−0,1234 Prozentpunkte"
    assert EN.changed("coverage", 25_000) == "+2.50 percentage points"
    assert DE.changed("commute", 12) == "+12"


@pytest.mark.parametrize(("value", "written"), [(3, "+3"), (0, "0"), (-3, "−3"), (None, "")])
def test_a_difference_in_a_table_has_its_sign(value, written):
    """Columns of differences hold numbers, which stand on the right, and are written with their sign."""
    write = formatter(Kind.INTEGER, DE, signed=True)
    assert write is not None
    assert write(value) == written


def test_figures_with_a_unit_stand_where_numbers_do(monkeypatch):
    """What is written already is aligned as numbers are."""
    seen = {}
    monkeypatch.setattr("planner.ui.tables.st.dataframe", lambda *_, **options: seen.update(options["column_config"]))
    sheet = Sheet("x", (Column("Name", Kind.TEXT), Column("Wert", Kind.FIGURE)), (("a", "1,00\u00a0%"),))
    show_sheet(sheet, DE, key="x")
    assert seen["Wert"]["alignment"] == "right"
    assert seen["Name"]["alignment"] is None
