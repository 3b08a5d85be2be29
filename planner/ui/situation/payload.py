"""The public map: posts that exist, are planned, are occupied, are proposed; nothing about people."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from planner.domain import NeighbourhoodResult, Plan, Status
from planner.geo import city_map
from planner.report.colours import SEQUENTIAL, ink
from planner.service import Quarter, Situation
from planner.ui.map import DIFFERENCE, map_payload
from planner.ui.words import Words

OCCUPIED = "occupied"


def situation_payload(situation: Situation, words: Words) -> dict[str, Any] | None:
    """Return what the map draws; ``None`` where nothing is known about where the neighbourhoods lie.

    The drawing is that of any plan; what it says of people is taken out and what it says of posts put in its place.
    """
    case = situation.places
    city = city_map(case)
    if city is None:
        return None
    quarters = {quarter.code: quarter for quarter in situation.quarters}
    drawn = map_payload(case, _plan(situation), city, words, name="situation")
    content = {key: value for key, value in drawn.items() if key != "version"}
    content["places"] = [{**place, "facts": _facts(quarters[place["code"]], words)} for place in drawn["places"]]
    content["sites"] = [
        {**site, "facts": [fact for fact in site["facts"] if fact[0] != words("Proposals")]} for site in drawn["sites"]
    ]
    content["layers"] = [_occupied(situation, words)]
    if situation.plan is not None:
        content["layers"] += [layer for layer in drawn["layers"] if layer["id"] == DIFFERENCE]
    content["ways"] = []
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return {**content, "version": hashlib.sha256(text.encode()).hexdigest()[:16]}


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
    return [
        (words.of("report.posts"), words.number(quarter.posts)),
        (words("of them occupied"), words.number(quarter.occupied)),
        (words("of them without a host"), words.number(quarter.planned)),
        (words("Proposed in the released plan"), words.number(quarter.proposed)),
        (words("Target"), words.number(quarter.target)),
    ]


def _occupied(situation: Situation, words: Words) -> Mapping[str, Any]:
    """Return how many of a neighbourhood's posts are occupied, in four classes."""
    labels = (words("nobody works here yet"), words("less than half"), words("half and more"), words("all occupied"))
    colours = (SEQUENTIAL[0], SEQUENTIAL[1], SEQUENTIAL[2], SEQUENTIAL[4])
    values = {}
    for quarter in situation.quarters:
        share = quarter.occupied / quarter.posts if quarter.posts else 0.0
        level = 0 if not quarter.occupied else 3 if share >= 1 else 2 if share >= 0.5 else 1
        text = f"{words.number(quarter.occupied)}/{words.number(quarter.posts)}"
        values[quarter.code] = {"level": level, "text": text} if quarter.posts else {"level": None, "text": ""}
    return {
        "id": OCCUPIED,
        "title": words("Occupied posts"),
        "blank": words("no posts"),
        "classes": [
            {"colour": colour, "ink": ink(colour), "label": label}
            for colour, label in zip(colours, labels, strict=True)
        ],
        "values": values,
    }
