"""What plans are called, and which two are compared first."""

from datetime import UTC, datetime

import pytest

from planner.domain import Status
from planner.store.plans import PlanInfo
from planner.ui.planning.kept import compared_first, plan_label
from planner.ui.words import Words

AT = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)


def info(number, repair_of=None, released=False):
    return PlanInfo(
        plan_id=f"p{number}",
        project_id="p",
        number=number,
        case_hash="",
        version_id=None,
        repair_of=repair_of,
        status=Status.OPTIMAL,
        law="",
        placed=100,
        made_at=AT,
        made_by="anna",
        released_at=AT if released else None,
        released_by=None,
        removed=0,
        removed_rule=None,
    )


def by_id(*infos):
    return {one.plan_id: one for one in infos}


@pytest.mark.parametrize(
    ("plan", "german"),
    [
        (info(1), "Plan 1 · 100 Vorschläge · Ohne Namen · 22.11.2026, 14:05"),
        (info(2, "p1"), "Plan 2 · 100 Vorschläge · Reparatur von Plan 1 · Ohne Namen · 22.11.2026, 14:05"),
        (info(3, "gone"), "Plan 3 · 100 Vorschläge · Reparatur · Ohne Namen · 22.11.2026, 14:05"),
        (info(1, released=True), "Plan 1 · 100 Vorschläge · Ohne Namen · 22.11.2026, 14:05 · freigegeben"),
    ],
)
def test_a_plan_is_called_by_its_number_and_what_made_it(plan, german):
    """Plans of one scenario are told apart without looking at the clock; a repair says what it repairs."""
    assert plan_label(plan, by_id(info(1)), {}, Words("de")) == german


def test_the_newest_plan_is_compared_with_what_there_was_before():
    """B is the newest plan; A is the released one, otherwise the last before it."""
    assert compared_first(by_id(info(3), info(2), info(1))) == ("p2", "p3")
    assert compared_first(by_id(info(3), info(2), info(1, released=True))) == ("p1", "p3")
    assert compared_first(by_id(info(3, released=True), info(2), info(1))) == ("p2", "p3")
