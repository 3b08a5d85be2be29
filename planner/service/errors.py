"""What a use case refuses, as errors that carry a sentence."""

from collections.abc import Iterable
from typing import Self

from planner.errors import PlannerError, Problem
from planner.messages import Language, text
from planner.store import Role


class RefusedError(PlannerError):
    """A use case that is not carried out; ``problem`` says why in both languages. Nothing was changed."""

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


class ForbiddenError(RefusedError):
    """The user has none of the roles that may do this."""

    @classmethod
    def lacking(cls, roles: Iterable[Role]) -> Self:
        """Return the error that names the roles which may."""
        return cls(Problem("role.forbidden", {"roles": ", ".join(sorted(roles))}))

    def text(self, language: Language) -> str:
        """Return the sentence, the roles by their names."""
        if self.problem.code != "role.forbidden":
            return super().text(language)
        names = (text(f"role.{role}", language) for role in str(self.problem.params["roles"]).split(", "))
        return text("role.forbidden", language, {"roles": ", ".join(names)})


class OutdatedError(RefusedError):
    """What was previewed no longer fits what is there; nothing was saved."""
