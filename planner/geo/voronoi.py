"""Areas from labelled points: each place belongs to the nearest point, each area to the points of its code."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPoint

from planner.geo.layer import Shape, polygonal


def voronoi_areas(codes: Sequence[str], points: NDArray[np.float64]) -> dict[str, Shape]:
    """Return the Voronoi cells of points, merged by code.

    Parameters
    ----------
    codes
        Code of each point; points with an empty code are outside and bound the others.
    points
        (n, 2) in metres, no point twice.

    Returns
    -------
    dict
        Areas by code, sorted by code.
    """
    cells = shapely.get_parts(shapely.voronoi_polygons(MultiPoint(points), ordered=True))
    label = np.asarray(codes)
    return {
        str(code): polygonal(shapely.coverage_union_all(cells[label == code])) for code in np.unique(label[label != ""])
    }
