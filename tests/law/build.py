"""People, sites and scenarios with one thing changed at a time."""

from dataclasses import replace
from datetime import date
from typing import Any

from planner.domain import Answer, Candidate, Scenario, Scheme, Site

START = date(2027, 3, 1)

FUNDABLE = Candidate(
    candidate_id="K1",
    neighbourhood="07",
    born=date(1980, 6, 15),
    benefit_months_last_84=80,
    benefit_months_last_24=24,
    brief_work_only=Answer.YES,
)
"""Someone in whom every test of both schemes holds."""

SITE = Site(site_id="E1", name="Treff", host="Verein", neighbourhood="07", field="seniors", posts=1)


def person(**changes: Any) -> Candidate:
    return replace(FUNDABLE, **changes)


def site(**changes: Any) -> Site:
    return replace(SITE, **changes)


def scenario(scheme: Scheme = Scheme.P16I, start: date = START, **changes: Any) -> Scenario:
    return Scenario(start=start, scheme=scheme, **changes)
