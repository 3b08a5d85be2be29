"""Numbers on the terminal."""

from planner.cli.numbers import gap, number


def test_separators_are_those_of_the_language():
    """A German point parts thousands and never decimals."""
    assert number(1020184, "de") == "1.020.184"
    assert number(1020184, "en") == "1,020,184"
    assert number(218_892_788_635_000_001, "en") == "218,892,788,635,000,001"


def test_a_gap_is_a_share_with_the_languages_comma():
    """65 percent is never read as 65 thousand; a gap that says nothing is a dash."""
    assert gap(0.65, "de") == "65,0000\u00a0%"
    assert gap(0.65, "en") == "65.0000%"
    assert gap(27.0, "de") == "–"
