"""The command ``planner``: what it can do, and how it ends."""

import contextlib
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from planner.cli.clicks import speak
from planner.cli.commands.alternatives import alternatives
from planner.cli.commands.audit import audit
from planner.cli.commands.boundaries import boundaries
from planner.cli.commands.check import check
from planner.cli.commands.compare import compare
from planner.cli.commands.db import db
from planner.cli.commands.demo import demo
from planner.cli.commands.envy import envy
from planner.cli.commands.fairness import fairness
from planner.cli.commands.generate import generate
from planner.cli.commands.kompass import kompass
from planner.cli.commands.pairs import pairs
from planner.cli.commands.price import price
from planner.cli.commands.projects import people, places, project
from planner.cli.commands.repair import repair
from planner.cli.commands.report import report
from planner.cli.commands.retention import retention
from planner.cli.commands.sheet import sheet
from planner.cli.commands.solve import solve
from planner.cli.commands.users import user
from planner.cli.commands.value import value
from planner.cli.commands.why import why
from planner.cli.commands.work import work
from planner.cli.failures import failed
from planner.cli.manner import Answer, Manner, manner_of
from planner.cli.parts import Group, Option, answering
from planner.messages import N_


class Planner(Group):
    """Answers once, in one form, and ends with a code of the contract."""

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run a command and exit."""
        arguments = list(sys.argv[1:] if args is None else args)
        how = manner_of(arguments)
        speak(how.language)
        extra["standalone_mode"] = False
        try:
            result = super().main(arguments, prog_name or "planner", obj=how, **extra)
        except BaseException as error:  # noqa: BLE001  (the last door: whatever happens becomes an answer)
            result = failed(error, how.language)
        sys.exit(_emit(result, how) if isinstance(result, Answer) else int(result or 0))


def _emit(answer: Answer, how: Manner) -> int:
    """Print the answer and return its exit code."""
    if how.json:
        click.echo(json.dumps({**answer.data, "exit_code": answer.code}, indent=2))
    else:
        from rich.console import Console

        answer.show(Console(soft_wrap=False, highlight=False, stderr=answer.code in {1, 2, 4}), how.language)
    return answer.code


@click.group(
    cls=Planner,
    help=N_("Proposes who could work where as Quartiersassistent/in: proven, explained, offline."),
    context_settings={"max_content_width": 110},
)
@click.version_option(package_name="quartiersassistenten-planner", cls=Option, help=N_("Show the version and exit."))
@answering
def cli() -> None:
    """Hold the commands."""


for command in (
    solve,
    check,
    report,
    pairs,
    price,
    kompass,
    value,
    why,
    sheet,
    repair,
    alternatives,
    compare,
    envy,
    fairness,
    generate,
    demo,
    boundaries,
    db,
    project,
    places,
    people,
    user,
    work,
    audit,
    retention,
):
    cli.add_command(command)


def main() -> NoReturn:
    """Run ``planner``.

    What native libraries print on their own goes to standard error: standard output is for answers alone.
    """
    with contextlib.suppress(OSError, ValueError):
        answers = os.dup(1)
        os.dup2(2, 1)
        sys.stdout = os.fdopen(answers, "w", encoding=sys.stdout.encoding, errors=sys.stdout.errors)
    cli.main()
