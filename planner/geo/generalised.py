"""Dresden's areas from its reference points, computed once and kept."""

import hashlib
from contextlib import suppress
from functools import cache

import shapely

from planner.geo import dresden
from planner.geo.crs import METRES, to_metres
from planner.geo.layer import Layer, load_layer, save_layer
from planner.geo.voronoi import voronoi_areas
from planner.settings import cache_dir

_POINTS = "reference_points.csv"


def _key() -> str:
    """Hash what the areas depend on: the points, the system of coordinates, the library that cuts the cells."""
    recipe = f"voronoi 1|{METRES}|{shapely.geos_version_string}|{dresden.ATTRIBUTION}|"
    return hashlib.sha256(recipe.encode() + (dresden.folder() / _POINTS).read_bytes()).hexdigest()[:16]


@cache
def generalised_layer() -> Layer:
    """Return the 64 districts as the merged Voronoi cells of the reference points.

    A cache file that is missing or damaged is computed again; where none can be written, nothing is kept.
    """
    path = cache_dir() / "boundaries" / f"dresden-{_key()}.json"
    if (kept := load_layer(path)) is not None:
        return kept
    points = list(dresden.rows(_POINTS))
    metres = to_metres([float(p["lat"]) for p in points], [float(p["lon"]) for p in points])
    layer = Layer(voronoi_areas([p["code"] for p in points], metres), "reference_points", dresden.ATTRIBUTION)
    with suppress(OSError):
        save_layer(layer, path)
    return layer
