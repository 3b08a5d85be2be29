"""A plan is handed on only when its twin has found nothing."""

import pickle
from dataclasses import replace
from typing import Any

import pytest

from planner.domain import Decision, DecisionKind, Plan, Status
from planner.progress import Step
from planner.service import OpenedCase, PlanRejectedError, conflict_text, make_plan, opened_from, pairs_of, planning


class Heard:
    """A progress that remembers."""

    def __init__(self) -> None:
        self.phases: list[str] = []

    def report(self, step: Step) -> None:
        """Remember the phase."""
        self.phases.append(step.phase)


def test_a_plan_is_made_and_checked(opened: OpenedCase) -> None:
    """Posts are filled, every tier is proven, the check agrees, and every phase is reported."""
    heard = Heard()
    outcome = make_plan(opened, progress=heard)
    assert outcome.plan.status is Status.OPTIMAL
    assert len(outcome.plan.placements) == 12
    assert outcome.report.passed
    assert {t.name: t.value for t in outcome.plan.tiers}.items() <= outcome.report.tiers.items()
    assert list(dict.fromkeys(heard.phases)) == ["pairs", "solve", "check"]


def test_a_broken_plan_is_never_returned(opened: OpenedCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver that lies about a placement is found out; the error names the rules and can be pickled."""
    solve = planning.solve

    def lying(*arguments: Any, **named: Any) -> Plan:
        plan = solve(*arguments, **named)
        first, *rest = plan.placements
        return replace(plan, placements=(replace(first, minutes=first.minutes + 1), *rest))

    monkeypatch.setattr(planning, "solve", lying)
    with pytest.raises(PlanRejectedError) as caught:
        make_plan(opened)
    assert caught.value.findings
    assert pickle.loads(pickle.dumps(caught.value)).findings == caught.value.findings  # noqa: S301


def test_an_impossible_pin_names_its_tests(opened: OpenedCase) -> None:
    """A pin on a pair that is not possible is infeasible; the failed tests stand in the conflict and its sentence."""
    pairs = pairs_of(opened)
    possible = set(zip(pairs.candidate.tolist(), pairs.site.tolist(), strict=True))
    case = opened.case
    person, place = next(
        (c, s) for c in range(len(case.candidates)) for s in range(len(case.sites)) if (c, s) not in possible
    )
    pin = Decision(
        candidate_id=case.candidates[person].candidate_id,
        site_id=case.sites[place].site_id,
        decision=DecisionKind.PIN,
    )
    plan = make_plan(opened_from(replace(case, decisions=(pin,)))).plan
    assert plan.status is Status.INFEASIBLE
    (conflict,) = plan.conflict
    assert conflict.rule == "pin"
    assert conflict.params["reasons"]
    assert pin.candidate_id in conflict_text(conflict, "de")
    assert "Dagegen steht" in conflict_text(conflict, "de")


def test_stopped_before_any_plan(opened: OpenedCase) -> None:
    """Asked to stop at once, the solver returns nothing to show, and that is no error."""
    plan = make_plan(opened, stop=lambda: True).plan
    assert plan.status in {Status.STOPPED, Status.FEASIBLE}
    assert plan.has_placements is (plan.status is Status.FEASIBLE)
