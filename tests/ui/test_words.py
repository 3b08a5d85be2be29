"""The app's voice."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import planner.ui
from planner.domain import Tier
from planner.messages import gettext
from planner.messages.widgets import WIDGETS
from planner.ui.words import Words

LOCALE = Path(planner.ui.__file__).parent.parent / "locale" / "de"


def catalogue(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        return {
            entry.id if isinstance(entry.id, str) else entry.id[0]: entry.string for entry in read_po(file) if entry.id
        }


def test_every_message_of_the_app_has_german_words():
    """Nothing the app says stays English in German."""
    known = {message for path in LOCALE.glob("*.po") for message in catalogue(path)}
    found = extract_from_dir(
        Path(planner.ui.__file__).parent, method_map=[("**.py", "python")], keywords={"words": None, "plural": (1, 2)}
    )
    used = {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}
    assert len(used) > 80
    assert used <= known


def test_no_message_is_translated_twice():
    """The app's catalogue repeats no other room's: one message, one translation."""
    ours = set(catalogue(LOCALE / "ui.po"))
    others = {message for path in LOCALE.glob("*.po") if path.name != "ui.po" for message in catalogue(path)}
    assert not ours & others


def test_names_in_braces_survive_translation():
    """A translation fills in the same values as the original."""
    for original, german in catalogue(LOCALE / "ui.po").items():
        forms = german if isinstance(german, tuple) else (german,)
        for name in ("{n}", "{all}", "{name}", "{day}", "{tier}", "{low}", "{high}", "{share}", "{code}", "{codes}"):
            assert (name in original) <= (name in forms[-1]), original


@pytest.mark.parametrize(("met", "said"), [(0, "0%"), (200, "67%"), (299, "99%"), (300, "100%"), (301, "101%")])
def test_full_coverage_is_said_of_nothing_less(met, said):
    """One post short of 300 is not 100 %, nor is one too many: both are told from the whole."""
    assert Words("en").coverage(met / 300) == said


def test_numbers_dates_and_money_are_written_as_in_the_language():
    """German uses comma, point and DD.MM.YYYY; English the other way round."""
    german, english = Words("de"), Words("en")
    assert german.number(1234.5, 1) == "1.234,5"
    assert english.number(1234.5, 1) == "1,234.5"
    assert german.number(13, 1) == "13"
    assert german.number(13, 1, least=1) == "13,0"
    assert german.percent(0.125, 1) == "12,5\u00a0%"
    assert english.percent(0.125, 1) == "12.5%"
    assert german.euros(123_456_00) == "123.456\u00a0€"
    assert german.day(date(2027, 3, 1)) == "01.03.2027"
    assert english.day(date(2027, 3, 1)) == "1 March 2027"
    assert german.signed(2) == "+2"
    assert german.signed(-2) == "−2"
    assert german.signed(0) == "0"


def test_plural_forms_name_their_number():
    """One problem and several read differently."""
    words = Words("de")
    singular, plural = "One note or assumption", "{n} notes and assumptions"
    assert words.plural(singular, plural, 1) == "Ein Hinweis"
    assert words.plural(singular, plural, 3) == "3 Hinweise und Annahmen"


def test_words_of_streamlits_own_widgets_are_translated_too():
    """What Streamlit says by itself has a German phrase, which keeps the name or number in it."""
    for phrase in WIDGETS:
        german = gettext(phrase, "de")
        assert german != phrase
        assert ("{what}" in phrase) == ("{what}" in german)


def test_every_objective_says_what_it_counts():
    """No number of the certificate stands without a unit."""
    for tier in Tier:
        assert Words("de").of(f"unit.{tier}") != Words("en").of(f"unit.{tier}") != ""


def test_days_in_sentences_are_written_as_in_the_language():
    """A sentence about the law names its day as German offices write it; English keeps ISO."""
    params = {"key": "x", "amount": "1", "day": "2027-12-31"}
    assert "31.12.2027" in Words("de").of("law.held_on", **params)
    assert "2027-12-31" in Words("en").of("law.held_on", **params)


def test_a_moment_is_told_by_the_clock_of_the_reader():
    """Stored in UTC, shown by the reader's clock; a zone that nobody knows counts as the city's."""
    at = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert Words("de").moment(at) == "02.07.2026, 01:30"
    assert Words("en", "America/New_York").moment(at).endswith(", 19:30")
    assert Words("de", "Nirgends/Dort").moment(at) == "02.07.2026, 01:30"


@pytest.mark.parametrize("zone", ["", "Europe", "../etc", "/etc/passwd", "a" * 400, "a\0b", "Nowhere/Land"])
def test_a_clock_that_nobody_knows_hangs_here(zone):
    """Whatever the browser says its zone is, the page is drawn."""
    at = datetime(2027, 3, 1, 12, tzinfo=UTC)
    assert Words("de", zone).local(at) == at
    assert Words("de", zone).moment(at) == "01.03.2027, 13:00"
