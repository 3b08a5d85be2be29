import json
from collections.abc import Sequence
from pathlib import Path

import geopandas
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from planner.errors import InputError
from planner.geo import ATTRIBUTION, city_map, forget_boundaries, import_boundaries
from planner.geo.generalised import generalised_layer
from planner.geo.stored import stored_path

SQUARES = [shapely.box(x, 0, x + 1000, 1000) for x in (400_000, 401_000, 402_000)]


def write(
    file: Path,
    geometry: Sequence[BaseGeometry | None],
    crs: str | None = "EPSG:25833",
    **columns: Sequence[object],
) -> Path:
    """Write a layer in the format that the ending of the file says."""
    geopandas.GeoDataFrame(columns, geometry=list(geometry), crs=crs).to_file(file)
    return file


def refused(file: Path, column: str | None = None) -> list[tuple[str, str]]:
    """Return code and English text of every problem, and see that nothing was stored."""
    with pytest.raises(InputError) as caught:
        import_boundaries(file, column)
    assert not stored_path().exists()
    assert all(p.text("de") != p.text("en") for p in caught.value.problems)
    return [(p.code, p.text("en")) for p in caught.value.problems]


@pytest.mark.parametrize("name", ["a.geojson", "a.gpkg", "a.shp"])
@pytest.mark.parametrize("crs", ["EPSG:25833", "EPSG:4326", "EPSG:3857", "EPSG:31468"])
@pytest.mark.filterwarnings("ignore:.*crs.*:UserWarning")
def test_formats_and_systems(tmp_path: Path, name: str, crs: str) -> None:
    """GeoJSON, GeoPackage and Shapefile in any system give the same areas in metres, used from then on."""
    shapes = geopandas.GeoSeries([s.buffer(0) for s in SQUARES], crs="EPSG:25833").translate(0, 5_655_000)
    file = write(tmp_path / name, list(shapes.to_crs(crs)), crs, CODE=["a", "b", "c"])
    found = import_boundaries(file)
    assert found.codes == ("a", "b", "c")
    assert found.column == "CODE"
    assert found.square_kilometres == pytest.approx(3.0, rel=2e-4)
    assert (found.repaired, found.attribution) == (0, "")
    drawn = city_map(["a", "b", "c"])
    assert drawn is not None
    assert drawn.source == "file"


def test_official_layer(official: Path) -> None:
    """The city's layer has 64 valid areas of 328.28 km²; the city is named on the map without being asked for."""
    found = import_boundaries(official)
    assert len(found.codes) == 64
    assert found.square_kilometres == pytest.approx(328.277, abs=0.01)
    assert (found.column, found.repaired, found.notes, found.attribution) == ("code", 0, (), ATTRIBUTION)


def test_forgetting(official: Path) -> None:
    """Imported boundaries can be taken back; then the generalised ones hold."""
    import_boundaries(official)
    assert forget_boundaries()
    assert not forget_boundaries()
    drawn = city_map(["07"])
    assert drawn is not None
    assert drawn.generalised


def test_guess_and_name_of_the_column(tmp_path: Path) -> None:
    """The likeliest column is taken; a column that is the same everywhere is none; a named one is taken whatever."""
    file = write(tmp_path / "a.gpkg", SQUARES, blocknr=["x", "y", "z"], code=["k"] * 3, bez=["p", "q", "r"])
    assert import_boundaries(file).codes == ("x", "y", "z")
    assert import_boundaries(file, "bez").codes == ("p", "q", "r")


def test_several_rows_of_one_code(tmp_path: Path) -> None:
    """Rows with the same code are one area."""
    found = import_boundaries(write(tmp_path / "a.gpkg", SQUARES, code=["x", "x", "y"]))
    assert found.codes == ("x", "y")
    assert found.square_kilometres == pytest.approx(3)


def test_numbers_get_their_zeros_back(tmp_path: Path) -> None:
    """Dresden's codes written as numbers become codes again; those of places elsewhere stay as they are."""
    areas = generalised_layer().areas
    dresden = write(tmp_path / "d.gpkg", list(areas.values()), blocknr=[int(code) for code in areas])
    assert import_boundaries(dresden).codes == tuple(areas)
    assert import_boundaries(write(tmp_path / "o.gpkg", SQUARES, nr=[1.0, 2.0, 7.0])).codes == ("1", "2", "7")


