"""What every command that explains a plan begins with: the case, and a plan of it that keeps every rule."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.checked import refused
from planner.cli.interrupt import interruptible
from planner.cli.manner import Answer, Manner, Show
from planner.cli.watch import watching
from planner.errors import InputError
from planner.messages import Language, text
from planner.progress import Progress, Step, Stop

if TYPE_CHECKING:
    from rich.console import Console

    from planner.service import Checked


PATIENCE = 120.0
"""Seconds for exact answers where the user names none; what is not proven by then is said to be open."""


def explaining(
    how: Manner,
    case: Path,
    plan: Path,
    scenario: Path | None,
    explain: "Callable[[Checked, Progress, Stop], Answer]",
) -> Answer:
    """Read and check a plan, then explain it, watched and stoppable.

    A plan that breaks a rule, or belongs to another case, is not explained: the answer is what its check found.

    Raises
    ------
    InputError
        If case or plan cannot be read, or the plan has no placements to explain.
    """
    from planner.service import check_folder

    with watching(how.language) as progress:
        progress.report(Step("check"))
        checked = check_folder(case, plan, scenario)
        if (no := refused(how, checked)) is not None:
            return no
        if not checked.plan.has_placements:
            status = text(f"status.{checked.plan.status}", how.language)
            raise InputError.of("why.no_plan", file=str(plan), status=status)
        progress.report(Step("solve"))
        return interruptible(lambda stop: explain(checked, progress, stop), how.language)


def known_candidate(checked: "Checked", candidate_id: str) -> None:
    """Refuse an id that the case does not have.

    Raises
    ------
    InputError
        ``why.no_candidate``.
    """
    if candidate_id not in checked.opened.case.candidate_of:
        raise InputError.of("why.no_candidate", candidate=candidate_id)


def lines(written: Sequence[str]) -> Show:
    """Return sentences, one a line; those under another stay under it."""

    def show(console: "Console", _language: Language) -> None:
        for line in written:
            console.print(line, markup=False, highlight=False)

    return show
