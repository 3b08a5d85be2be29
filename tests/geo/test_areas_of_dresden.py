import json
from pathlib import Path

import pytest
import shapely

from planner.geo import dresden_neighbourhoods
from planner.geo.crs import to_metres
from planner.geo.generalised import generalised_layer
from planner.geo.geofile import read_boundaries
from planner.geo.layer import Layer
from planner.settings import cache_dir


@pytest.fixture(scope="module")
def layer() -> Layer:
    return generalised_layer()


def test_sixty_four_single_areas(layer: Layer) -> None:
    """The merged cells are 64 single polygons without gap or overlap and as large as the city, 328 km²."""
    shapes = list(layer.areas.values())
    assert set(layer.areas) == {n.code for n in dresden_neighbourhoods()}
    assert {shape.geom_type for shape in shapes} == {"Polygon"}
    assert shapely.coverage_is_valid(shapes)
    assert sum(shape.area for shape in shapes) / 1e6 == pytest.approx(328.28, abs=0.5)
    assert shapely.union_all(shapes).area == pytest.approx(sum(shape.area for shape in shapes))
    assert shapely.union_all(shapes).geom_type == "Polygon"


def test_points_lie_in_their_areas(layer: Layer) -> None:
    """The representative point of every district lies in its area or within 300 m of it."""
    for n in dresden_neighbourhoods():
        point = shapely.Point(to_metres(n.lat or 0, n.lon or 0)[0])
        assert layer.areas[n.code].distance(point) < 300


def _neighbours(areas: dict[str, shapely.Polygon | shapely.MultiPolygon], code: str) -> set[str]:
    """Districts with more than 50 m of common border."""
    return {c for c, a in areas.items() if c != code and a.intersection(areas[code]).length > 50}


def test_neighbours_of_johannstadt(layer: Layer) -> None:
    """Johannstadt-Süd borders on Pirnaische Vorstadt, Großer Garten, Johannstadt-Nord and the west of Striesen."""
    assert _neighbours(dict(layer.areas), "07") == {"02", "03", "06", "53", "54"}


def test_agreement_with_the_official_layer(layer: Layer, official: Path) -> None:
    """Every area overlaps its official one by 85 % at least, by 94 % in the mean; the neighbours of 07 are the same."""
    real = read_boundaries(official).areas
    overlap = {
        code: area.intersection(real[code]).area / area.union(real[code]).area for code, area in layer.areas.items()
    }
    assert min(overlap.values()) >= 0.85
    assert sum(overlap.values()) / 64 == pytest.approx(0.943, abs=0.003)
    assert _neighbours(real, "07") == _neighbours(dict(layer.areas), "07")


def test_damaged_cache_is_computed_again() -> None:
    """A cache file that was cut off or holds something else is replaced, and the areas are the same."""
    generalised_layer.cache_clear()
    fresh = generalised_layer()
    (file,) = (cache_dir() / "boundaries").iterdir()
    whole = file.read_text()
    for damage in (whole[: len(whole) // 2], "", "[]", json.dumps({"format": 1, "areas": {"01": "zz"}})):
        file.write_text(damage)
        generalised_layer.cache_clear()
        assert generalised_layer().areas == fresh.areas
        assert file.read_text() == whole
    assert [f.name for f in file.parent.iterdir()] == [file.name]


def test_cache_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no cache can be kept, the areas are computed all the same."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PLANNER_CACHE_DIR", str(tmp_path / "file"))
    generalised_layer.cache_clear()
    assert len(generalised_layer().areas) == 64
