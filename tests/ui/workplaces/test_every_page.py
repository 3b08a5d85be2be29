"""Every page and tab in both languages: nothing is barred to anybody, nothing is too wide, nothing goes wrong."""

import shutil

import pytest
from playwright.sync_api import expect

from planner.messages import LANGUAGES
from tests.ui.browsing import barriers, serving, settled, too_wide, watched
from tests.ui.speaking import foreign
from tests.ui.walking import VIEWS, go, speak

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

WIDTHS = (320, 1280)


@pytest.fixture(scope="module")
def page(browser, city, folder, tmp_path_factory):
    """Return the open app of a workstation with a released plan."""
    home = shutil.copytree(city, tmp_path_factory.mktemp("every"), dirs_exist_ok=True)
    with serving(home, folder) as address, watched(browser, address) as tab:
        yield tab


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_for_everybody(page, language):
    """Axe finds nothing on any page and tab; none scrolls sideways, shows a mishap or speaks another language."""
    speak(page, language)
    found = {}
    for view in VIEWS:
        go(page, view, language)
        expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
        words = {"foreign": said} if (said := foreign(page, language)) else {}
        found[view.title(language)] = (
            words | barriers(page) | {f"{width} px": wide for width in WIDTHS if (wide := _overhang(page, width)) > 0}
        )
    assert {title: broken for title, broken in found.items() if broken} == {}


def _overhang(tab, width):
    tab.set_viewport_size({"width": width, "height": 1000})
    settled(tab)
    return too_wide(tab)
