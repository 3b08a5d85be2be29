"""The quality of the possible pairs in its six parts (design § 4, tier 4)."""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from planner.domain import QUALITY_PARTS
from planner.match.arrays import Bools, Ints, ints, memberships, numbered
from planner.match.board import Board
from planner.match.limits import SiteValues, people_counted

FIELD = 30
NEIGHBOURHOOD = 15
HOME = 10
HOME_BOROUGH = 5
LIMIT = 15
WAITING = 20
HOURS = 10
"""The most each part can give; 100 in all."""

MONTHS_PER_POINT = 6

_ONE_DAY = timedelta(days=1)

Parts = NDArray[np.int8]


def quality_parts(board: Board, candidate: Ints, site: Ints, hours: Ints) -> Parts:
    """Return shape (pairs, 6): the parts in the order of ``QUALITY_PARTS``.

    Parameters
    ----------
    candidate, site
        Shape (pairs,): positions in the case's tables.
    hours
        Shape (pairs,): agreed hours in hundredths.
    """
    case, places = board.case, board.places
    everyone = case.candidates
    fields = memberships([person.fields_wanted for person in everyone], board.words.fields)
    quarters = memberships([person.neighbourhoods_wanted for person in everyone], board.words.neighbourhoods)
    where = places.neighbourhood[site]
    parts = {
        "field": FIELD * fields[candidate, places.field[site]],
        "neighbourhood": NEIGHBOURHOOD * quarters[candidate, where],
        "near_home": _near_home(board)[board.people.home[candidate], where],
        "limit": LIMIT * _asked_for(board, candidate, site),
        "waiting": _waiting(board)[candidate],
        "hours": HOURS * hours // np.maximum(board.people.max_hours, 1)[candidate],
    }
    columns: Parts = np.empty((len(candidate), len(QUALITY_PARTS)), dtype=np.int8)
    for position, part in enumerate(QUALITY_PARTS):
        columns[:, position] = parts[part]
    return columns


def _near_home(board: Board) -> NDArray[np.int64]:
    """Return shape (neighbourhoods, neighbourhoods): points by home and site."""
    _, borough = numbered(n.borough for n in board.case.neighbourhoods)
    points = np.where(borough[:, None] == borough, HOME_BOROUGH, 0)
    np.fill_diagonal(points, HOME)
    return points


def _asked_for(board: Board, candidate: Ints, site: Ints) -> Bools:
    """Return shape (pairs,): some limit wants at least so many people like this one at places like this one.

    One bit per limit, eight to a byte, so that the pairs are gone through once per eight limits.
    """
    asking = [limit for limit in board.case.scenario.limit if limit.who is not None and limit.at_least is not None]
    found = np.zeros(len(candidate), dtype=np.bool_)
    if not asking:
        return found
    people = np.packbits([people_counted(board, limit.who) for limit in asking if limit.who is not None], axis=0)
    values = SiteValues(board.case)
    places = np.packbits([values.held(limit) for limit in asking], axis=0)
    for counted, held in zip(people, places, strict=True):
        found |= (counted[candidate] & held[site]) != 0
    return found


def _waiting(board: Board) -> Ints:
    """Return shape (people,): points for the months between ``waiting_since`` and the scenario's start."""
    start = board.case.scenario.start
    since, rows = numbered(person.waiting_since for person in board.case.candidates)
    points = [0 if day is None else min(WAITING, full_months(day, start) // MONTHS_PER_POINT) for day in since]
    return ints(points)[rows]


def full_months(since: date, until: date) -> int:
    """Return the months completed between two days, 0 if the first is the later one.

    A month is complete when its day is reached, or the last day of a month too short for it.
    """
    months = (until.year - since.year) * 12 + until.month - since.month
    reached = until.day >= since.day or (until + _ONE_DAY).month != until.month
    return max(0, months if reached else months - 1)
