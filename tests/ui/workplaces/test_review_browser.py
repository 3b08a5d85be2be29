"""The page "Review" in a real browser: wide and narrow, with its exact prices."""

import shutil

import pytest

from tests.ui.browsing import PATIENCE, barriers, serving, settled, too_wide, watched

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser, solved, folder, tmp_path):
    """Return the open app of a workstation with a solved project."""
    shutil.copytree(solved[0], tmp_path, dirs_exist_ok=True)
    with serving(tmp_path, folder) as address, watched(browser, address) as tab:
        yield tab


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_case_is_read_wide_and_narrow(page):
    """The card with exact prices and the way breaks no rule of axe and never pushes the page sideways."""
    page.get_by_role("link", name="Prüfung").click()
    page.get_by_role("button", name="Genaue Preise und Begründungsblatt berechnen").click(timeout=PATIENCE)
    page.get_by_role("button", name="Begründungsblatt (PDF)").wait_for(timeout=2 * PATIENCE)
    settled(page)
    assert barriers(page) == {}
    assert page.locator(".city-map:visible .ways .way").count() == 1
    for width in (1440, 320):
        page.set_viewport_size({"width": width, "height": 1000})
        settled(page)
        assert too_wide(page) <= 0
