"""A plan as GeoJSON, for maps on the web."""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely
from geopandas import GeoDataFrame
from numpy.typing import NDArray
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from planner.domain import Case, Plan
from planner.report import layers

WGS84 = "EPSG:4326"
DECIMALS = 6
"""Of the degrees to which positions are rounded: about 10 cm, as RFC 7946 section 11.2 suggests."""


def plan_geojson(case: Case, plan: Plan) -> bytes:
    """Return neighbourhoods and sites as a GeoJSON feature collection (RFC 7946: WGS 84, longitude first).

    Features carry ``kind`` (``neighbourhood`` or ``site``); no count of people by home is among their properties. What
    has no known position has the geometry ``null``. The attribution is a member of the collection.
    """
    features = [
        *_features("neighbourhood", "code", layers.neighbourhoods(case, plan)),
        *_features("site", "site_id", layers.sites(case, plan)),
    ]
    collection = {
        "type": "FeatureCollection",
        "name": plan.scenario.name,
        "attribution": layers.attribution(case),
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _features(kind: str, key: str, frame: GeoDataFrame) -> list[dict[str, Any]]:
    """Return the rows as features; outer rings run counterclockwise (RFC 7946 section 3.1.6)."""
    degrees = shapely.orient_polygons(shapely.transform(frame.to_crs(WGS84).geometry.values, _rounded))
    rows = frame.drop(columns="geometry").to_dict("records")
    return [
        {
            "type": "Feature",
            "id": f"{kind}:{row[key]}",
            "geometry": _geometry(shape),
            "properties": {"kind": kind, **_without_nan(row)},
        }
        for row, shape in zip(rows, degrees, strict=True)
    ]


def _rounded(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    return degrees.round(DECIMALS)


def _geometry(shape: BaseGeometry | None) -> dict[str, Any] | None:
    return None if shape is None else dict(mapping(shape))


def _without_nan(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): None if value != value else value for key, value in row.items()}  # noqa: PLR0124  (only NaN differs)
