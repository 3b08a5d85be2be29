"""Minutes from geometry: straight line × detour, round the river, with what every trip costs besides."""

import numpy as np
import shapely
from numpy.typing import NDArray

from planner.domain import Transport
from planner.geo.areas import Ground
from planner.geo.dresden import crossings, river
from planner.geo.points import neighbourhood_points
from planner.geo.speeds import AREA_PER_SQUARED_GAP, LONE_NEIGHBOURHOOD_AREA, MEAN_WAY_IN_DISC, SPEEDS
from planner.geo.ways import straight, ways_over_river


def geometric_minutes(ground: Ground, transport: Transport) -> NDArray[np.float64]:
    """Return minutes between all neighbourhoods, (n, n), not rounded; not a number where a position is missing.

    The diagonal is the mean way between two places of one neighbourhood, taken as a disc of its area. Whoever would be
    faster on foot than by bus or tram walks.
    """
    minutes = _by(ground, transport)
    return np.fmin(minutes, _by(ground, Transport.WALK)) if transport is Transport.TRANSIT else minutes


def _by(ground: Ground, transport: Transport) -> NDArray[np.float64]:
    speed = SPEEDS[transport]
    points = neighbourhood_points(ground)
    known = np.flatnonzero(np.isfinite(points).all(axis=1))
    minutes = np.full((len(points), len(points)), np.nan)
    usable = [c for c in crossings() if transport in c.open_for] if ground.dresden and len(known) else []
    if usable:
        between = ways_over_river(points[known], river(), usable, speed.minutes_per_metre)
    else:
        between = straight(points[known]) * speed.minutes_per_metre
    minutes[np.ix_(known, known)] = between
    within = MEAN_WAY_IN_DISC * np.sqrt(_square_metres(ground, points)) * speed.minutes_per_metre
    minutes[known, known] = within[known]
    return minutes + speed.access


def _square_metres(ground: Ground, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the areas of the neighbourhoods, (n,), estimated from the gaps between points where no border is known."""
    gaps = straight(points)
    gaps[~(gaps > 0)] = np.inf
    nearest = gaps.min(axis=1, initial=np.inf)
    area = np.where(np.isfinite(nearest), AREA_PER_SQUARED_GAP * nearest**2, LONE_NEIGHBOURHOOD_AREA)
    if ground.layer is not None:
        for i, place in enumerate(ground.places):
            if (shape := ground.layer.areas.get(place.code)) is not None:
                area[i] = shapely.area(shape)
    return area
