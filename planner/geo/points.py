"""Single positions in EPSG:25833: of neighbourhoods and of sites."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.domain import Case, Site
from planner.geo.areas import Ground, ground_of, positions
from planner.geo.crs import to_metres
from planner.geo.stored import stored_stamp

XY = tuple[float, float]
"""East and north in metres (EPSG:25833)."""


def neighbourhood_points(ground: Ground) -> NDArray[np.float64]:
    """Return a position per neighbourhood, (n, 2); not a number where nothing is known.

    The case's own coordinates come first, then Dresden's, then a point inside the imported area.
    """
    points = positions(ground.places, dresden=ground.dresden)
    if ground.layer is not None:
        for i, place in enumerate(ground.places):
            area = ground.layer.areas.get(place.code)
            if area is not None and not np.isfinite(points[i]).all():
                inside = area.representative_point()
                points[i] = inside.x, inside.y
    return points


def neighbourhood_point(case: Case, code: str) -> XY | None:
    """Return the representative position of a neighbourhood, or ``None`` where it is not known.

    Raises
    ------
    KeyError
        If the case has no such neighbourhood.
    """
    place = case.neighbourhood_of[code]
    return _as_xy(
        neighbourhood_points(ground_of(case.neighbourhoods, stored_stamp())), case.neighbourhoods.index(place)
    )


def site_point(case: Case, site: Site) -> XY | None:
    """Return the position of a site: its own coordinates, else its neighbourhood's point."""
    return site_points(case, (site,))[0]


def site_points(case: Case, sites: Sequence[Site]) -> tuple[XY | None, ...]:
    """Return the positions of several sites; cheaper than one by one."""
    row = {n.code: i for i, n in enumerate(case.neighbourhoods)}
    homes = neighbourhood_points(ground_of(case.neighbourhoods, stored_stamp()))
    own = _in_metres(tuple((site.lat, site.lon) for site in sites if site.lat is not None and site.lon is not None))
    rest = iter(range(len(own)))
    return tuple(
        _as_xy(homes, row[site.neighbourhood]) if site.lat is None or site.lon is None else _as_xy(own, next(rest))
        for site in sites
    )


@lru_cache(maxsize=32)
def _in_metres(degrees: tuple[XY, ...]) -> NDArray[np.float64]:
    """Return (n, 2) positions of n pairs of latitude and longitude; a map is drawn again and again of the same ones."""
    lat, lon = zip(*degrees, strict=True) if degrees else ((), ())
    return to_metres(lat, lon)


def _as_xy(points: NDArray[np.float64], i: int) -> XY | None:
    x, y = points[i]
    return (float(x), float(y)) if np.isfinite(x) and np.isfinite(y) else None
