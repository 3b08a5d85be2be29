"""Limits of the scenario: maxima and hard minima as rows, soft minima with a shortage variable each."""

from collections.abc import Iterator

import numpy as np

from planner.domain import Conflict, Limit
from planner.solve.columns import Columns
from planner.solve.counting import Counting
from planner.solve.program import FREE, Rows, one_row


def is_soft(limit: Limit) -> bool:
    """Whether the limit has a minimum whose shortage is a tier."""
    return limit.at_least is not None and not limit.hard


def rows(columns: Columns, counting: Counting, shortage_variable: dict[int, int]) -> Iterator[tuple[str, Rows]]:
    """Yield a named row per limit.

    Parameters
    ----------
    shortage_variable
        Variable by position in ``scenario.limit``, for the soft ones.
    """
    for position, limit in enumerate(columns.case.scenario.limit):
        variable, count = counting.terms(limit)
        if limit.at_most is not None:
            most = _describe(position, limit, "at_most", limit.at_most)
            yield (
                f"limit {position} at most",
                one_row(variable, count, -FREE, limit.at_most, f"limit:{position + 1}:at_most", most),
            )
        if limit.at_least is None:
            continue
        if limit.hard:
            least = _describe(position, limit, "at_least", limit.at_least)
            yield (
                f"limit {position} at least",
                one_row(variable, count, limit.at_least, FREE, f"limit:{position + 1}:at_least", least),
            )
        else:
            with_shortage = np.append(variable, shortage_variable[position])
            terms = np.append(count, 1)
            yield (
                f"limit {position} soft",
                one_row(with_shortage, terms, limit.at_least, FREE, f"limit:{position + 1}:soft", None),
            )


def _describe(position: int, limit: Limit, bound: str, number: int) -> Conflict:
    """Name one side of a limit: the other may have nothing to do with a conflict."""
    return Conflict(rule="limit", params={"limit": position + 1, "name": limit.label, bound: number})
