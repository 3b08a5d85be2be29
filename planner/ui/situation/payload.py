"""The public map: posts that exist, are planned, are occupied, are proposed; nothing about people."""

from decimal import Decimal
from typing import Any

from planner.domain import NeighbourhoodResult, Plan, Status
from planner.geo import city_map
from planner.report.situation import Quarter, Shading, Situation, difference, occupied, running
from planner.ui.map import map_payload, with_layers
from planner.ui.map.layers import shaded
from planner.ui.words import Words


def drawn_situation(situation: Situation, words: Words) -> dict[str, Any] | None:
    """Return the map without its colours; ``None`` where nothing is known about where the neighbourhoods lie.

    The drawing is that of any plan; what it says of people is taken out and what it says of posts put in its place.
    """
    case = situation.places
    city = city_map(case)
    if city is None:
        return None
    quarters = {quarter.code: quarter for quarter in situation.quarters}
    drawn = map_payload(case, _plan(situation), city, words, name="situation")
    return {
        **drawn,
        "places": [{**place, "facts": _facts(quarters[place["code"]], words)} for place in drawn["places"]],
        "sites": [
            {**site, "facts": [fact for fact in site["facts"] if fact[0] != words("Proposals")]}
            for site in drawn["sites"]
        ],
        "layers": [],
        "ways": [],
    }


def coloured(drawn: dict[str, Any], situation: Situation, month: int | None, words: Words) -> dict[str, Any]:
    """Return the map with its colours.

    Parameters
    ----------
    month
        Position on the axis of the course whose occupied posts one layer shows; ``None`` without such a layer.
    """
    codes = [quarter.code for quarter in situation.quarters]
    return with_layers(drawn, [shaded(shading, codes) for shading in _shadings(situation, month, words)])


def _plan(situation: Situation) -> Plan:
    """Return the released plan without people, or one that places nobody."""
    if situation.plan is not None:
        return situation.plan
    results = tuple(
        NeighbourhoodResult(code=q.code, need=Decimal(0), target=0, placed=0, planned_posts=q.planned)
        for q in situation.quarters
    )
    scenario = situation.places.scenario
    return Plan(scenario=scenario, status=Status.STOPPED, case_hash="", law="", neighbourhoods=results)


def _facts(quarter: Quarter, words: Words) -> list[tuple[str, str]]:
    facts = {
        "report.posts": quarter.posts,
        "situation.column.occupied": quarter.occupied,
        "situation.column.planned": quarter.planned,
        "situation.column.proposed": quarter.proposed,
        "situation.column.target": quarter.target,
    }
    unknown = words.of("situation.unknown")
    return [(words.of(name), unknown if count is None else words.number(count)) for name, count in facts.items()]


def _shadings(situation: Situation, month: int | None, words: Words) -> tuple[Shading, ...]:
    found = [occupied(situation, words.language)]
    if month is not None:
        found.append(running(situation, month, words.language))
    if situation.plan is not None:
        found.append(difference(situation, words.language))
    return tuple(found)
