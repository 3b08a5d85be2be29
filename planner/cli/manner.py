"""How a command answers: in which language, for people or for programs."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from planner.messages import LANGUAGES, Language

if TYPE_CHECKING:
    from rich.console import Console


class Show(Protocol):
    """Draws an answer for people."""

    def __call__(self, console: "Console", language: Language, /) -> None:
        """Print to the console."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Language, and whether the answer is JSON."""

    language: Language = "de"
    json: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found.

    Parameters
    ----------
    code
        Exit code of the contract: 0 a plan or done, 1 our error, 2 wrong input, 3 infeasible, 4 stopped before any
        plan, 5 a broken rule.
    data
        The whole answer for programs.
    show
        The answer for people.
    """

    code: int
    data: Mapping[str, object]
    show: Show


DONE, OUR_ERROR, WRONG_INPUT, INFEASIBLE, STOPPED, BROKEN_RULE = range(6)


def manner_of(arguments: Sequence[str]) -> Manner:
    """Read language and form before the arguments are parsed, so that even their errors are answered so.

    ``--lang`` wins over the variable PLANNER_LANG, which wins over German.
    """
    wanted = [b for a, b in pairwise(arguments) if a == "--lang"]
    wanted += [a.removeprefix("--lang=") for a in arguments if a.startswith("--lang=")]
    wanted += [os.environ.get("PLANNER_LANG", "").lower()[:2], "de"]
    language = next(known for name in wanted for known in LANGUAGES if known == name)
    return Manner(language, "--json" in arguments)
