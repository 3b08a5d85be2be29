"""What the handbook says is so."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from streamlit.testing.v1 import AppTest

import planner.ui
from planner.ui.help.chapters import CHAPTERS, Picture, chapter_parts
from planner.ui.tour import TOURS
from planner.ui.words import Words
from tests.ui.handbook.reading import HANDBOOK, LANGUAGES, PICTURES, SHOWN, chapters, labels, pictures

MOST_BYTES = 150_000


@pytest.fixture(scope="module")
def known():
    """Return everything the program says in German, as patterns."""
    said = set(LANGUAGES)
    for file in (Path(planner.ui.__file__).parent.parent / "locale" / "de").glob("*.po"):
        with file.open("rb") as content:
            for entry in read_po(content):
                said |= {entry.string} if isinstance(entry.string, str) else set(entry.string)
    # A label may begin a longer one: “Warum diese Einsatzstelle: 74 von 100 Punkten”.
    return {
        re.escape(one).replace(r"\{", "{").replace(r"\}", "}") for one in said | {one.split(":")[0] for one in said}
    }


def test_every_label_is_on_the_screen(known):
    """What the handbook prints in bold is a text of the program, letter by letter."""
    patterns = [re.compile(re.sub(r"{\w+}", ".+", one)) for one in known]
    unknown = {
        name: missing
        for name, text in chapters().items()
        if (missing := [one for one in labels(text) if not any(pattern.fullmatch(one) for pattern in patterns)])
    }
    assert sum(len(labels(text)) for text in chapters().values()) > 80
    assert unknown == {}


def test_pictures_are_there_used_once_and_small():
    """Every picture named exists and is explained below; none lies there for nothing, and none is heavy."""
    shown = [found["name"] for text in chapters().values() for found in SHOWN.finditer(text)]
    assert sorted(shown) == sorted(file.stem for file in PICTURES.iterdir())
    assert sum(text.count("](bilder/") for text in chapters().values()) == len(shown)
    assert {file.name: size for file in PICTURES.iterdir() if (size := file.stat().st_size) > MOST_BYTES} == {}
    assert all(pictures().values())


def test_every_file_is_a_chapter():
    """The app shows the whole handbook, with each picture."""
    files = {place.removeprefix("handbuch/") for place, _ in CHAPTERS.values()}
    assert {file.name for file in HANDBOOK.glob("*.md")} <= files
    found = [part for name in CHAPTERS for part in chapter_parts(name, "de") if isinstance(part, Picture)]
    assert {part.file.stem for part in found} == pictures().keys()
    assert all(part.file.is_file() and part.about for part in found)


def test_links_between_chapters_stay_in_the_app():
    """A link to a chapter leads to it; code is left as it is, headings stand below that of the page."""
    start = "".join(part for part in chapter_parts("start", "en") if isinstance(part, str))
    assert "(?chapter=review&lang=en)" in start
    assert ".md)" not in start
    assert start.startswith("## ")
    operation = "".join(part for part in chapter_parts("operation", "de") if isinstance(part, str))
    assert "\n# nur mit PostgreSQL:" in operation
    assert "\n### Was läuft wo" in operation


def test_every_card_has_its_words():
    """Each step of each tour has title and text in both languages; its tab is one of the app's."""
    for page, steps in TOURS.items():
        assert 5 <= len(steps) <= 7
        for step in steps:
            for part in ("title", "text"):
                german, english = (Words(language).of(f"tour.{page}.{step.name}.{part}") for language in ("de", "en"))
                assert german != english
            assert step.tab is None or Words("de")(step.tab) != step.tab or step.tab == "Team"


def help_for_leadership():
    import streamlit as st

    from planner.ui.help import help_page

    help_page({"situation": st.Page(lambda: None, title="Lage"), "help": st.Page(lambda: None, title="Hilfe")})


def test_help_offers_the_tours_of_ones_own_pages():
    """The handbook is there for everybody; a tour only for a page that somebody has."""
    app = AppTest.from_function(help_for_leadership).run()
    assert not app.exception
    assert [title.value for title in app.title] == ["Hilfe"]
    assert [button.label for button in app.button] == ["Rundgang: Lage"]
    assert any("So fließt die Arbeit" in part.value for part in app.markdown)


def test_the_address_names_the_chapter():
    """A link to a chapter opens it."""
    app = AppTest.from_function(help_for_leadership)
    app.query_params["chapter"] = "glossary"
    app.run()
    assert any("Sainte-Laguë" in part.value for part in app.markdown)
