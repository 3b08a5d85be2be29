"""The layers of a plan for a geographical information system, in EPSG:25833 metres."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from geopandas import GeoDataFrame, GeoSeries
from pandas import DataFrame
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from planner.domain import Case, Plan
from planner.geo import Area, CityMap, city_map, neighbourhood_point, site_points

METRES = "EPSG:25833"

Row = tuple[str | int | float, ...]


def attribution(case: Case) -> str:
    """Return what must stand on every map and export; empty where nothing but the case's own points is drawn."""
    city = city_map(case)
    return city.attribution if city else ""


def neighbourhoods(case: Case, plan: Plan) -> GeoDataFrame:
    """Return one row per neighbourhood with its need and outcome.

    The geometry is its area, a point where only its position is known, and missing where not even that is.
    """
    city, source = city_map(case), attribution(case)
    columns = "code name borough need target placed difference planned_posts coverage attribution"
    rows: list[Row] = [
        (
            result.code,
            case.neighbourhood_of[result.code].name,
            case.neighbourhood_of[result.code].borough,
            float(result.need),
            result.target,
            result.placed,
            result.placed - result.target,
            result.planned_posts,
            math.nan if result.coverage is None else result.coverage,
            source,
        )
        for result in plan.neighbourhoods
    ]
    return _frame(columns, rows, [_ground(case, city, result.code) for result in plan.neighbourhoods])


def sites(case: Case, plan: Plan) -> GeoDataFrame:
    """Return one point per site with its posts and placements, also of sites nobody is proposed at."""
    placed = Counter(placement.site_id for placement in plan.placements)
    columns = "site_id name host field neighbourhood posts placed planned exact"
    rows: list[Row] = [
        (
            site.site_id,
            site.name,
            site.host,
            site.field,
            site.neighbourhood,
            site.posts,
            placed[site.site_id],
            site.planned,
            site.lat is not None and site.lon is not None,
        )
        for site in case.sites
    ]
    return _frame(columns, rows, [Point(point) if point else None for point in site_points(case, case.sites)])


def ways(case: Case, plan: Plan) -> GeoDataFrame:
    """Return the ways to work, bundled: one line per home and work neighbourhood with the people on it.

    Who works where they live has no line; see :func:`staying`. Lines count people by home and are for planners only.
    """
    city = city_map(case)
    bundles = sorted((way, people) for way, people in _journeys(case, plan).items() if len(set(way)) > 1)
    ends = {code: _middle(case, city, code) for way, _ in bundles for code in way}
    rows: list[Row] = [(home, work, people) for (home, work), people in bundles]
    lines = [_line(ends[home], ends[work]) for (home, work), _ in bundles]
    return _frame("home work people", rows, lines)


def staying(case: Case, plan: Plan) -> Counter[str]:
    """Return by neighbourhood how many people are proposed in the one they live in. For planners only."""
    return Counter({home: people for (home, work), people in _journeys(case, plan).items() if home == work})


def _journeys(case: Case, plan: Plan) -> Counter[tuple[str, str]]:
    return Counter((case.candidate_of[p.candidate_id].neighbourhood, p.neighbourhood) for p in plan.placements)


def _ground(case: Case, city: CityMap | None, code: str) -> BaseGeometry | None:
    """Return the area of a neighbourhood, else its point, else nothing."""
    if city is not None and code in city.areas:
        return _polygon(city.areas[code])
    point = neighbourhood_point(case, code)
    return Point(point) if point else None


def _polygon(area: Area) -> Polygon | MultiPolygon:
    parts = [Polygon(outer, holes) for outer, *holes in area]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def _middle(case: Case, city: CityMap | None, code: str) -> tuple[float, float] | None:
    """Return where the ways of a neighbourhood begin and end: the same place as on the drawn map."""
    return city.points[code] if city is not None and code in city.points else neighbourhood_point(case, code)


def _line(start: tuple[float, float] | None, end: tuple[float, float] | None) -> LineString | None:
    return LineString([start, end]) if start and end else None


def _frame(columns: str, rows: list[Row], geometry: Sequence[BaseGeometry | None]) -> GeoDataFrame:
    """Return rows with their geometry; the columns are named also where there is no row."""
    shapes = GeoSeries(np.array(geometry, dtype=object), crs=METRES)
    return GeoDataFrame(DataFrame(rows, columns=columns.split()), geometry=shapes)
