"""What may be demanded of a person, and what a place of work must ask for."""

from datetime import date
from decimal import Decimal

from planner.domain import Candidate
from planner.law.values import Law

DAYS_A_WEEK = 5


def commute_cap(law: Law, hours: Decimal, day: date) -> int:
    """Return the most minutes one way that may be demanded: half of the daily 150, or 120 at up to six hours a day.

    Source: § 140 Abs. 4 SGB III, for a week of five days.
    """
    long_day = hours > DAYS_A_WEEK * law.whole("long_day_hours", day)
    return law.whole("commute_long_day" if long_day else "commute_short_day", day) // 2


def measles_proof_needed(law: Law, candidate: Candidate) -> bool:
    """Return whether a person needs the proof where the site asks for it: born after 1970 or of unknown age.

    Source: § 20 Abs. 8 Satz 1 IfSG.
    """
    return candidate.born is None or bool(law.number("measles_proof", candidate.born))
