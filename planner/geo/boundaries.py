"""Bring the real boundaries in: from a file, or from the city itself."""

from dataclasses import dataclass, field
from pathlib import Path

from planner.errors import Problem
from planner.geo.areas import lies_in_dresden
from planner.geo.dresden import ATTRIBUTION
from planner.geo.geofile import Boundaries, read_boundaries
from planner.geo.layer import Layer
from planner.geo.stored import store


@dataclass(frozen=True, slots=True)
class Imported:
    """What was imported.

    Parameters
    ----------
    path
        Where the boundaries are kept; they hold from now on.
    codes
        The codes of the areas, sorted.
    column
        The column the codes came from.
    square_kilometres
        Area of all together.
    repaired
        Areas whose geometry had to be mended.
    attribution
        What will stand on maps and exports; empty where the source is not known.
    notes
        Warnings, such as areas that overlap.
    """

    path: Path
    codes: tuple[str, ...]
    column: str
    square_kilometres: float
    repaired: int
    attribution: str
    notes: tuple[Problem, ...] = field(default=())


def import_boundaries(file: Path, code_column: str | None = None, *, attribution: str | None = None) -> Imported:
    """Read boundaries from a file, keep them and use them from now on.

    Parameters
    ----------
    file
        GeoJSON, GeoPackage or Shapefile in any system of coordinates.
    code_column
        The column with the neighbourhoods' codes; left out, it is guessed.
    attribution
        What must stand on the map. Left out: Dresden's for Dresden's districts, nothing for others.

    Raises
    ------
    InputError
        If the file cannot be used; nothing is stored then.
    OSError
        If the folder for boundaries cannot be written.
    """
    found = read_boundaries(file, code_column)
    named = attribution if attribution is not None else ATTRIBUTION if lies_in_dresden(found.areas) else ""
    return keep(found, "file", named)


def keep(found: Boundaries, source: str, attribution: str) -> Imported:
    """Store boundaries and report on them."""
    path = store(Layer(found.areas, source, attribution))
    return Imported(
        path=path,
        codes=tuple(found.areas),
        column=found.column,
        square_kilometres=sum(area.area for area in found.areas.values()) / 1e6,
        repaired=found.repaired,
        attribution=attribution,
        notes=found.notes,
    )
