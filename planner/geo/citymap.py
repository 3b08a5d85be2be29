"""The map as plain numbers: what the UI draws and the reports export."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon

from planner.domain import Case, Neighbourhood
from planner.errors import Problem
from planner.geo.areas import Ground, ground_of, places_of
from planner.geo.dresden import river
from planner.geo.layer import Layer, Shape, Source, polygonal
from planner.geo.stored import Stamp, stored_stamp

Ring = NDArray[np.float64]
"""(k, 2) east and north in metres (EPSG:25833), closed: the first vertex is the last."""

Area = tuple[tuple[Ring, ...], ...]
"""Polygons; each one its outer ring, then its holes."""

DRAWING_TOLERANCE = 25.0
"""Metres; corners that span less than half the square of it are left out (Visvalingam-Whyatt). A pixel has about 20
when the city fills a screen.
"""


@dataclass(frozen=True, eq=False)
class CityMap:
    """Areas, borough outlines and river of a case.

    Parameters
    ----------
    areas
        By neighbourhood code. Neighbours share their border vertices.
    points
        Where a label fits best, by neighbourhood code: the middle of the largest circle in the area.
    boroughs
        Outlines by borough name.
    river
        Lines, (k, 2) each; empty outside Dresden.
    bounds
        West, south, east, north of all areas.
    generalised
        Whether the borders are only roughly right; the map says so.
    attribution
        What must stand on the map and on every export; empty where the source is not known.
    source
        ``reference_points``, ``city`` or ``file``; a text ``geo.source_…`` exists for each.
    missing
        Codes of the case without an area.
    notes
        Warnings, such as imported boundaries that cannot be read.
    """

    areas: Mapping[str, Area]
    points: Mapping[str, tuple[float, float]]
    boroughs: Mapping[str, Area]
    river: tuple[Ring, ...]
    bounds: tuple[float, float, float, float]
    generalised: bool
    attribution: str
    source: Source
    missing: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()


def city_map(source: Case | Iterable[str]) -> CityMap | None:
    """Return the map of a case, or of bare codes; ``None`` where no area of them is known.

    Imported boundaries come first, Dresden's generalised ones next. Drawings are kept in memory, so asking again is
    free.
    """
    places = places_of(source if isinstance(source, Case) else tuple(source))
    return _draw(tuple((n.code, n.name, n.borough, n.lat, n.lon) for n in places), stored_stamp())


@lru_cache(maxsize=4)
def _draw(places: tuple[tuple[str, str, str, float | None, float | None], ...], stamp: Stamp | None) -> CityMap | None:
    ground = ground_of(
        tuple(Neighbourhood(code=c, name=n, borough=b, lat=lat, lon=lon) for c, n, b, lat, lon in places), stamp
    )
    if ground.layer is None:
        return None
    shapes = _drawable(ground.layer, [place.code for place in ground.places if place.code in ground.layer.areas])
    west, south, east, north = shapely.total_bounds(list(shapes.values()))
    return CityMap(
        areas={code: as_rings(shape) for code, shape in shapes.items()},
        points={code: _middle(shape) for code, shape in shapes.items()},
        boroughs=_boroughs(ground, shapes),
        river=(river(),) if ground.dresden else (),
        bounds=(float(west), float(south), float(east), float(north)),
        generalised=ground.layer.generalised,
        attribution=ground.layer.attribution,
        source=ground.layer.source,
        missing=tuple(place.code for place in ground.places if place.code not in shapes),
        notes=ground.notes,
    )


def _drawable(layer: Layer, codes: list[str]) -> dict[str, Shape]:
    """Return the areas with as few vertices as a drawing needs; common borders stay common."""
    shapes = [layer.areas[code] for code in codes]
    if not layer.generalised:
        simple = shapely.coverage_simplify(shapes, DRAWING_TOLERANCE)
        shapes = [new if new.is_valid and not new.is_empty else old for new, old in zip(simple, shapes, strict=True)]
    return dict(zip(codes, shapes, strict=True))


def _boroughs(ground: Ground, shapes: Mapping[str, Shape]) -> dict[str, Area]:
    members: dict[str, list[Shape]] = {}
    for place in ground.places:
        if place.borough and place.code in shapes:
            members.setdefault(place.borough, []).append(shapes[place.code])
    return {name: as_rings(polygonal(shapely.union_all(parts))) for name, parts in sorted(members.items())}


def _middle(shape: Shape) -> tuple[float, float]:
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    x, y = shapely.maximum_inscribed_circle(largest, tolerance=10.0).coords[0]
    return float(x), float(y)


def as_rings(shape: Shape) -> Area:
    """Return a polygon or several as arrays of vertices, largest first."""
    parts = sorted(shapely.get_parts(shape), key=lambda part: -part.area)
    return tuple(
        tuple(shapely.get_coordinates(ring) for ring in (part.exterior, *part.interiors))
        for part in parts
        if isinstance(part, Polygon)
    )
