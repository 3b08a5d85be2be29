"""The tables that leadership reads."""

from dataclasses import replace

from planner.report.disclosure import CITY, Published, Rules, Shown, Sign, borough_code
from planner.report.situation import PLACED, UNPLACED, people_sheet, quarters_sheet
from tests.report.situation.example import make_situation, without_plan

SITUATION = make_situation()
BOROUGHS = ("A", "B", "C", "D")


def test_what_no_plan_says_is_blank() -> None:
    """Posts are known before a plan is; proposals and targets are not, which is not the same as 0."""
    bare = quarters_sheet(without_plan(), "en").rows
    assert [row[:6] for row in bare] == [row[:6] for row in quarters_sheet(SITUATION, "en").rows]
    assert {row[6:] for row in bare} == {(None, None)}
    assert ("05", 0, 0) in {(row[0], *row[6:]) for row in quarters_sheet(SITUATION, "en").rows}


def test_what_can_be_read_comes_first() -> None:
    """Boroughs of which everything is hidden follow the others; within both the order is by name, the city is last."""
    counts = {(borough_code(name), status): Shown(Sign.HIDDEN) for name in BOROUGHS for status in (PLACED, UNPLACED)}
    counts |= {
        (borough_code("B"), UNPLACED): Shown(Sign.ROUNDED, 15),
        (borough_code("D"), PLACED): Shown(Sign.ZERO),
        (CITY, PLACED): Shown(Sign.HIDDEN),
        (CITY, UNPLACED): Shown(Sign.HIDDEN),
    }
    quarters = tuple(
        replace(quarter, borough=name) for quarter, name in zip(SITUATION.quarters, BOROUGHS, strict=False)
    )
    sheet = people_sheet(replace(SITUATION, quarters=quarters, people=Published("candidates", Rules(), counts)), "en")
    assert sheet is not None
    assert [" ".join(map(str, row)) for row in sheet.rows] == ["B . 15", "D - .", "A . .", "C . .", "City . ."]
