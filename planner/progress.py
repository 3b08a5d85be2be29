"""How far a long task has come. Who draws it decides how often; the library never throttles."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Step:
    """One report.

    Parameters
    ----------
    phase
        Code of what is being done: ``read``, ``pairs``, ``solve``, ``check``, ``write``, ``generate``.
    done, total
        Units finished and in all; ``total`` 0 means not known.
    tier, value, bound
        While solving: the tier at work, the best value found and the proven bound.
    """

    phase: str
    done: int = 0
    total: int = 0
    tier: str = ""
    value: int | None = None
    bound: int | None = None


class Progress(Protocol):
    """Receives the steps of a task."""

    def report(self, step: Step, /) -> None:
        """Take note of a step; must return quickly and must not raise."""


class Silent:
    """The progress nobody watches."""

    def report(self, step: Step, /) -> None:
        """Forget the step."""


Stop = Callable[[], bool]
"""Asked between small pieces of work; answers ``True`` once the user wants the task to end."""


def never() -> bool:
    """Do not stop."""
    return False
