"""Fresh folders for every test, so that nobody's imported boundaries or cache play a part."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test its own home and cache folder; return the home."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PLANNER_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def official() -> Path:
    """Return the city's own layer, which lies beside the repository on some machines and never in it."""
    file = Path(__file__).parents[3] / "shared" / "data" / "dresden" / "official.geojson"
    if not file.exists():
        pytest.skip("the city's official layer is not here")
    return file
