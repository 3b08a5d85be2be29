"""A pair that passes every test, and cases that change one thing about it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from planner.domain import (
    Answer,
    Candidate,
    Case,
    Decision,
    DecisionKind,
    Neighbourhood,
    Scenario,
    Site,
    Transport,
)

START = date(2027, 3, 1)


def candidate(candidate_id: str = "c1", **changes: Any) -> Candidate:
    """Return someone eligible at home in 01, with the changes."""
    facts = {"born": date(1985, 5, 5), "benefit_months_last_84": 80, "brief_work_only": Answer.YES, **changes}
    return Candidate(candidate_id=candidate_id, **{"neighbourhood": "01", **facts})


def site(site_id: str = "s1", **changes: Any) -> Site:
    """Return a site in 02 that asks for nothing, with the changes."""
    facts = {"name": "", "host": "H", "neighbourhood": "02", "field": "seniors", "posts": 1, **changes}
    return Site(site_id=site_id, **facts)


def case(
    people: Iterable[Candidate] = (candidate(),),
    sites: Iterable[Site] = (site(),),
    decisions: Iterable[Decision] = (),
    minutes: int = 30,
    **choices: Any,
) -> Case:
    """Return a case on three neighbourhoods, two of them in one borough, every way equally long."""
    boroughs = {"01": "Nord", "02": "Nord", "03": "Süd"}
    return Case(
        scenario=Scenario(**{"start": START, **choices}),
        neighbourhoods=tuple(Neighbourhood(code=code, name=code, borough=b) for code, b in boroughs.items()),
        sites=tuple(sites),
        candidates=tuple(people),
        travel_times={(a, b, t): minutes for a in boroughs for b in boroughs for t in Transport},
        decisions=tuple(decisions),
    )


def decision(kind: DecisionKind, since: date | None = None) -> Decision:
    """Return a decision about the plain pair."""
    return Decision(candidate_id="c1", site_id="s1", decision=kind, since=since)
