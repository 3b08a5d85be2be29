"""Everything the map draws, as plain JSON: made in Python, so that the browser only has to draw."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from planner.domain import Case, Neighbourhood, NeighbourhoodResult, Plan, Site
from planner.geo import CityMap, site_points
from planner.geo.drawing import METRES_PER_UNIT, Frame, spread
from planner.report.colours import ink, pale
from planner.ui.map.layers import Layer, map_layers, without_counts
from planner.ui.words import Words

COUNTED_WITH = {"33": "31", "34": "31", "44": "42"}
"""Dresden's statistics office publishes these small neighbourhoods together with a larger one."""

APART = 190.0
"""Metres between sites that are known by their neighbourhood only."""

Json = dict[str, Any]


def map_payload(case: Case, plan: Plan, city: CityMap, words: Words, *, name: str) -> Json:
    """Return what the component draws.

    Parameters
    ----------
    case, plan
        A plan and the case it was made for.
    city
        The map of that case.
    name
        Of this map on the page; the choice made on the page is addressed to it.

    Returns
    -------
    dict
        JSON only. Positions are whole units of ten metres from the north-west corner, y down. ``version`` changes
        with any of the content.
    """
    frame = Frame.around(*city.bounds)
    content: Json = {
        "name": name,
        "frame": {
            "id": f"{frame.west:.0f},{frame.north:.0f},{frame.width},{frame.height}",
            "width": frame.width,
            "height": frame.height,
            "metresPerUnit": METRES_PER_UNIT,
        },
        "places": _places(case, plan, city, frame, words),
        "boroughs": [frame.area(ring for part in area for ring in part) for area in city.boroughs.values()],
        "river": _river(city, frame, words),
        "sites": _sites(case, plan, frame, words),
        "ways": _ways(case, plan, words),
        "layers": [layer_json(layer) for layer in map_layers(case, plan, words)],
        "source": _source(city, case, words),
        "texts": _texts(words),
    }
    return with_version(content)


def with_version(content: Json) -> Json:
    """Return what is drawn with a version that changes with any of it."""
    plain = {key: value for key, value in content.items() if key != "version"}
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False)
    return {**plain, "version": hashlib.sha256(text.encode()).hexdigest()[:16]}


def with_layers(drawn: Json, layers: Iterable[Layer], **content: Any) -> Json:
    """Return a drawn map with other colours, and perhaps other content, such as ``places`` or ``ways``."""
    return with_version({**drawn, **content, "layers": [layer_json(layer) for layer in layers]})


def counted_with(case: Case, code: str) -> str | None:
    """Return the neighbourhood whose counts include this one's, where that is known."""
    other = COUNTED_WITH.get(code)
    return other if other in case.neighbourhood_of and code in without_counts(case) else None


def place_facts(
    result: NeighbourhoodResult, living: int, living_placed: int, words: Words
) -> tuple[tuple[str, str], ...]:
    """Return what is said of a neighbourhood wherever it is described."""
    return (
        (words("Share of the need"), words.percent(result.need, 1)),
        (words("Target"), words.number(result.target)),
        (words("Placed here"), words.number(result.placed)),
        (words("Planned posts"), words.number(result.planned_posts)),
        (words("Candidates living here"), words.number(living)),
        (words("of them with a proposal"), words.number(living_placed)),
    )


def _places(case: Case, plan: Plan, city: CityMap, frame: Frame, words: Words) -> list[Json]:
    results = {result.code: result for result in plan.neighbourhoods}
    living = Counter(candidate.neighbourhood for candidate in case.candidates)
    placed = Counter(case.candidate_of[p.candidate_id].neighbourhood for p in plan.placements)
    found = []
    for place in case.neighbourhoods:
        if place.code not in city.areas or place.code not in results:
            continue
        x, y = frame.unit(*city.points[place.code])
        outer = np.vstack([part[0] for part in city.areas[place.code]])
        width, height = np.ptp(outer, axis=0) / METRES_PER_UNIT
        found.append(
            {
                "code": place.code,
                "name": place.name or place.code,
                "borough": place.borough,
                "note": _counted_note(case, place, words),
                "path": frame.area(ring for part in city.areas[place.code] for ring in part),
                "x": x,
                "y": y,
                "width": round(float(width)),
                "height": round(float(height)),
                "facts": place_facts(results[place.code], living[place.code], placed[place.code], words),
            }
        )
    return found


def _counted_note(case: Case, place: Neighbourhood, words: Words) -> str:
    if (other := counted_with(case, place.code)) is not None:
        return words("counted with {name}", name=case.neighbourhood_of[other].name)
    return words("no counts of its own") if place.code in without_counts(case) else ""


def _river(city: CityMap, frame: Frame, words: Words) -> Json | None:
    if not city.river:
        return None
    # Written from west to east, so that the name along it can be read.
    lines = [line if line[0][0] <= line[-1][0] else line[::-1] for line in city.river]
    return {"path": "".join(frame.line(line) for line in lines), "name": words("Elbe")}


