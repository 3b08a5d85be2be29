"""Decimal numbers as people type them."""

from decimal import Decimal

import pytest

from planner.ui.planning.editor.decimals import read_decimal, write_decimal
from planner.ui.words import Words


@pytest.mark.parametrize(
    ("typed", "number"),
    [("0,4", "0.4"), ("0.4", "0.4"), (",5", "0.5"), (" 12 ", "12"), ("", "0"), ("−1", "-1"), ("3,", "3")],
)
def test_comma_and_point_part_the_decimals(typed, number):
    """Either is read, in both languages; a blank field is nought."""
    assert read_decimal(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["viel", "1.000,5", "0,4,1", "1e3", "nan", "4 %", "9" * 40])
def test_what_is_no_number_is_not_guessed(typed):
    """Thousands are not told from decimals, so two separators are none; neither are words and powers."""
    assert read_decimal(typed) is None


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("value", [0.0, 0.4, 9.0, 1000.0, 1234.5, 2_500_000.0, 1 / 3, 1e-7])
def test_what_a_field_shows_is_read_as_the_same_number(value, language):
    """A weight that nobody touched stays what it is: a thousand is not taken for one, a third keeps its digits."""
    assert float(read_decimal(write_decimal(value, Words(language)))) == value
