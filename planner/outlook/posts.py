"""Occupied posts over the months, from public facts alone.

When somebody's own contract ends tells of their age or of earlier support, so it is nothing for the public. What the
law and the site allow at most is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from planner.domain import Scenario, Site
from planner.law import Law, months_by_site
from planner.outlook.calendar import Axis

NOWHERE = Site(site_id="", name="", host="", neighbourhood="", field="", posts=0)
"""Stands for a site that is no longer there: nothing is known of its end."""


@dataclass(frozen=True, eq=False)
class PostCourse:
    """Posts that are occupied by month and quarter, as long as law and sites allow.

    Parameters
    ----------
    quarters
        Codes of neighbourhoods.
    occupied
        Shape (months, quarters).
    """

    axis: Axis
    quarters: tuple[str, ...]
    occupied: NDArray[np.int64]

    def at(self, month: int) -> dict[str, int]:
        """Return the occupied posts by quarter in a month of the axis."""
        return dict(zip(self.quarters, self.occupied[month].tolist(), strict=True))


def post_course(
    filled: Iterable[tuple[str, Site | None, date]], quarters: Sequence[str], scenario: Scenario, law: Law
) -> PostCourse:
    """Return the occupied posts.

    Parameters
    ----------
    filled
        Quarter, site and first day of each post that a plan fills.
    quarters
        Codes to count by; posts elsewhere are left out.
    """
    known = [one for one in filled if one[0] in set(quarters)]
    runs = [(day, max(1, months_by_site(site or NOWHERE, day, scenario.scheme, law))) for _, site, day in known]
    axis = Axis.over(scenario.start, runs)
    column = {code: i for i, code in enumerate(quarters)}
    changes = np.zeros((axis.length, len(quarters)), dtype=np.int64)
    for (quarter, _, day), (_, months) in zip(known, runs, strict=True):
        changes[axis.at(day), column[quarter]] += 1
        changes[axis.at(day) + months, column[quarter]] -= 1
    return PostCourse(axis, tuple(quarters), changes.cumsum(axis=0))