def _sites(case: Case, plan: Plan, frame: Frame, words: Words) -> list[Json]:
    points = site_points(case, case.sites)
    placed = Counter(placement.site_id for placement in plan.placements)
    crowd: dict[str, list[int]] = {}
    for i, site in enumerate(case.sites):
        if site.lat is None or site.lon is None:
            crowd.setdefault(site.neighbourhood, []).append(i)
    shift = np.zeros((len(case.sites), 2))
    for members in crowd.values():
        shift[members] = spread(len(members), APART)
    found = []
    for i, (site, point) in enumerate(zip(case.sites, points, strict=True)):
        if point is None:
            continue
        x, y = frame.unit(point[0] + shift[i, 0], point[1] + shift[i, 1])
        found.append(_site(site, x, y, placed[site.site_id], words))
    # Large ones first, so that a small one beside them stays visible.
    return sorted(found, key=lambda mark: -mark["posts"])


def _site(site: Site, x: int, y: int, placed: int, words: Words) -> Json:
    facts = [
        (words("Posts"), words.number(site.posts)),
        (words("Proposals"), words.number(placed)),
        (words("Field"), words.field(site.field)),
    ]
    host = site.host or words("planned post, no host yet")
    return {
        "id": site.site_id,
        "place": site.neighbourhood,
        "name": site.name,
        "host": host,
        "planned": site.planned,
        "posts": site.posts,
        "x": x,
        "y": y,
        "facts": facts,
    }


def _ways(case: Case, plan: Plan, words: Words) -> list[Json]:
    """Bundle the ways: how many people go from one neighbourhood to another; many people are drawn first."""
    bundles: dict[tuple[str, str], list[int]] = {}
    for p in plan.placements:
        bundles.setdefault((case.candidate_of[p.candidate_id].neighbourhood, p.neighbourhood), []).append(p.minutes)
    ordered = sorted(bundles.items(), key=lambda item: (-len(item[1]), item[0]))
    return [way_json(home, work, minutes, words) for (home, work), minutes in ordered]


def way_json(home: str, work: str, minutes: Sequence[int], words: Words) -> Json:
    """Return the way of some people from one neighbourhood to another, each with the minutes it takes them."""
    least, most = words.number(min(minutes)), words.number(max(minutes))
    span = least if least == most else f"{least}–{most}"
    return {"from": home, "to": work, "people": len(minutes), "minutes": span}


def layer_json(layer: Layer) -> Json:
    """Return a layer as the component reads it."""
    return {
        "id": layer.key,
        "kind": layer.kind,
        "title": layer.title,
        "blank": layer.blank,
        "classes": [
            {"colour": colour, "ink": ink(colour), "pale": pale(colour), "label": label}
            for colour, label in zip(layer.colours, layer.labels, strict=True)
        ],
        "values": {code: {"level": value.level, "text": value.text} for code, value in layer.values.items()},
    }


def _source(city: CityMap, case: Case, words: Words) -> list[str]:
    """Return the line below the map: how exact it is, whose figures, what is counted elsewhere."""
    parts = [words("Boundaries generalised")] if city.generalised else []
    if city.attribution:
        parts.append(city.attribution)
    names = {place.code: place.name or place.code for place in case.neighbourhoods}
    merged: dict[str, list[str]] = {}
    for code in sorted(city.areas):
        if (other := counted_with(case, code)) is not None:
            merged.setdefault(other, []).append(names[code])
    parts += [
        words("{places} counted with {other}", places=", ".join(places), other=names[other])
        for other, places in merged.items()
    ]
    if city.missing:
        parts.append(words("not drawn: {codes}", codes=", ".join(city.missing)))
    return parts


def _texts(words: Words) -> Mapping[str, str]:
    return {
        "places": words("Map of the neighbourhoods"),
        "zoom": words("Zoom"),
        "zoomIn": words("Zoom in"),
        "zoomOut": words("Zoom out"),
        "zoomReset": words("Whole city"),
        "keys": words("Arrow keys: next neighbourhood · Enter: choose · Page down: its sites and ways · + − 0: zoom"),
        "keysInside": words("Arrow keys: next site or way · Page down: on to the ways · Escape: back"),
        "wheel": words("Ctrl + mouse wheel zooms the map"),
        "fingers": words("Two fingers move the map"),
        "counts": words("in brackets: number of neighbourhoods"),
        "chosen": words("Chosen"),
        "nothingChosen": words("No neighbourhood chosen"),
        "sites": words("Site (size: posts)"),
        "plannedSites": words("planned, no host yet"),
        "ways": words("From home to work (width: people, full end: work)"),
        "waysHere": words("come here to work"),
        "waysAway": words("live here, work elsewhere"),
        "inside": words("Sites and ways"),
        "siteCount": words("Sites"),
        "wayCount": words("Ways"),
        "way": words("From {home} to {work}", home="{home}", work="{work}"),
        "people": words("People"),
        "minutes": words("Minutes"),
    }
