"""The quality of a pair, part by part."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from planner.domain import Candidate, Site

FIELD = 30
NEIGHBOURHOOD = 15
HOME = 10
HOME_BOROUGH = 5
LIMIT = 15
WAITING = 20
HOURS = 10
"""The most each part can give (design § 4, tier 4); 100 in all."""

MONTHS_PER_WAITING_POINT = 6


def full_months(since: date, until: date) -> int:
    """Return the full months between two days, 0 if they are the wrong way round.

    A month is full when its day is reached; in a month too short for the day, on its last one.
    """
    months = 12 * (until.year - since.year) + until.month - since.month
    last = _last_day(until)
    return max(0, months - (until.day < min(since.day, last)))


def _last_day(day: date) -> int:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - day.replace(day=1)).days


def quality(
    candidate: Candidate,
    site: Site,
    *,
    hours: Decimal,
    start: date,
    same_borough: bool,
    asked_for: bool,
) -> int:
    """Return the quality of a pair, 0 to 100 (design § 4, tier 4).

    Parameters
    ----------
    hours
        Agreed weekly hours.
    start
        Until when the waiting counts.
    same_borough
        Whether home and site lie in one borough.
    asked_for
        Whether a limit wants at least some people like this one at places like this one.
    """
    points = 0
    if site.field in candidate.fields_wanted:
        points += FIELD
    if site.neighbourhood in candidate.neighbourhoods_wanted:
        points += NEIGHBOURHOOD
    if site.neighbourhood == candidate.neighbourhood:
        points += HOME
    elif same_borough:
        points += HOME_BOROUGH
    if asked_for:
        points += LIMIT
    if candidate.waiting_since is not None:
        points += min(WAITING, full_months(candidate.waiting_since, start) // MONTHS_PER_WAITING_POINT)
    if candidate.max_hours:
        points += int(HOURS * Fraction(hours) / Fraction(candidate.max_hours))
    return points
