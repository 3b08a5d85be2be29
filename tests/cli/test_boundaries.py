"""``planner boundaries``: import from a file."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def square(code: str, x: float) -> dict[str, object]:
    ring = [[x, 51.0], [x + 0.01, 51.0], [x + 0.01, 51.01], [x, 51.01], [x, 51.0]]
    return {
        "type": "Feature",
        "properties": {"quarter": code},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


@pytest.fixture
def layer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    file = tmp_path / "layer.geojson"
    features = [square("N1", 13.70), square("N2", 13.71)]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return file


def test_import(run: Run, layer: Path) -> None:
    """Codes and area are told; the boundaries are kept below the user's folder."""
    ran = run("boundaries", "import", layer, "--code-column", "quarter", "--json")
    assert ran.code == 0
    assert ran.data["codes"] == ["N1", "N2"]
    assert ran.data["square_kilometres"] == pytest.approx(1.56, abs=0.05)
    assert Path(ran.data["out"]).is_relative_to(layer.parent / "home")


def test_an_unknown_column_is_named(run: Run, layer: Path) -> None:
    """Exit 2 with the columns that are there."""
    ran = run("boundaries", "import", layer, "--code-column", "nothing", "--lang", "en")
    assert ran.code == 2
    assert "quarter" in ran.err
