"""What the commands share that ask about a plan: the plan is checked, then proven anew."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from planner.cli.checked import refused
from planner.cli.interrupt import interruptible
from planner.cli.manner import Answer, Manner, Show
from planner.cli.watch import watching
from planner.messages import Language
from planner.progress import Step, Stop

if TYPE_CHECKING:
    from rich.console import Console

    from planner.domain import Case
    from planner.service import Asking

T = TypeVar("T")


def asked(
    how: Manner,
    case: Path,
    plan: Path,
    scenario: Path | None,
    question: "Callable[[Asking, Stop], T]",
    first: "Callable[[Case], None]" = lambda _: None,
) -> "tuple[Asking, T] | Answer":
    """Return who answers, and the answer to the question; the command's answer where the plan is refused.

    ``first`` refuses a question that cannot be asked of the case, before the plan is proven.
    """
    from planner.service import ask_about, check_folder

    with watching(how.language) as progress:
        progress.report(Step("check"))
        checked = check_folder(case, plan, scenario)
        if (no := refused(how, checked)) is not None:
            return no

        first(checked.opened.case)

        def work(stop: Stop) -> "tuple[Asking, T]":
            asking = ask_about(checked.opened, checked.plan, progress=progress, stop=stop)
            return asking, question(asking, stop)

        return interruptible(work, how.language)


def paragraphs(groups: Sequence[Sequence[str]]) -> Show:
    """Return groups of sentences, each with its first one as the head."""

    def show(console: "Console", _language: Language) -> None:
        for group in groups:
            for number, sentence in enumerate(group):
                console.print(f"  {sentence}" if number else sentence, markup=False)

    return show
