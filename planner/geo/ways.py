"""The shortest way where a river may be crossed at bridges and ferries only."""

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Point, Polygon

from planner.geo.dresden import Crossing

_BEYOND = 20_000.0
"""Metres by which the river goes straight on past its known ends and past the points: nobody walks round it."""


def straight(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the straight distances, (n, n) in the unit of the points, (n, 2)."""
    gap = points[:, None, :] - points[None, :, :]
    return np.hypot(gap[..., 0], gap[..., 1])


def ways_over_river(
    points: NDArray[np.float64], river: NDArray[np.float64], crossings: Iterable[Crossing], minutes_per_metre: float
) -> NDArray[np.float64]:
    """Return the minutes of the shortest ways that never cut the river.

    On either bank people go straight or round the river's bends: the shortest way on a bank runs over vertices of the
    bank (visibility graph). The banks meet at the crossings.

    Parameters
    ----------
    points
        (n, 2) in metres.
    river
        (m, 2), its middle line.
    crossings
        Those that may be used; without one the other bank is infinitely far.
    minutes_per_metre
        Along straight lines.

    Returns
    -------
    ndarray
        (n, n), symmetric, 0 on the diagonal.
    """
    usable = tuple(crossings)
    line, at = _with_vertices(river, [c.point for c in usable])
    n, m = len(points), len(line)
    left, right = _banks(line, points)
    middle = shapely.points(points)
    on_left = shapely.distance(left, middle) <= shapely.distance(right, middle)
    cost = np.full((n + 2 * m, n + 2 * m), np.inf)
    for bank, here, first in ((left, on_left, n), (right, ~on_left, n + m)):
        nodes = np.concatenate([np.flatnonzero(here), np.arange(first, first + m)])
        seen = _visible(bank, np.concatenate([points[here], line]))
        cost[np.ix_(nodes, nodes)] = seen * minutes_per_metre
    for crossing, vertex in zip(usable, at, strict=True):
        a, b = n + vertex, n + m + vertex
        cost[a, b] = cost[b, a] = min(cost[a, b], crossing.penalty)
    np.fill_diagonal(cost, 0)
    for via in range(len(cost)):
        np.minimum(cost, cost[:, via, None] + cost[None, via, :], out=cost)
    between: NDArray[np.float64] = cost[:n, :n]
    return between


def _with_vertices(
    river: NDArray[np.float64], points: Sequence[tuple[float, float]]
) -> tuple[NDArray[np.float64], list[int]]:
    """Return the river with a vertex next to each point, and the places of those vertices."""
    line = LineString(river)
    own = [line.project(Point(vertex)) for vertex in river]
    wanted = [line.project(Point(point)) for point in points]
    along = np.unique(np.array(own + wanted))
    vertices = shapely.get_coordinates(shapely.line_interpolate_point(line, along))
    return vertices, [int(np.searchsorted(along, place)) for place in wanted]


def _banks(line: NDArray[np.float64], points: NDArray[np.float64]) -> tuple[Polygon, Polygon]:
    """Return the land left and right of the river, downstream, in a box around everything."""
    low = np.minimum(line.min(axis=0), points.min(axis=0)) - _BEYOND
    high = np.maximum(line.max(axis=0), points.max(axis=0)) + _BEYOND
    reach = 2 * float(np.hypot(*(high - low)))
    source = line[0] + _direction(line[1], line[0]) * reach
    mouth = line[-1] + _direction(line[-2], line[-1]) * reach
    whole = shapely.box(*low, *high)
    parts = shapely.get_parts(shapely.polygonize([shapely.union(whole.boundary, LineString([source, *line, mouth]))]))
    probe = shapely.offset_curve(LineString(line[:2]), 1.0).interpolate(0.5, normalized=True)
    left = next(part for part in parts if part.contains(probe))
    right = max((part for part in parts if part is not left), key=lambda part: part.area)
    return left, right


def _direction(start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    step: NDArray[np.float64] = end - start
    step /= np.hypot(*step)
    return step


def _visible(bank: Polygon, nodes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the straight distances between nodes that see each other on a bank, infinite elsewhere."""
    a, b = np.triu_indices(len(nodes), 1)
    shapely.prepare(bank)
    sight = shapely.covers(bank, shapely.linestrings(np.stack([nodes[a], nodes[b]], axis=1)))
    seen = np.full((len(nodes), len(nodes)), np.inf)
    seen[a[sight], b[sight]] = np.hypot(*(nodes[a[sight]] - nodes[b[sight]]).T)
    np.minimum(seen, seen.T, out=seen)
    return seen
