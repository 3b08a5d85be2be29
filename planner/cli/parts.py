"""Commands and options whose help is in the user's language."""

from collections.abc import Callable
from copy import copy
from functools import partial
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

import click

from planner.cli.manner import Manner
from planner.messages import N_, gettext, text

F = TypeVar("F", bound=Callable[..., Any])


def manner(context: click.Context) -> Manner:
    """Return how to answer."""
    found = context.find_root().obj
    return found if isinstance(found, Manner) else Manner()


def _speaking(command: click.Command, context: click.Context) -> None:
    """Translate a command's help in place of its copy."""
    command.help = gettext(command.help or "", manner(context).language)


class Option(click.Option):
    """An option whose help is a message."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return name and help, translated."""
        translated = copy(self)
        translated.help = gettext(self.help or "", manner(ctx).language)
        return click.Option.get_help_record(translated, ctx)


class Command(click.Command):
    """A command whose help is a message."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the name, translated."""
        return [gettext(piece, manner(ctx).language) for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, translated."""
        translated = copy(self)
        _speaking(translated, ctx)
        click.Command.format_help_text(translated, ctx, formatter)


class Group(click.Group):
    """A group whose help, and whose list of commands, are messages."""

    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the name, translated."""
        return [gettext(piece, manner(ctx).language) for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, translated."""
        translated = copy(self)
        _speaking(translated, ctx)
        click.Command.format_help_text(translated, ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, translated."""
        rows = []
        for name in self.list_commands(ctx):
            command = copy(self.commands[name])
            _speaking(command, ctx)
            rows.append((name, command.get_short_help_str(limit=90)))
        with formatter.section(gettext("Commands", manner(ctx).language)):
            formatter.write_dl(rows)


option = partial(click.option, cls=Option)

_json = option("--json", is_flag=True, expose_value=False, help=N_("Answer in JSON on standard output."))
_lang = option(
    "--lang", type=click.Choice(["de", "en"]), expose_value=False, help=N_("Language of the answer (default: German).")
)
_help = click.help_option("-h", "--help", cls=Option, help=N_("Show this message and exit."))


def answering(command: F) -> F:
    """Add what every command takes: ``--json``, ``--lang`` and ``--help``."""
    return _json(_lang(_help(command)))


a_path = click.Path(path_type=Path)


class Seconds(click.FloatRange):
    """A time to compute, more than none; ``nan`` and ``inf`` pass every comparison of a range and are none."""

    def __init__(self) -> None:
        super().__init__(min=0, min_open=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number."""
        found: float = super().convert(value, param, ctx)
        if not isfinite(found):
            self.fail(text("cli.seconds", manner(ctx).language if ctx else "de"), param, ctx)
        return found


scenario_option = option(
    "--scenario",
    type=a_path,
    metavar="FILE",
    help=N_("Another scenario than the one that lies with the case."),
)
limit_option = option(
    "--time-limit",
    type=Seconds(),
    metavar="S",
    help=N_("Seconds for the solver; the best plan so far is kept."),
)
