"""Progress on standard error: live on a terminal, a line per step in a log."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from planner.cli.numbers import gap, number
from planner.messages import Language, text
from planner.progress import Progress, Step

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Lines:
    """A line whenever the work goes over to something else."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._last = ("", "")

    def report(self, step: Step) -> None:
        """Print a line, unless it has been printed."""
        if (now := (step.phase, step.tier)) != self._last:
            self._last = now
            from click import echo

            echo(_label(step, self._language), err=True)


class Live:
    """One line that moves: what is being done, tier, value, bound, gap, seconds."""

    def __init__(self, bars: "Bars", task: "TaskID", language: Language) -> None:
        self._bars, self._task, self._language = bars, task, language

    def report(self, step: Step) -> None:
        """Redraw the line."""
        self._bars.update(
            self._task,
            description=_label(step, self._language),
            completed=step.done,
            total=step.total or None,
            detail=_detail(step, self._language),
        )


@contextmanager
def watching(language: Language) -> Iterator[Progress]:
    """Show the progress of what happens inside."""
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True)
    if not console.is_terminal:
        yield Lines(language)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[detail]}", markup=False),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=console, transient=True) as bars:
        yield Live(bars, bars.add_task("", total=None, detail=""), language)


def _label(step: Step, language: Language) -> str:
    name = text(f"cli.phase_{step.phase}", language)
    return f"{name}: {text(f'tier.{step.tier}', language)}" if step.tier else name


def _detail(step: Step, language: Language) -> str:
    if step.value is None or step.bound is None:
        return "" if step.value is None else number(step.value, language)
    open_part = abs(step.bound - step.value) / max(1, abs(step.bound))
    value, bound = number(step.value, language), number(step.bound, language)
    return text("cli.bound", language, {"value": value, "bound": bound, "gap": gap(open_part, language)})
