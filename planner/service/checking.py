"""Check a plan folder from anywhere against a case, and keep what checks of the database's cases have worked out."""

from dataclasses import dataclass, replace
from pathlib import Path

from planner.check import CertificateReport, CheckReport, Remembered, check_plan, check_repeats, verify_certificate
from planner.domain import Plan
from planner.service.opening import OpenedCase, open_case
from planner.store.shelf import Reach
from planner.tables import read_plan, read_repeats


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan that was read and what its check found.

    Parameters
    ----------
    certificate
        What the arithmetic of its certificate proves; ``None`` where nobody asked.
    """

    opened: OpenedCase
    plan: Plan
    report: CheckReport
    certificate: CertificateReport | None = None


def check_folder(
    source: Path, plan_folder: Path, scenario: Path | None = None, *, certificate: bool = False
) -> Checked:
    """Read a case and a plan and check every rule.

    Parameters
    ----------
    source
        The case: folder or workbook.
    plan_folder
        As ``planner solve`` writes it; by whom it was changed does not matter.
    scenario
        Another scenario than the one that lies with the case.
    certificate
        Whether to redo the arithmetic of the plan's certificate too.

    Raises
    ------
    InputError
        If the case or the plan cannot be read.
    """
    opened = open_case(source, scenario)
    plan = read_plan(plan_folder)
    report = check_plan(opened.case, plan, opened.law, opened.travel)
    report = replace(report, findings=(*report.findings, *check_repeats(plan, read_repeats(plan_folder, plan))))
    proofs = verify_certificate(opened.case, plan, opened.law, opened.travel) if certificate else None
    return Checked(opened, plan, report, proofs)


def kept_reasons(shelf: Reach, project: str, opened: OpenedCase) -> Remembered:
    """Return what checks of a case of the database, and of those with other decisions, have worked out."""
    return shelf.get(("reasons", project, opened.case.hash), lambda: Remembered(opened.case, opened.law, opened.travel))
