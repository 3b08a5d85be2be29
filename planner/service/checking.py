"""Check a plan folder from anywhere against a case."""

from dataclasses import dataclass
from pathlib import Path

from planner.check import CheckReport, check_plan
from planner.domain import Plan
from planner.service.opening import OpenedCase, open_case
from planner.tables import read_plan


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan that was read and what its check found."""

    opened: OpenedCase
    plan: Plan
    report: CheckReport


def check_folder(source: Path, plan_folder: Path, scenario: Path | None = None) -> Checked:
    """Read a case and a plan and check every rule.

    Parameters
    ----------
    source
        The case: folder or workbook.
    plan_folder
        As ``planner solve`` writes it; by whom it was changed does not matter.
    scenario
        Another scenario than the one that lies with the case.

    Raises
    ------
    InputError
        If the case or the plan cannot be read.
    """
    opened = open_case(source, scenario)
    plan = read_plan(plan_folder)
    return Checked(opened, plan, check_plan(opened.case, plan, opened.law, opened.travel))
