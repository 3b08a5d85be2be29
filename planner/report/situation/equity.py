"""How evenly a plan reaches the city: the quarters it covers worst and best."""

from dataclasses import dataclass
from fractions import Fraction

from planner.report.situation.facts import Quarter, Situation

ENDS = 5
"""How many quarters are named at each end."""


@dataclass(frozen=True, slots=True)
class Equity:
    """The two ends of the list of quarters that have a target; none is at both."""

    worst: tuple[Quarter, ...]
    best: tuple[Quarter, ...]


def equity(situation: Situation) -> Equity | None:
    """Return the five quarters covered worst and the five covered best; ``None`` where no quarter has a target.

    Among equals the worse is where more posts are missing, the better where the target is larger; then by code. With
    fewer than ten quarters each end has half of them.
    """
    aimed = [quarter for quarter in situation.quarters if quarter.target]
    if not aimed:
        return None
    ends = min(ENDS, max(1, len(aimed) // 2))
    worst = sorted(aimed, key=lambda q: (_share(q), -q.missing, q.code))[:ends]
    rest = [quarter for quarter in aimed if quarter not in worst]
    return Equity(tuple(worst), tuple(sorted(rest, key=lambda q: (-_share(q), -(q.target or 0), q.code))[:ends]))


def _share(quarter: Quarter) -> Fraction:
    return quarter.coverage or Fraction(0)
