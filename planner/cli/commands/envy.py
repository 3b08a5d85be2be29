"""``planner envy``: who waits longer and would fit better than the one who got a post, and why that one got it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.checked import refused
from planner.cli.interrupt import interruptible
from planner.cli.manner import DONE, Answer, Manner, Show
from planner.cli.parts import Command, Seconds, a_path, answering, option, scenario_option
from planner.cli.show import FIRST
from planner.cli.watch import watching
from planner.messages import N_, Language, text
from planner.progress import Step, Stop

if TYPE_CHECKING:
    from rich.console import Console

    from planner.fairness import EnvyReport


@click.command(
    cls=Command,
    help=N_("List who waits longer and would fit a post of PLAN better than the person who got it, and why."),
)
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@scenario_option
@option(
    "--time-limit",
    type=Seconds(),
    metavar="S",
    help=N_("Seconds for the exact answers; the others stay a preview."),
)
@answering
@click.pass_obj
def envy(how: Manner, case: Path, plan: Path, scenario: Path | None, time_limit: float | None) -> Answer:
    """List envy."""
    from planner.fairness import envy_data, envy_words
    from planner.service import check_folder, find_envy

    with watching(how.language) as progress:
        progress.report(Step("check"))
        checked = check_folder(case, plan, scenario)
        if (no := refused(how, checked)) is not None:
            return no

        def work(stop: Stop) -> "EnvyReport":
            return find_envy(checked.opened, checked.plan, time_limit=time_limit, progress=progress, stop=stop)

        found = interruptible(work, how.language)
    data = {"status": "done", **envy_data(found, how.language)}
    return Answer(DONE, data, told(envy_words(found, how.language)))


def told(words: Sequence[str]) -> Show:
    """Return sentences as a list, as many as can be read."""

    def show(console: "Console", language: Language) -> None:
        for number, sentence in enumerate(words[:FIRST]):
            console.print(f"- {sentence}" if number else sentence, markup=False)
        if len(words) > FIRST:
            console.print(text("cli.more", language, {"number": len(words) - FIRST}))

    return show
