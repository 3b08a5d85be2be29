"""Which people a limit counts and at which sites, as columns."""

from collections.abc import Iterable

import numpy as np

from planner.domain import Case, Limit, Who, language_at_level
from planner.match.arrays import Bools, Ints, numbered
from planner.match.board import Board


def people_counted(board: Board, who: Who) -> Bools:
    """Return shape (people,): who meets every key, each by any of its values."""
    counted = np.ones(len(board.people), dtype=np.bool_)
    if who.languages:
        marks = [language_at_level(mark) for mark in who.languages]
        columns = [board.words.languages[language] for language, _ in marks]
        counted &= (board.people.levels[:, columns] >= [level for _, level in marks]).any(axis=1)
    if who.skills:
        counted &= board.people.skills[:, [board.words.skills[skill] for skill in who.skills]].any(axis=1)
    return counted


class SiteValues:
    """What a limit's ``where`` can be about, numbered per key, so that many limits go through few numbers."""

    def __init__(self, case: Case) -> None:
        boroughs = {n.code: n.borough for n in case.neighbourhoods}
        self._size = len(case.sites)
        self._columns = {
            "neighbourhood": _column(site.neighbourhood for site in case.sites),
            "borough": _column(boroughs[site.neighbourhood] for site in case.sites),
            "host": _column(site.host for site in case.sites),
            "field": _column(site.field for site in case.sites),
            "site": _column(site.site_id for site in case.sites),
        }

    def held(self, limit: Limit) -> Bools:
        """Return shape (sites,): where every key of ``where`` holds, each by any of its values."""
        held = np.ones(self._size, dtype=np.bool_)
        for key, values in limit.where.as_dict().items():
            number, column = self._columns[key]
            held &= np.isin(column, [number[value] for value in values if value in number])
        return held


def _column(values: Iterable[str]) -> tuple[dict[str, int], Ints]:
    distinct, rows = numbered(values)
    return {value: position for position, value in enumerate(distinct)}, rows
