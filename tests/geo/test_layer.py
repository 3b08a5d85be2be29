from pathlib import Path

import pytest
import shapely

from planner.geo.layer import Layer, load_layer, polygonal, save_layer
from planner.geo.voronoi import voronoi_areas


def test_saved_and_loaded(tmp_path: Path) -> None:
    """A layer reads back equal, and no temporary file stays behind."""
    layer = Layer({"1": shapely.box(0, 0, 1, 1), "2": polygonal(shapely.box(1, 0, 2, 1))}, "file", "Amt für Karten")
    save_layer(layer, tmp_path / "sub" / "layer.json")
    assert load_layer(tmp_path / "sub" / "layer.json") == layer
    assert [f.name for f in (tmp_path / "sub").iterdir()] == ["layer.json"]


@pytest.mark.parametrize(
    "content",
    ["", "null", "{}", '{"format": 0}', '{"format": 1, "source": "", "attribution": "", "areas": {}}',
     '{"format": 1, "source": "", "attribution": "", "areas": {"1": "00"}}',
     '{"format": 1, "source": "", "attribution": "", "areas": {"1": "010100000000000000000000000000000000000000"}}'],
)  # fmt: skip
def test_damaged_files(tmp_path: Path, content: str) -> None:
    """Whatever else a file holds, it is no layer and no crash."""
    (tmp_path / "x").write_text(content)
    assert load_layer(tmp_path / "x") is None
    assert load_layer(tmp_path / "absent") is None


def test_failed_write_leaves_nothing(tmp_path: Path) -> None:
    """A write that fails leaves the old file as it was and no temporary one."""
    path = tmp_path / "layer.json"
    save_layer(Layer({"1": shapely.box(0, 0, 1, 1)}, "file", ""), path)
    before = path.read_bytes()
    with pytest.raises(TypeError):
        save_layer(Layer({"1": shapely.box(0, 0, 1, 1)}, "file", b"no text"), path)  # type: ignore[arg-type]
    assert path.read_bytes() == before
    assert [f.name for f in tmp_path.iterdir()] == ["layer.json"]


def test_polygonal_part() -> None:
    """Of a mixed geometry only what has an area is kept, however deep it is nested."""
    inner = shapely.GeometryCollection([shapely.MultiPolygon([shapely.box(0, 0, 1, 1)]), shapely.Point(5, 5)])
    mixed = shapely.GeometryCollection([inner, shapely.LineString([(0, 0), (9, 9)]), shapely.box(3, 3, 4, 4)])
    assert polygonal(mixed).area == 2
    assert polygonal(shapely.Point(0, 0)).is_empty


def test_cells_of_four_points() -> None:
    """Two labelled points between two outside ones share the ground halfway to their neighbours."""
    import numpy as np

    points = np.array([[0.0, 0], [10, 0], [20, 0], [30, 0], [5, 50], [25, 50], [5, -50], [25, -50]])
    areas = voronoi_areas(["", "a", "b", "", "", "", "", ""], points)
    assert list(areas) == ["a", "b"]
    assert areas["a"].contains(shapely.Point(10, 0))
    assert areas["a"].intersection(areas["b"]).length > 40
    assert areas["a"].bounds[0] == pytest.approx(5)
    assert areas["a"].bounds[2] == pytest.approx(15)
