"""Errors as answers: what the user can put right, and what only we can."""

import os
import traceback
from collections.abc import Iterable

import click

from planner.cli.manner import OUR_ERROR, STOPPED, WRONG_INPUT, Answer
from planner.cli.show import problem_table, say
from planner.errors import InputError, PlannerError, Problem
from planner.messages import Language


def failed(error: BaseException, language: Language) -> Answer:
    """Return the answer for an error.

    Candidate data never appear: of an unexpected error only the type is named, and its traceback without its message,
    and that only where PLANNER_DEBUG is set.
    """
    match error:
        case InputError():
            return _wrong(error.problems, language)
        case click.UsageError():
            return _wrong([Problem("cli.usage", {"message": error.format_message()})], language)
        case click.Abort() | KeyboardInterrupt():
            return Answer(STOPPED, {"status": "stopped"}, say("cli.stopped"))
        case click.ClickException():
            return _wrong([Problem("cli.usage", {"message": error.format_message()})], language)
        case OSError():
            name = str(error.filename or "")
            return _wrong(
                [Problem("cli.file_system", {"message": error.strerror or type(error).__name__}, file=name)], language
            )
        case PlannerError() if isinstance(problem := getattr(error, "problem", None), Problem):
            return _wrong([problem], language)
        case PlannerError():
            return _ours(error, str(error))
    return _ours(error, "")


def _wrong(problems: Iterable[Problem], language: Language) -> Answer:
    gathered = tuple(problems)
    data = {"status": "error", "problems": [p.as_dict(language) for p in gathered]}
    return Answer(WRONG_INPUT, data, problem_table(gathered))


def _ours(error: BaseException, detail: str) -> Answer:
    if os.environ.get("PLANNER_DEBUG") == "1":
        click.echo("".join(traceback.format_tb(error.__traceback__)), err=True)
    name = type(error).__name__
    data = {"status": "internal_error", "error": name, "detail": detail}
    return Answer(OUR_ERROR, data, say("cli.internal", name=name, detail=detail))
