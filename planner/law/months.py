"""Arithmetic of months and ages by the German Civil Code (§§ 187, 188 BGB)."""

from calendar import monthrange
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def end_of_month(day: date) -> date:
    """Return the last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = 28 if day.day <= 28 else monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months_begun(start: date, last: date) -> int:
    """Return how many months that begin on ``start`` and its later returns have their first day by ``last``."""
    months = (last.year - start.year) * 12 + last.month - start.month
    return max(0, months + (add_months(start, months) <= last)) if last >= start else 0


def completes(born: date, months: int) -> date:
    """Return the day with whose end someone completes an age, given in months.

    An age is complete at the end of the day before the birthday; where the month has no such day, at its end
    (§ 187 Abs. 2, § 188 Abs. 2 and 3 BGB). Whoever is born on the 1st completes it on the last day of the month before.
    """
    birthday = add_months(born, months)
    return birthday - ONE_DAY if birthday.day == born.day else birthday
