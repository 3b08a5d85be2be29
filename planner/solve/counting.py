"""Which placements a limit of the scenario counts."""

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Limit, Who, language_at_level
from planner.domain.pairs import Ints
from planner.solve.columns import Columns


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


class People:
    """Who is meant by a limit: languages and skills of all candidates, turned into columns once."""

    def __init__(self, case: Case) -> None:
        self._number = len(case.candidates)
        self._levels: dict[str, NDArray[np.int8]] = {}
        self._skilled: dict[str, NDArray[np.bool_]] = {}
        for k, candidate in enumerate(case.candidates):
            for language, level in candidate.languages.items():
                if language not in self._levels:
                    self._levels[language] = np.zeros(self._number, dtype=np.int8)
                self._levels[language][k] = level
            for skill in candidate.skills:
                if skill not in self._skilled:
                    self._skilled[skill] = np.zeros(self._number, dtype=bool)
                self._skilled[skill][k] = True

    def of(self, who: Who | None) -> NDArray[np.bool_]:
        """Return shape (candidates,): whether the limit counts the person."""
        meant = np.ones(self._number, dtype=bool)
        if who is None:
            return meant
        nobody = np.zeros(self._number, dtype=bool)
        if who.languages:
            marks = [language_at_level(mark) for mark in who.languages]
            speaking = [self._levels[one] >= level for one, level in marks if one in self._levels]
            meant &= np.logical_or.reduce([nobody, *speaking])
        if who.skills:
            able = [self._skilled[skill] for skill in who.skills if skill in self._skilled]
            meant &= np.logical_or.reduce([nobody, *able])
        return meant


class Counting:
    """How many placements of each column a limit counts.

    People are judged once for all limits about the same ones, and a limit looks only at the pairs of its sites, as a
    city has many limits and each is about little of it.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.people = People(columns.case)
        self._meant: dict[Who | None, NDArray[np.bool_]] = {}
        site = columns.pairs.site[columns.members]
        self._by_site = np.argsort(site, kind="stable")
        self._first = np.searchsorted(site[self._by_site], np.arange(len(columns.case.sites) + 1))

    def terms(self, limit: Limit) -> tuple[Ints, Ints]:
        """Return the columns that the limit counts, rising, and how many placements of each: shape (counted,) both."""
        columns = self._columns
        if limit.who not in self._meant:
            self._meant[limit.who] = self.people.of(limit.who)
        here = np.flatnonzero(sites_of(columns.case, limit)).tolist()
        found = [self._by_site[self._first[site] : self._first[site + 1]] for site in here]
        members = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
        counted = members[self._meant[limit.who][columns.pairs.candidate[columns.members[members]]]]
        counted.sort()
        column, count = np.unique(np.searchsorted(columns.member_start, counted, "right") - 1, return_counts=True)
        return column.astype(np.int64), count.astype(np.int64)

    def among(self, chosen: NDArray[np.bool_], limit: Limit) -> int:
        """Return how many placements the limit counts in the chosen columns, shape (columns,), together."""
        column, count = self.terms(limit)
        return int(count[chosen[column]].sum())
