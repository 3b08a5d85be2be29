from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely import Polygon

from planner.geo import ATTRIBUTION, CityMap, city_map, dresden_neighbourhoods, import_boundaries
from planner.geo.citymap import as_rings
from planner.geo.geofile import read_boundaries
from planner.geo.layer import Layer
from planner.geo.stored import store, stored_path
from tests.geo.cases import LEIPZIG, case_of, dresden_case


def drawn() -> CityMap:
    found = city_map(dresden_case())
    assert found is not None
    return found


def test_generalised_map_of_dresden() -> None:
    """Without imported boundaries the map shows 64 areas, ten boroughs and the river, and says it is generalised."""
    found = drawn()
    assert (len(found.areas), len(found.boroughs), len(found.river)) == (64, 10, 1)
    assert found.generalised
    assert found.source == "reference_points"
    assert found.attribution == ATTRIBUTION
    assert found.missing == ()
    assert found.notes == ()


def test_rings_are_closed_and_in_bounds() -> None:
    """Every ring is closed, has a corner to spare and lies within the bounds; the bounds are Dresden's."""
    found = drawn()
    west, south, east, north = found.bounds
    assert 25_000 < east - west < 30_000
    assert 20_000 < north - south < 25_000
    for shapes in (found.areas, found.boroughs):
        for rings in (ring for area in shapes.values() for polygon in area for ring in polygon):
            assert len(rings) >= 4
            assert np.array_equal(rings[0], rings[-1])
            assert (rings >= [west, south]).all()
            assert (rings <= [east, north]).all()


def test_labels_lie_inside() -> None:
    """The place for the label lies inside its area."""
    found = drawn()
    assert all(Polygon(found.areas[code][0][0]).contains(shapely.Point(xy)) for code, xy in found.points.items())


def test_boroughs_cover_their_neighbourhoods() -> None:
    """The boroughs together are as large as the neighbourhoods together."""
    found = drawn()
    size = [sum(Polygon(a[0][0]).area for a in shapes.values()) for shapes in (found.areas, found.boroughs)]
    assert size[0] == pytest.approx(size[1])


def test_by_bare_codes() -> None:
    """Dresden's codes alone are enough for a map; codes that nobody knows have none."""
    some = city_map(["07", "23"])
    assert some is not None
    assert set(some.areas) == {"07", "23"}
    assert set(some.boroughs) == {"Altstadt", "Pieschen"}
    assert city_map(["07", "XY"]) is None
    assert city_map([]) is None


def test_another_city_with_the_same_codes() -> None:
    """A case that numbers its districts like Dresden but calls them otherwise gets no map of Dresden."""
    foreign = [replace(n, name="Ort", borough="Bezirk", lat=None, lon=None) for n in dresden_neighbourhoods()[:3]]
    assert city_map(case_of(foreign)) is None


def test_asking_again_is_free() -> None:
    """The same case has the same map object until boundaries are imported."""
    assert city_map(dresden_case()) is city_map(dresden_case())


def test_imported_boundaries_win(official: Path) -> None:
    """After an import the map shows the imported borders, small enough to draw and true to 2 % of every area."""
    import_boundaries(official)
    found = drawn()
    assert not found.generalised
    assert found.source == "file"
    assert len(found.areas) == 64
    assert sum(len(ring) for a in found.areas.values() for p in a for ring in p) < 8_000
    shapes = [shapely.MultiPolygon([Polygon(p[0], p[1:]) for p in area]) for area in found.areas.values()]
    assert shapely.coverage_is_valid(shapes)
    real = read_boundaries(official).areas
    for code, shape in zip(found.areas, shapes, strict=True):
        assert shape.intersection(real[code]).area / shape.union(real[code]).area > 0.98


def test_boundaries_of_another_city_do_not_cover_dresden() -> None:
    """Imported areas that carry Dresden's codes but lie elsewhere leave Dresden's map alone."""
    codes = [n.code for n in dresden_neighbourhoods()]
    store(Layer({code: shapely.box(i, 0, i + 1, 1) for i, code in enumerate(codes)}, "file", ""))
    assert drawn().source == "reference_points"


def test_a_map_with_gaps() -> None:
    """Imported areas of another city are drawn; neighbourhoods without an area are listed."""
    store(Layer({"00": shapely.box(316000, 5690000, 320000, 5694000)}, "file", "Stadt Leipzig"))
    found = city_map(case_of(LEIPZIG))
    assert found is not None
    assert set(found.areas) == {"00"}
    assert found.missing == ("70", "XY")
    assert found.attribution == "Stadt Leipzig"
    assert found.river == ()


def test_damaged_import_is_said() -> None:
    """A damaged file of imported boundaries gives the generalised map with a warning, not an error."""
    stored_path().parent.mkdir(parents=True)
    stored_path().write_text("{")
    found = drawn()
    assert found.generalised
    assert [note.code for note in found.notes] == ["geo.stored_unreadable"]


def test_holes_and_parts() -> None:
    """Several polygons come largest first, each with its outer ring before its holes."""
    with_hole = shapely.box(0, 0, 10, 10).difference(shapely.box(4, 4, 6, 6))
    assert isinstance(with_hole, Polygon)
    area = as_rings(shapely.MultiPolygon([shapely.box(20, 0, 21, 1), with_hole]))
    assert [len(polygon) for polygon in area] == [2, 1]
    assert Polygon(area[0][0]).area == 100
    assert Polygon(area[0][1]).area == 4
