"""Which people a limit counts and at which sites, as columns."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from planner.domain import Case, Limit, Site, Who, language_at_level
from planner.match.arrays import Bools, flags
from planner.match.board import Board

_VALUE: Mapping[str, Callable[[Case, Site], str]] = MappingProxyType(
    {
        "neighbourhood": lambda _, site: site.neighbourhood,
        "borough": lambda case, site: case.neighbourhood_of[site.neighbourhood].borough,
        "host": lambda _, site: site.host,
        "field": lambda _, site: site.field,
        "site": lambda _, site: site.site_id,
    }
)


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


def sites_held(case: Case, limit: Limit) -> Bools:
    """Return shape (sites,): where every key of ``where`` holds, each by any of its values."""
    held = np.ones(len(case.sites), dtype=np.bool_)
    for key, values in limit.where.as_dict().items():
        held &= flags(_VALUE[key](case, site) in values for site in case.sites)
    return held
