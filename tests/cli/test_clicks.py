"""What click says itself is said in the user's language."""

import re

import click
import pytest

from planner.cli import cli
from tests.cli.conftest import Run

ENGLISH = re.compile(
    r"\b(Usage|Options|OPTIONS|Commands|COMMAND|Show|exit|required|default|Missing|Invalid|such|not)\b"
)


def names(group, before=()):
    """Yield every command with the groups it is in."""
    for name, command in group.commands.items():
        yield (*before, name)
        if hasattr(command, "commands"):
            yield from names(command, (*before, name))


def options(group):
    """Yield the parameters of every command."""
    for command in group.commands.values():
        yield from options(command) if hasattr(command, "commands") else command.params


def test_help_is_german(run: Run) -> None:
    """No command's help has a word of click's English, and each can be read in English too."""
    for command in [(), *names(cli)]:
        german, english = run(*command, "--help").out, run("--lang", "en", *command, "--help").out
        assert ENGLISH.findall(german) == [], command
        assert german.startswith("Aufruf: ")
        assert english.startswith("Usage: ")
        assert "Diese Hilfe zeigen." in german
        assert "Show this message and exit." in english


@pytest.mark.parametrize(
    "arguments",
    [("solve",), ("solve", "x", "y"), ("fly",), ("solve", "--fly"), ("solve", "x", "--out"), ("--lang", "fr")],
)
def test_complaints_are_german(run: Run, arguments: tuple[str, ...]) -> None:
    """What is wrong with the words of a command is said in German, and in English to whoever asks."""
    assert ENGLISH.findall(run(*arguments).err) == []
    assert run(*arguments).err != run(*arguments, "--lang=en").err


@pytest.mark.parametrize("seconds", ["nan", "inf", "-1", "0"])
def test_no_time_is_no_limit(run: Run, seconds: str) -> None:
    """A limit is a number of seconds above 0; what is no number passes every comparison and is refused all the same."""
    ran = run("solve", "x", "--out", "y", "--time-limit", seconds)
    assert ran.code == 2
    assert "--time-limit" in ran.err


def test_every_limit_of_time_is_above_nought() -> None:
    """Each command that takes seconds refuses 0 as ``solve`` does: nobody asks for an answer in no time."""
    limits = [one for one in options(cli) if "--time-limit" in one.opts]
    assert len(limits) > 8
    for one in limits:
        with pytest.raises(click.BadParameter):
            one.type.convert("0", one, None)
        assert one.type.convert("0.5", one, None) == 0.5
