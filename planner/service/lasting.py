"""The months of a plan as sums over the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from planner.domain import PAYERS, Case, Payer, Plan
from planner.law import load_law
from planner.outlook import Cliff, Course, cliffs_of, course_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMonth:
    """One calendar month of a plan, without anybody in it.

    Parameters
    ----------
    running, ended
        Placements in this month, and contracts that ran until the month before.
    by_step
        Placements by the share of its base that the grant covers.
    cents
        By payer.
    """

    day: date
    running: int
    ended: int
    by_step: dict[Fraction, int]
    cents: dict[Payer, int]


@dataclass(frozen=True, slots=True)
class PlanMonths:
    """The months of a plan and those in which much changes at once."""

    months: tuple[PlanMonth, ...]
    cliffs: tuple[Cliff, ...]

    @property
    def payers(self) -> tuple[Payer, ...]:
        """Who pays anything at all."""
        return tuple(payer for payer in PAYERS if any(month.cents[payer] for month in self.months))

    @property
    def steps(self) -> tuple[Fraction, ...]:
        """The steps of the grant at which anybody ever is, the highest first."""
        return tuple(sorted({step for month in self.months for step, many in month.by_step.items() if many})[::-1])


def plan_months(case: Case, plan: Plan) -> PlanMonths | None:
    """Return the months of a plan: sums from which nobody's contract follows. ``None`` where nobody is placed.

    From the first month in which somebody works to 60 months after the scenario's start, with the month after them.

    Parameters
    ----------
    case, plan
        The whole case and the whole plan, whoever may see the sums.
    """
    if not plan.placements:
        return None
    course = course_of(case, plan, load_law())
    return PlanMonths(tuple(_month(course, k, day) for k, day in enumerate(course.days)), cliffs_of(course))


def _month(course: Course, k: int, day: date) -> PlanMonth:
    steps: Sequence[int] = course.by_step[k].tolist()
    cents: Sequence[int] = course.cents[k].tolist()
    return PlanMonth(
        day=day,
        running=int(course.running[k]),
        ended=int(course.ended[k]),
        by_step=dict(zip(course.steps, steps, strict=True)),
        cents=dict(zip(PAYERS, cents, strict=True)),
    )
