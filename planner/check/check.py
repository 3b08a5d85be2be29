"""Put one plan before every rule."""

from planner.check import rules as _rules  # noqa: F401  (importing the rules registers them)
from planner.check.registry import RULES
from planner.check.remembered import Remembered
from planner.check.report import CheckReport, Finding
from planner.check.subject import Subject
from planner.domain import Case, Plan
from planner.geo import TravelTimes
from planner.law import Law


def check_plan(
    case: Case, plan: Plan, law: Law, travel: TravelTimes, remembered: Remembered | None = None
) -> CheckReport:
    """Verify every rule of design § 4 on a plan from anywhere: a solver, a hand edit, an import.

    Nothing the plan says is believed: feasibility, hours, minutes, quality, costs, marks and every tier follow from the
    case, the law and the travel times alone, by other ways than those of the matcher and the solver.

    Parameters
    ----------
    case, law, travel
        What the plan claims to answer.
    plan
        The plan; nothing is changed in it.
    remembered
        What earlier checks of almost the same case have worked out; this one adds to it.

    Returns
    -------
    CheckReport
        Every broken rule, and the recomputed value of every tier.
    """
    subject = Subject(case, plan, law, travel, remembered)
    findings = tuple(
        Finding(rule.code, params)
        for rule in RULES.values()
        if subject.shown or not rule.shown_only
        for params in rule.broken(subject)
    )
    return CheckReport(findings, subject.tiers if subject.shown else {})
