"""How long a solve may take, and whether somebody asked it to end."""

import time
from dataclasses import dataclass, field

from planner.progress import Stop, never


@dataclass(frozen=True)
class Clock:
    """Counts from its making. Asked between pieces of work and, from a watching thread, during them.

    Parameters
    ----------
    limit
        Seconds in all; ``None`` means no limit.
    stop
        Answers whether the user wants the solve to end.
    """

    limit: float | None = None
    stop: Stop = never
    started: float = field(default_factory=time.monotonic)

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    @property
    def left(self) -> float:
        """Seconds that remain; infinite without a limit."""
        return float("inf") if self.limit is None else max(0.0, self.limit - self.elapsed)

    @property
    def stopped(self) -> bool:
        """Whether the user asked for the end."""
        return self.stop()

    @property
    def over(self) -> bool:
        """Whether no more work should begin."""
        return self.stopped or self.left <= 0
