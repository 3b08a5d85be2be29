"""Numbers as a language writes them."""

from decimal import Decimal

from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import example, given
from hypothesis import strategies as st

from planner.messages import LANGUAGES
from planner.messages.written import LOCALE, MINUS, euros, number, percent

NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9).map(lambda value: round(value, 6)),
    st.decimals(-(10**9), 10**9, places=4),
)


@given(NUMBERS, st.sampled_from(LANGUAGES), st.integers(0, 4), st.integers(0, 4))
@example(2.5, "de", 0, 0)
@example(-0.2, "en", 0, 0)
def test_numbers_are_written_as_babel_writes_them(value, language, digits, least):
    """Rounding, separators and the decimals that may be left out are those of Babel; the minus is a true one."""
    least = min(digits, least)
    pattern = "#,##0" + ("." + "0" * least + "#" * (digits - least) if digits else "")
    wanted = format_decimal(value, pattern, LOCALE[language])
    assert number(value, language, digits, least) == wanted.replace("-", MINUS)


@given(NUMBERS, st.sampled_from(LANGUAGES), st.integers(0, 3))
def test_shares_are_written_as_babel_writes_them(value, language, digits):
    """Scaled, rounded and with the language's space before the sign."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "") + ("\u00a0%" if language == "de" else "%")
    wanted = format_percent(value, pattern, LOCALE[language])
    assert percent(value, language, digits) == wanted.replace("-", MINUS)


@given(st.integers(-(10**12), 10**12), st.sampled_from(LANGUAGES))
def test_amounts_are_written_as_babel_writes_them(cents, language):
    """Whole EUR, the sign behind."""
    wanted = format_currency(Decimal(cents) / 100, "EUR", "#,##0\u00a0¤", LOCALE[language], currency_digits=False)
    assert euros(cents, language) == wanted.replace("-", MINUS)
