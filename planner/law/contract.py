"""How many months a placement lasts."""

from datetime import date
from functools import lru_cache

from planner.domain import Candidate, Scheme, Site
from planner.law.months import completes, end_of_month, months_begun
from planner.law.values import Law


@lru_cache(maxsize=1 << 15)
def age_limit_day(law: Law, born: date) -> date:
    """Return the last day before the age limit: the end of the month in which the age is completed (§ 7a SGB II)."""
    return end_of_month(completes(born, law.whole("age_limit", born)))


def months_by_person(candidate: Candidate, start: date, scheme: Scheme, law: Law) -> int:
    """Return the months that the grant and the age limit leave a person, counted from the start; 0 where none."""
    months = law.whole(f"subsidised_months_{scheme}", start)
    if scheme is Scheme.P16I:
        months -= candidate.subsidised_months
    if candidate.born is not None:
        months = min(months, months_begun(start, age_limit_day(law, candidate.born)))
    return max(0, months)


def months_by_site(site: Site, start: date, scheme: Scheme, law: Law) -> int:
    """Return the months that the grant and the end of the site leave, counted from the start; 0 where none."""
    months = law.whole(f"subsidised_months_{scheme}", start)
    return months if site.available_to is None else min(months, months_begun(start, site.available_to))


def contract_months(candidate: Candidate, site: Site, start: date, scheme: Scheme, law: Law) -> int:
    """Return how many months a placement lasts, at least 1.

    A month counts if its first day is neither after the end of the site nor after the day on which the person reaches
    the age limit. Under § 16i there are 60 months in a life (§ 16i Abs. 3 Nr. 4 SGB II), under § 16e 24 (§ 16e Abs. 2).
    The 1 is for people who have started although a test fails.
    """
    by_person = months_by_person(candidate, start, scheme, law)
    return max(1, min(by_person, months_by_site(site, start, scheme, law)))
