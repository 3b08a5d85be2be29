"""Which language somebody gets before they have chosen one."""

import pytest

from planner.ui.preference import preferred


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("de-DE,de;q=0.9,en;q=0.8", "de"),
        ("en-GB,en;q=0.9,de;q=0.1", "en"),
        ("fr-FR, fr;q=0.9, en;q=0.7", "en"),
        ("de;q=0.3, en-US;q=0.4", "en"),
        ("en;q=0, de;q=0.1", "de"),
        ("EN", "en"),
        ("tr", "de"),
        ("*", "de"),
        ("en;q=much, de", "de"),
        ("", "de"),
        (None, "de"),
    ],
)
def test_the_browser_is_asked(accepted, language):
    """The language wanted most of those we have; German where none is."""
    assert preferred(None, None, accepted) == language


def test_the_address_goes_before_the_cookie_and_the_cookie_before_the_browser():
    """What was said on purpose counts more than what was set up once."""
    assert preferred("de", "en", "en") == "de"
    assert preferred(None, "de", "en") == "de"
    assert preferred("xx", "<en>", "en-US") == "en"
