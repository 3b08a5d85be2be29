"""The paper on what axe finds."""

from tests.ui.axe_paper import PAPER, STATES, paper
from tests.ui.browsing import ROOT


def test_the_paper_names_every_page_that_is_walked():
    """Pages, rules and the version of axe are those of the tests."""
    assert PAPER.read_text(encoding="utf-8") == paper()


def test_every_story_it_names_asks_axe():
    """Each state stands beside a test that exists and looks for barriers."""
    for state, place in STATES:
        file, name = place.split("::")
        source = (ROOT / "tests" / "ui" / "workplaces" / file).read_text(encoding="utf-8")
        body = source.split(f"def {name}(")[1].split("\ndef ")[0]
        assert "barriers(" in body, state
