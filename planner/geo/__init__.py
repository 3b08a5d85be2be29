"""Boundaries, positions and minutes. Distances and areas are computed in EPSG:25833."""

from planner.geo.boundaries import Imported, import_boundaries
from planner.geo.citymap import Area, CityMap, Ring, city_map
from planner.geo.crs import to_degrees, to_metres
from planner.geo.dresden import ATTRIBUTION, dresden_neighbourhoods, is_dresden
from planner.geo.fetch import CITY_LAYER, fetch_boundaries
from planner.geo.minutes import UNKNOWN, TravelTimes, travel_times
from planner.geo.points import neighbourhood_point, site_point, site_points
from planner.geo.stored import forget_boundaries

__all__ = [
    "ATTRIBUTION",
    "CITY_LAYER",
    "UNKNOWN",
    "Area",
    "CityMap",
    "Imported",
    "Ring",
    "TravelTimes",
    "city_map",
    "dresden_neighbourhoods",
    "fetch_boundaries",
    "forget_boundaries",
    "import_boundaries",
    "is_dresden",
    "neighbourhood_point",
    "site_point",
    "site_points",
    "to_degrees",
    "to_metres",
    "travel_times",
]
