"""A file of boundaries, read and judged: what can be mended is mended, the rest is said in clear words."""

import difflib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from planner.errors import InputError, Problem, Severity, raise_errors
from planner.geo.areas import lies_in_dresden
from planner.geo.crs import METRES
from planner.geo.dresden import by_code
from planner.geo.layer import Shape, polygonal
from planner.settings import MAX_UPLOAD_BYTES

if TYPE_CHECKING:
    from geopandas import GeoDataFrame, GeoSeries

CODE_COLUMNS = (
    "code", "blocknr", "stadtteil", "stadtteilnr", "stadtteil_nr", "stadtteilnummer", "ortsteil", "ortsteilnr",
    "stadtbezirksteil", "bezirk_nr", "neighbourhood", "schluessel", "schlüssel", "kennung", "nummer", "nr", "gen_nr",
)  # fmt: skip
"""Names under which cities publish the code of a district, the likeliest first; case does not matter."""

_SIGNATURES = {
    ".geojson": rb"\s*\{", ".json": rb"\s*\{", ".gpkg": rb"SQLite format 3\0", ".shp": rb"\x00\x00\x27\x0a",
}  # fmt: skip
"""How the three formats begin. GDAL knows a hundred more and goes by content: some of them reach out to the network."""

_ROWS_NAMED = 5


@dataclass(frozen=True, slots=True)
class Boundaries:
    """What a file held.

    Parameters
    ----------
    areas
        By code, in EPSG:25833, valid; several rows of one code are one area.
    column
        The column the codes came from.
    repaired
        Rows whose geometry was not valid and was mended.
    notes
        Warnings.
    """

    areas: dict[str, Shape]
    column: str
    repaired: int
    notes: tuple[Problem, ...] = field(default=())


def read_boundaries(file: Path, code_column: str | None = None) -> Boundaries:
    """Read a GeoJSON, GeoPackage or Shapefile of areas with a code column.

    Parameters
    ----------
    code_column
        Its name; left out, it is looked for among ``CODE_COLUMNS``.

    Raises
    ------
    InputError
        If the file cannot be read, says no system of coordinates, has no code column, rows without a code or rows
        without an area; all problems of the rows are gathered.
    """
    table = _read(file)
    column = _code_column(table, code_column, file)
    codes = _codes(table, column)
    shapes, repaired = _mended(table.geometry)
    raise_errors([*_rows_without_code(codes, column, file), *_rows_without_area(table.geometry, shapes, file)])
    areas: dict[str, Shape] = {}
    for code in sorted(set(codes)):
        parts = [shape for shape, own in zip(shapes, codes, strict=True) if own == code]
        areas[code] = parts[0] if len(parts) == 1 else polygonal(shapely.union_all(parts))
    # Codes kept as numbers have lost their zeros; where the areas are Dresden's, it is known how many there were.
    padded = {code.zfill(2): area for code, area in areas.items()}
    if len(padded) == len(areas) and lies_in_dresden(padded):
        areas = dict(sorted(padded.items()))
    return Boundaries(areas, column, repaired, tuple(_notes(areas, file)))


