"""What can go wrong with the store, as errors that carry a sentence and never what is kept in it."""

from datetime import datetime
from typing import Self

from planner.errors import PlannerError, Problem
from planner.messages import Language


class StoreError(PlannerError):
    """Base of the store's errors; ``problem`` says in both languages what happened and what to do."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem)

    @classmethod
    def of(cls, code: str, /, **params: str | int) -> Self:
        """Return an error from the code of its sentence and the values named in it."""
        return cls(Problem(code, params))

    def text(self, language: Language) -> str:
        """Return the sentence."""
        return self.problem.text(language)

    def __str__(self) -> str:
        return self.problem.code


class NotFoundError(StoreError):
    """There is no such project, plan, job, …"""


class SchemaError(StoreError):
    """The database is older or newer than this program, or holds something else."""


class UnavailableError(StoreError):
    """The database is gone, busy, full, damaged or may not be written. Nothing was changed; trying again may help."""


class ForgottenError(StoreError):
    """A person of this case was deleted; it can be neither shown nor solved again."""

    @property
    def rule(self) -> str:
        """The rule by which the person was deleted."""
        return str(self.problem.params["rule"])


class DecisionError(StoreError):
    """A decision that is not allowed: no reason, no such step, or the person is fixed elsewhere."""


class ChangedMeanwhileError(StoreError):
    """Somebody else has changed the same thing since it was read; nothing was overwritten.

    Parameters
    ----------
    by
        User id of whoever changed it.
    at
        When.
    version
        The version that is current now.
    """

    def __init__(self, by: str, at: datetime, version: int) -> None:
        self.by, self.at, self.version = by, at, version
        moment = at.strftime("%Y-%m-%d %H:%M UTC")
        super().__init__(Problem("store.changed_meanwhile", {"by": by, "at": moment, "version": version}))

    def __reduce__(self) -> tuple[type["ChangedMeanwhileError"], tuple[str, datetime, int]]:
        return type(self), (self.by, self.at, self.version)
