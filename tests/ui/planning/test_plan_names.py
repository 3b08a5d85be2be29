"""What plans are called, and which two are compared first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from planner.domain import Scenario, Status
from planner.store.plans import PlanInfo
from planner.store.scenarios import ScenarioVersion
from planner.ui.planning.kept import compared_first, figures_before, in_force, plan_label
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


def version(number, parent=None):
    return ScenarioVersion(
        version_id=f"v{number}",
        project_id="p",
        number=number,
        parent_id=parent,
        name="",
        scenario=Scenario(start=AT.date()),
        created_at=AT,
        created_by="anna",
    )


def test_figures_are_compared_with_the_parent_then_the_released_then_the_last():
    """A plan without proposals is never compared with; the first plan with nothing."""
    versions = {one.version_id: one for one in (version(1), version(2, "v1"), version(3))}

    def before(plan, *others):
        found = figures_before(plan, by_id(plan, *others), versions, Words("de"))
        return found and found[0].plan_id

    child, other = replace(info(4), version_id="v2"), replace(info(4), version_id="v3")
    parent, empty = replace(info(1), version_id="v1"), replace(info(3), version_id="v1", placed=0)
    assert before(child, empty, info(2, released=True), parent) == "p1"
    assert before(other, empty, info(2), replace(parent, released_at=AT)) == "p1"
    assert before(other, empty, info(2), parent) == "p2"
    assert before(other, empty) is None


def test_the_plan_in_force_was_released_last():
    """Which plan leadership sees depends on when it was released, not on when it was made."""
    later = replace(info(1, released=True), released_at=AT + timedelta(days=1))
    assert in_force(by_id(info(3), info(2, released=True), later)) == later
    assert in_force(by_id(info(2), info(1))) is None
