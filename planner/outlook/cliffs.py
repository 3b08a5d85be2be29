"""The months in which much changes at once."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from planner.domain import Payer
from planner.outlook.months import Course

CLIFF_SHARE = Fraction(1, 10)
"""Of all placements of a plan: from so many on, what happens to them in one month is a cliff."""


class CliffKind(StrEnum):
    """What happens: the grant falls to a lower step, or contracts have ended."""

    STEP = "step"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cliff:
    """One month in which the grant of many placements falls, or many of them are over.

    Parameters
    ----------
    month
        Position on the axis of the course.
    day
        First day of that month.
    placements
        How many it happens to.
    step
        The step of the grant that most of them come to; ``None`` where contracts end.
    cents
        What city and host together pay in that month more (less: negative) than in the month before.
    """

    kind: CliffKind
    month: int
    day: date
    placements: int
    step: Fraction | None
    cents: int


def cliffs_of(course: Course, share: Fraction = CLIFF_SHARE) -> tuple[Cliff, ...]:
    """Return the cliffs of a course by month; where both kinds meet, the step first.

    Parameters
    ----------
    share
        Of all placements, over 0: those with whom it begins to be a cliff.
    """
    least = share * len(course.runs)
    own = course.paid_by(Payer.CITY, Payer.HOST)
    days = course.days
    found = []
    for month in range(1, course.axis.length):
        for kind, counts in ((CliffKind.STEP, course.stepped), (CliffKind.END, course.ended)):
            many = int(counts[month])
            if many and many >= least:
                found.append(
                    Cliff(
                        kind=kind,
                        month=month,
                        day=days[month],
                        placements=many,
                        step=_step(course, month) if kind is CliffKind.STEP else None,
                        cents=int(own[month] - own[month - 1]),
                    )
                )
    return tuple(found)


def _step(course: Course, month: int) -> Fraction:
    """Return the step to which most of them fall in a month; of two alike, the lower one."""
    fallen = Counter(
        run.steps[month - run.first]
        for run in course.runs
        if run.first < month < run.end and run.steps[month - run.first] < run.steps[month - run.first - 1]
    )
    return max(fallen, key=lambda step: (fallen[step], -step))
