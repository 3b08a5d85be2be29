"""A browser for the tests of the map, and what it draws."""

from pathlib import Path

import pytest

from planner.geo import city_map
from planner.ui.map.payload import map_payload
from planner.ui.words import Words
from tests.ui.browsing import chromium
from tests.ui.map.stage import Stage, crowded


@pytest.fixture(scope="session")
def payload(case, plan):
    """Return the small town."""
    return map_payload(case, plan, city_map(case), Words("de"), name="map")


@pytest.fixture(scope="session")
def full(payload):
    """Return 64 neighbourhoods, 300 sites and 600 ways."""
    return crowded(payload)


@pytest.fixture(scope="package")
def browser():
    """Return a browser for all tests of the map; closed before any others, whose loops could not run beside it."""
    with chromium() as program:
        yield program


@pytest.fixture(scope="package")
def window(browser):
    """Return a page as wide as the column of a workplace."""
    tab = browser.new_page(viewport={"width": 900, "height": 1000})
    stage = Stage(tab)
    yield stage
    tab.close()
    assert stage.complaints == []


@pytest.fixture
def stage(window, payload):
    """Return the page with a map on which nothing is chosen yet."""
    window.tab.set_viewport_size({"width": 900, "height": 1000})
    window.tab.mouse.move(0, 0)
    return window.mount(payload)


@pytest.fixture(scope="session")
def official() -> Path:
    """Return the city's own layer, which lies beside the repository on some machines and never in it."""
    file = Path(__file__).parents[4] / "shared" / "data" / "dresden" / "official.geojson"
    if not file.exists():
        pytest.skip("the city's official layer is not here")
    return file