def _read(file: Path) -> "GeoDataFrame":
    import geopandas  # noqa: PLC0415  (half a second that only an import of boundaries needs)
    from pyogrio.errors import DataLayerError, DataSourceError  # noqa: PLC0415

    signature = _SIGNATURES.get(file.suffix.lower())
    try:
        if signature is None:
            raise InputError.of("geo.file_kind", file=file.name)
        if file.stat().st_size > MAX_UPLOAD_BYTES:
            raise InputError.of("geo.file_too_big", file=file.name, limit=MAX_UPLOAD_BYTES // 1024**2)
        with file.open("rb") as opened:
            if not re.match(signature, opened.read(512).removeprefix(b"\xef\xbb\xbf")):
                raise InputError.of("geo.file_content", file=file.name)
        table = geopandas.read_file(file)
    except OSError as error:
        raise InputError.of("geo.file_missing", file=file.name) from error
    except (DataSourceError, DataLayerError, ValueError, RuntimeError) as error:
        raise InputError.of("geo.file_content", file=file.name) from error
    if not isinstance(table, geopandas.GeoDataFrame) or table.empty:
        raise InputError.of("geo.no_areas", file=file.name)
    if table.crs is None:
        raise InputError.of("geo.no_crs", file=file.name)
    if table.crs.is_geographic and _beyond_degrees(table.total_bounds):
        raise InputError.of("geo.crs_wrong", file=file.name, crs=table.crs.name)
    moved = table.to_crs(METRES)
    bounds = moved.total_bounds
    if not (np.isnan(bounds).all() or np.isfinite(bounds).all()):
        raise InputError.of("geo.crs_wrong", file=file.name, crs=table.crs.name)
    return moved


def _beyond_degrees(bounds: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> bool:
    return bool(np.abs(bounds[[0, 2]]).max() > 180 or np.abs(bounds[[1, 3]]).max() > 90)


def _code_column(table: "GeoDataFrame", named: str | None, file: Path) -> str:
    columns = [str(c) for c in table.columns if c != table.geometry.name]
    lower = {c.lower(): c for c in reversed(columns)}
    there = ", ".join(columns) or "-"
    if named is not None:
        if named in columns:
            return named
        near = difflib.get_close_matches(named, columns, 1, 0)
        raise InputError(
            [
                Problem(
                    "geo.column_unknown", {"columns": there, "near": near[0] if near else "-"}, file.name, value=named
                )
            ]
        )
    for name in CODE_COLUMNS:
        if name in lower and _tells_apart(table, lower[name]):
            return lower[name]
    raise InputError.of("geo.no_code_column", file=file.name, columns=there, looked_for=", ".join(CODE_COLUMNS))


def _tells_apart(table: "GeoDataFrame", column: str) -> bool:
    """Return whether the column has more than one value, as codes of several areas have."""
    return len(table) == 1 or table[column].nunique() > 1


def _codes(table: "GeoDataFrame", column: str) -> list[str]:
    """Return the codes as text, empty where there is none."""
    codes = []
    for value in table[column].tolist():
        if value is None or value != value:  # noqa: PLR0124  (not a number is the only value unequal to itself)
            codes.append("")
        else:
            codes.append(str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip())
    return codes


def _mended(geometry: "GeoSeries") -> tuple[list[Shape], int]:
    """Return the valid areas of the rows, empty where a row has none, and how many were mended."""
    raw = np.array([shape if shape is not None else shapely.Polygon() for shape in geometry], dtype=object)
    raw = shapely.force_2d(raw)
    broken = ~shapely.is_valid(raw)
    raw[broken] = shapely.make_valid(raw[broken], method="structure", keep_collapsed=False)
    return [polygonal(shape) for shape in raw], int(broken.sum())


def _rows_without_code(codes: list[str], column: str, file: Path) -> list[Problem]:
    empty = [i + 1 for i, code in enumerate(codes) if not code]
    if not empty:
        return []
    rows = ", ".join(map(str, empty[:_ROWS_NAMED])) + (", …" if len(empty) > _ROWS_NAMED else "")
    return [Problem("geo.codes_missing", {"count": len(empty), "rows": rows}, file.name, column=column)]


def _rows_without_area(geometry: "GeoSeries", shapes: list[Shape], file: Path) -> list[Problem]:
    return [
        Problem("geo.not_an_area", {"number": i + 1, "kind": raw.geom_type if raw is not None else "-"}, file.name)
        for i, (raw, shape) in enumerate(zip(geometry, shapes, strict=True))
        if shape.is_empty
    ]


def _notes(areas: dict[str, Shape], file: Path) -> list[Problem]:
    notes = []
    if not shapely.coverage_is_valid(list(areas.values())):
        notes.append(Problem("geo.overlap", file=file.name, severity=Severity.WARNING))
    ours = by_code()
    missing = [code for code in ours if code not in areas]
    if missing and 2 * len(missing) < len(ours) and lies_in_dresden(areas):
        notes.append(
            Problem("geo.dresden_incomplete", {"codes": ", ".join(missing)}, file.name, severity=Severity.WARNING)
        )
    return notes
