"""A plan as a GeoPackage, as QGIS and other geographical information systems open it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyogrio

from planner.domain import Case, Plan
from planner.report import layers

FIXED_TIME = "1980-01-01T00:00:00Z"
"""Written as the time of the last change, so that the same plan gives the same bytes."""


def plan_geopackage(case: Case, plan: Plan) -> bytes:
    """Return the plan as a GeoPackage in EPSG:25833. For planners only: two of its parts count people by home.

    Layers: ``neighbourhoods`` (areas with need, target, placed, planned posts, coverage, and ``staying``: how many
    people work where they live), ``sites`` (points with posts and placed) and ``ways`` (lines from home to work
    neighbourhood with the number of people). The attribution stands in the metadata and in a column.

    Returns
    -------
    bytes
        The same plan gives the same bytes.
    """
    places = layers.neighbourhoods(case, plan)
    places["staying"] = places["code"].map(layers.staying(case, plan)).fillna(0).astype(int)
    source = layers.attribution(case)
    about = {"TITLE": plan.scenario.name, "ATTRIBUTION": source, "CASE_HASH": plan.case_hash}
    with tempfile.TemporaryDirectory() as folder, _fixed_time():
        file = Path(folder) / "plan.gpkg"
        for name, frame, geometry in (
            ("neighbourhoods", places, "Unknown"),
            ("sites", layers.sites(case, plan), "Point"),
            ("ways", layers.ways(case, plan), "LineString"),
        ):
            pyogrio.write_dataframe(
                frame,
                file,
                layer=name,
                driver="GPKG",
                geometry_type=geometry,
                append=file.exists(),
                layer_metadata={"ATTRIBUTION": source},
                dataset_metadata=None if file.exists() else about,
            )
        return file.read_bytes()


@contextmanager
def _fixed_time() -> Iterator[None]:
    """Let GDAL write the same time whenever it is asked."""
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": FIXED_TIME})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
