"""Limits of the scenario: maxima and hard minima as rows, soft minima with a shortage variable each."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Conflict, Limit, Who, language_at_level
from planner.domain.pairs import Ints
from planner.solve.columns import Columns
from planner.solve.program import FREE, Rows, one_row


def sites_of(case: Case, limit: Limit) -> NDArray[np.bool_]:
    """Return shape (sites,): whether the limit is about the site."""
    where = limit.where
    borough = {n.code: n.borough for n in case.neighbourhoods}
    return np.array(
        [
            (not where.neighbourhood or s.neighbourhood in where.neighbourhood)
            and (not where.borough or borough[s.neighbourhood] in where.borough)
            and (not where.host or s.host in where.host)
            and (not where.field or s.field in where.field)
            and (not where.site or s.site_id in where.site)
            for s in case.sites
        ],
        dtype=bool,
    )


def people_of(case: Case, who: Who | None) -> NDArray[np.bool_]:
    """Return shape (candidates,): whether the limit counts the person."""
    if who is None:
        return np.ones(len(case.candidates), dtype=bool)
    wanted = [language_at_level(mark) for mark in who.languages]
    return np.array(
        [
            (not wanted or any(c.languages.get(language, 0) >= level for language, level in wanted))
            and (not who.skills or bool(c.skills & set(who.skills)))
            for c in case.candidates
        ],
        dtype=bool,
    )


class Counting:
    """How many placements of each column a limit counts. People are judged once for all limits about the same ones."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._people: dict[Who | None, NDArray[np.bool_]] = {}

    def of(self, limit: Limit) -> Ints:
        """Return shape (columns,)."""
        columns, pairs = self._columns, self._columns.pairs
        if limit.who not in self._people:
            self._people[limit.who] = people_of(columns.case, limit.who)
        people, here = self._people[limit.who], sites_of(columns.case, limit)
        return columns.total((people[pairs.candidate] & here[pairs.site]).astype(np.int64))


def is_soft(limit: Limit) -> bool:
    """Whether the limit has a minimum whose shortage is a tier."""
    return limit.at_least is not None and not limit.hard


def rows(columns: Columns, shortage_variable: dict[int, int]) -> Iterator[tuple[str, Rows]]:
    """Yield a named row per limit.

    Parameters
    ----------
    shortage_variable
        Variable by position in ``scenario.limit``, for the soft ones.
    """
    variable = np.arange(len(columns), dtype=np.int64)
    counting = Counting(columns)
    for position, limit in enumerate(columns.case.scenario.limit):
        count = counting.of(limit)
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
