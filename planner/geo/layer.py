"""A layer of areas by code, and the file it rests in."""

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely import MultiPolygon, Polygon
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

_FORMAT = 1

Shape = Polygon | MultiPolygon

Source = str
"""``reference_points`` (generalised), ``city`` (the official layer) or ``file`` (imported)."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Areas in EPSG:25833.

    Parameters
    ----------
    areas
        Valid polygons by code, sorted by code.
    source
        Code of where they come from: ``reference_points``, ``city`` or ``file``.
    attribution
        What must stand on every map and export; empty where it is not known.
    """

    areas: Mapping[str, Shape]
    source: Source
    attribution: str

    @property
    def generalised(self) -> bool:
        """Whether the borders are only roughly right."""
        return self.source == "reference_points"


def polygonal(geometry: BaseGeometry) -> Shape:
    """Return the part of a geometry that has an area, in normal form; it may be empty."""
    parts = [part for part in _leaves(geometry) if isinstance(part, Polygon) and part.area > 0]
    return shapely.normalize(parts[0] if len(parts) == 1 else MultiPolygon(parts))


def _leaves(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the simple geometries of one that may hold others, which may hold others."""
    parts = list(shapely.get_parts(geometry))
    nested = any(hasattr(part, "geoms") for part in parts)
    return [leaf for part in parts for leaf in _leaves(part)] if nested else parts


def save_layer(layer: Layer, path: Path) -> None:
    """Write a layer whole or not at all: to a file beside, then renamed over the old one.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    content = {
        "format": _FORMAT,
        "source": layer.source,
        "attribution": layer.attribution,
        "areas": {code: shapely.to_wkb(area, hex=True) for code, area in sorted(layer.areas.items())},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def load_layer(path: Path) -> Layer | None:
    """Return the layer of a file, or ``None`` where it is absent, damaged or of another format."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != _FORMAT:
            return None
        areas = {str(code): shapely.from_wkb(area) for code, area in content["areas"].items()}
        layer = Layer(areas, str(content["source"]), str(content["attribution"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ShapelyError):
        return None
    sound = layer.areas and all(isinstance(area, Shape) for area in layer.areas.values())
    return layer if sound else None
