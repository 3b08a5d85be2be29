"""What can be wrong, as codes with values: gathered, picklable, readable in German and English."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from planner.messages import Language, text


class Severity(StrEnum):
    """``ERROR`` stops the work; ``WARNING`` is shown beside the result."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about the input.

    Parameters
    ----------
    code
        Key of a sentence in ``planner.messages``.
    params
        Values of that sentence, among them what is allowed.
    file, row, column, value
        Where it stands. ``row`` counts lines as a spreadsheet shows them: the header is row 1. ``value`` is the cell as
        read, shortened; it stays empty for columns whose values must not be kept.
    severity
        Whether the work can go on.
    """

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    file: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    severity: Severity = Severity.ERROR

    def text(self, language: Language) -> str:
        """Return the sentence that says what is wrong and what is allowed."""
        where = {"file": self.file, "row": self.row or "", "column": self.column, "value": self.value}
        return text(self.code, language, {**where, **self.params})

    def as_dict(self, language: Language) -> dict[str, str | int | None]:
        """Return the problem as a flat record for tables and JSON."""
        return {
            "severity": self.severity.value,
            "file": self.file,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "code": self.code,
            "text": self.text(language),
        }


class PlannerError(Exception):
    """Base of every error that the program raises on purpose."""


class InputError(PlannerError):
    """The input cannot be used. Carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    @classmethod
    def of(cls, code: str, /, *, file: str = "", **params: str | int) -> Self:
        """Return an error with a single problem."""
        return cls([Problem(code, params, file=file)])

    def __str__(self) -> str:
        errors = [p for p in self.problems if p.severity is Severity.ERROR]
        return f"{len(errors)} problem(s); first: {errors[0].code if errors else '-'}"


def raise_errors(problems: Iterable[Problem]) -> None:
    """Raise all problems at once if one of them is an error.

    Raises
    ------
    InputError
        With every problem given, warnings included.
    """
    gathered = tuple(problems)
    if any(p.severity is Severity.ERROR for p in gathered):
        raise InputError(gathered)