def test_broken_areas_are_mended(tmp_path: Path) -> None:
    """A self-crossing border is mended and counted; a third dimension is dropped."""
    bow = shapely.Polygon([(0, 0), (1000, 1000), (1000, 0), (0, 1000)])
    raised = shapely.force_3d(SQUARES[0], 117.0)
    found = import_boundaries(write(tmp_path / "a.gpkg", [bow, raised], code=["x", "y"]))
    assert found.repaired == 1
    assert found.square_kilometres == pytest.approx(1.5)


def test_overlap_is_a_warning(tmp_path: Path) -> None:
    """Areas that overlap are used and said to."""
    found = import_boundaries(
        write(tmp_path / "a.gpkg", [shapely.box(0, 0, 2, 2), shapely.box(1, 0, 3, 2)], code=[1, 2])
    )
    assert [note.code for note in found.notes] == ["geo.overlap"]
    drawn = city_map(["1", "2"])
    assert drawn is not None


def test_incomplete_dresden_is_a_warning(tmp_path: Path) -> None:
    """A layer of Dresden without some of its districts is said to lack them, and the whole city keeps its map."""
    areas = dict(list(generalised_layer().areas.items())[2:])
    found = import_boundaries(write(tmp_path / "a.gpkg", list(areas.values()), code=list(areas)))
    assert [(note.code, note.params["codes"]) for note in found.notes] == [("geo.dresden_incomplete", "01, 02")]
    drawn = city_map(["01", "07"])
    assert drawn is not None
    assert drawn.generalised


def test_no_code_column(tmp_path: Path) -> None:
    """Without a code column the columns there are and the names looked for are told; a wrong name gets the nearest."""
    file = write(tmp_path / "a.gpkg", SQUARES, bezeichnung=["p", "q", "r"])
    ((code, text),) = refused(file)
    assert code == "geo.no_code_column"
    assert "bezeichnung" in text
    assert "blocknr" in text
    ((code, text),) = refused(file, "bezeichnun")
    assert code == "geo.column_unknown"
    assert text.endswith("Nearest: bezeichnung.")


def test_rows_are_judged_all_at_once(tmp_path: Path) -> None:
    """Rows without a code, with a line, or with nothing are all named at once."""
    shapes: list[BaseGeometry | None] = [*SQUARES, shapely.LineString([(0, 0), (1, 1)]), None]
    file = write(tmp_path / "a.gpkg", shapes, code=["a", None, " ", "d", "e"])
    problems = refused(file)
    assert [code for code, _ in problems] == ["geo.codes_missing", "geo.not_an_area", "geo.not_an_area"]
    assert "2 areas have no code in column code (areas 2, 3)" in problems[0][1]
    assert "feature 4 is no area but LineString" in problems[1][1]


def test_no_system_of_coordinates(tmp_path: Path) -> None:
    """A Shapefile without .prj is refused; so is GeoJSON whose numbers are metres."""
    write(tmp_path / "a.shp", SQUARES, code=["a", "b", "c"])
    (tmp_path / "a.prj").unlink()
    assert refused(tmp_path / "a.shp")[0][0] == "geo.no_crs"
    metres = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"code": str(i)}, "geometry": shapely.geometry.mapping(square)}
            for i, square in enumerate(SQUARES)
        ],
    }
    (tmp_path / "a.geojson").write_text(json.dumps(metres))
    assert refused(tmp_path / "a.geojson")[0][0] == "geo.crs_wrong"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"%PDF", "geo.file_kind"),
        ("a.geojson", b"", "geo.file_content"),
        ("a.geojson", b"<OGRVRTDataSource/>", "geo.file_content"),
        ("a.geojson", b'{"type": "FeatureColl', "geo.file_content"),
        ("a.gpkg", b"SQLite format 3\0 and then nothing", "geo.file_content"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}', "geo.no_areas"),
        ("a.shp", b"\x00\x00\x27\x0a", "geo.file_content"),
    ],
)
def test_other_files(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    """Other formats, wrong content, damaged and empty files are refused with what is wrong."""
    (tmp_path / name).write_bytes(content)
    assert [found for found, _ in refused(tmp_path / name)] == [code]


def test_absent_file(tmp_path: Path) -> None:
    """A file that is not there is said to be missing."""
    assert refused(tmp_path / "a.geojson")[0][0] == "geo.file_missing"
