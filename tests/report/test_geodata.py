"""The geodata: the right places in the right systems, and nobody's home where it does not belong."""

import json
from pathlib import Path

import geopandas
import pyogrio
import pytest
import shapely
from pyproj import Geod

from planner.domain import Neighbourhood
from planner.report import plan_geojson, plan_geopackage
from tests.report.example import make_case, make_plan

ELSEWHERE = (
    Neighbourhood(code="X1", name="Mitte", borough="", lat=50.93, lon=6.95),
    Neighbourhood(code="X2", name="Rand", borough=""),
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = make_case()
    file = tmp_path_factory.mktemp("report") / "plan.gpkg"
    file.write_bytes(plan_geopackage(case, make_plan(case)))
    return file


def test_layers(package: Path) -> None:
    """There are three layers in EPSG:25833 that name their source."""
    assert [name for name, _ in pyogrio.list_layers(package)] == ["neighbourhoods", "sites", "ways"]
    for name in ("neighbourhoods", "sites", "ways"):
        info = pyogrio.read_info(package, layer=name)
        assert info["crs"] == "EPSG:25833"
        assert "dl-de/by-2-0" in info["layer_metadata"]["ATTRIBUTION"]


def test_neighbourhoods(package: Path) -> None:
    """Neighbourhoods are areas with their outcome; coverage is missing where the target is 0."""
    frame = geopandas.read_file(package, layer="neighbourhoods").set_index("code")
    assert frame.geometry.geom_type.isin({"Polygon", "MultiPolygon"}).all()
    assert frame.geometry.is_valid.all()
    assert frame.loc["95", ["target", "placed", "staying", "coverage"]].tolist() == [2, 2, 1, 1.0]
    assert frame["coverage"].isna().tolist() == [True, False]


def test_sites_lie_in_their_neighbourhood(package: Path) -> None:
    """A site without coordinates lies in its neighbourhood; empty ones are there as well."""
    places = geopandas.read_file(package, layer="neighbourhoods").set_index("code")
    sites = geopandas.read_file(package, layer="sites")
    assert sites["placed"].tolist() == [0, 2]
    assert sites["planned"].tolist() == [True, False]
    assert all(places.geometry[site.neighbourhood].contains(site.geometry) for site in sites.itertuples())


def test_ways(package: Path) -> None:
    """A way leads from the home to the work neighbourhood; who stays has none."""
    places = geopandas.read_file(package, layer="neighbourhoods").set_index("code")
    (way,) = geopandas.read_file(package, layer="ways").itertuples()
    assert (way.home, way.work, way.people) == ("07", "95", 1)
    start, end = way.geometry.boundary.geoms
    assert places.geometry["07"].contains(start)
    assert places.geometry["95"].contains(end)


def test_same_bytes() -> None:
    """The same plan gives the same bytes."""
    case = make_case()
    assert plan_geopackage(case, make_plan(case)) == plan_geopackage(case, make_plan(case))


def test_empty_plan_has_all_layers(tmp_path: Path) -> None:
    """A plan without placements has the same layers and columns."""
    case = make_case()
    plan = make_plan(case)
    empty = type(plan)(scenario=plan.scenario, status=plan.status, case_hash="", law="")
    file = tmp_path / "plan.gpkg"
    file.write_bytes(plan_geopackage(case, empty))
    assert pyogrio.read_info(file, layer="ways")["fields"].tolist() == ["home", "work", "people"]


def test_geojson_follows_rfc_7946() -> None:
    """Positions are longitude and latitude within Dresden, outer rings run counterclockwise, ids are unique."""
    case = make_case()
    collection = json.loads(plan_geojson(case, make_plan(case)))
    assert "crs" not in collection
    assert "dl-de/by-2-0" in collection["attribution"]
    shapes = [shapely.geometry.shape(feature["geometry"]) for feature in collection["features"]]
    box = shapely.box(13.5, 50.9, 14.0, 51.2)
    assert all(box.contains(shape) for shape in shapes)
    areas = [part for shape in shapes for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    assert len(areas) >= 2
    assert all(Geod(ellps="WGS84").geometry_area_perimeter(area)[0] > 0 for area in areas)
    assert len({feature["id"] for feature in collection["features"]}) == 4


def test_geojson_tells_no_home() -> None:
    """No property counts people by where they live, and no pseudonym is in the file."""
    case = make_case()
    text = plan_geojson(case, make_plan(case)).decode()
    keys = {key for feature in json.loads(text)["features"] for key in feature["properties"]}
    assert not keys & {"home", "people", "staying", "candidate_id"}
    assert "c2" not in text


def test_another_city(tmp_path: Path) -> None:
    """Without areas a neighbourhood is a point, and without a position its geometry is missing."""
    case = make_case(ELSEWHERE)
    collection = json.loads(plan_geojson(case, make_plan(case)))
    kinds = [feature["geometry"] and feature["geometry"]["type"] for feature in collection["features"]]
    assert kinds == ["Point", None, "Point", None]
    assert collection["features"][0]["geometry"]["coordinates"] == [6.95, 50.93]
    file = tmp_path / "plan.gpkg"
    file.write_bytes(plan_geopackage(case, make_plan(case)))
    assert len(geopandas.read_file(file, layer="ways")) == 1
