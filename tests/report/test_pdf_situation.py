"""The page of leadership as a PDF."""

import time
from collections import Counter
from dataclasses import replace

import pytest

from planner.messages import LANGUAGES, Language
from planner.report import situation_pdf
from tests.report.printed import reader, tags, words
from tests.report.situation.example import make_case, make_situation, without_plan

SITUATION = make_situation()
GERMAN = situation_pdf(SITUATION, "de")

MARKUP = '#panic("x") *b* _i_ $x$ <l> @r \\ `c` //d'


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_with_language_and_title(language: Language) -> None:
    """PDF/UA-1 is claimed, the language and the title are there, the order of reading is marked; A4."""
    content = situation_pdf(SITUATION, language)
    file = reader(content)
    root = file.trailer["/Root"]
    assert b"pdfuaid:part" in content
    assert root["/Lang"] == language  # type: ignore[index]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert file.metadata is not None
    assert file.metadata.title == {"de": "Lage: Probe", "en": "Situation: Probe"}[language]
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in file.pages} == {(595, 842)}
    assert len(file.pages) == 2


def test_pictures_have_words_and_tables_have_heads() -> None:
    """Each map has an alternative text that points to the table; each of the five tables has cells that are heads."""
    found = list(tags(GERMAN))
    kinds = Counter(kind for kind, _ in found)
    alternatives = [str(one["/Alt"]) for kind, one in found if kind == "Figure" and "/Alt" in one]
    assert kinds["H1"] == 1
    assert kinds["Table"] == 5
    assert kinds["TH"] == 2 * 4 + 3 + 3 + 8
    assert len(alternatives) == 2
    assert all("Die Tabelle aller Stadtteile sagt dasselbe" in words for words in alternatives)


def test_everything_of_the_page_is_in_it() -> None:
    """Sentences, figures, what needs deciding, both ends, people, money, every quarter, and whose figures they are."""
    text = words(GERMAN)
    for part in (
        "Der am 20.11.2026 freigegebene Plan besetzt 19 Plätze",
        "1 von 23",
        "76 %",
        "Was zu entscheiden ist",
        "Ausgewogenheit",
        "Menschen nach Stadtbezirk der Wohnung",
        "Kosten, auf 10.000 EUR gerundet",
        "190.000 €",
        "Landeshauptstadt Dresden, opendata.dresden.de, dl-de/by-2-0, verändert",
        "Grenzen generalisiert",
        *(quarter.code for quarter in SITUATION.quarters),
    ):
        assert part in text.replace("\u00a0", " "), part


def test_nobody_is_in_it() -> None:
    """No pseudonym stands in the text or anywhere else in the file."""
    text = words(GERMAN) + str(reader(GERMAN).metadata)
    assert not [one.candidate_id for one in make_case().candidates if one.candidate_id in text]


def test_the_same_situation_gives_the_same_bytes() -> None:
    """Nothing of the moment of making is in the file."""
    assert situation_pdf(make_situation(), "de") == GERMAN


def test_names_are_printed_letter_by_letter() -> None:
    """What looks like markup of the typesetter is text wherever it comes from."""
    content = situation_pdf(replace(make_situation({"07": MARKUP}), project=MARKUP), "en")
    assert words(content).count(MARKUP) >= 2
    file = reader(content)
    assert file.metadata is not None
    assert file.metadata.title == f"Situation: {MARKUP}"


@pytest.mark.parametrize(
    ("name", "printed"), [("العربية", "العربية"), ("Łódź ґ Ω", "Łódź ґ Ω"), ("a中😀\x01\ud800b", "a����b")]
)
def test_no_letter_stops_the_press(name: str, printed: str) -> None:
    """Many scripts are printed as they are; letters without a font are replaced where everybody sees it."""
    file = reader(situation_pdf(replace(SITUATION, project=name), "en"))
    assert file.metadata is not None
    assert file.metadata.title == f"Situation: {printed}"


def test_without_a_plan_and_without_a_map() -> None:
    """Before a release there is one map and no table of people; an unknown city has tables only."""
    bare = without_plan()
    kinds = Counter(kind for kind, _ in tags(situation_pdf(bare, "de")))
    assert (kinds["Figure"], kinds["Table"]) == (1, 1)
    elsewhere = tuple(replace(place, code=f"x{place.code}") for place in bare.places.neighbourhoods)
    case = replace(bare.places, neighbourhoods=elsewhere, sites=())
    content = situation_pdf(replace(bare, places=case, quarters=()), "de")
    assert Counter(kind for kind, _ in tags(content))["Figure"] == 0
    assert "opendata.dresden.de" not in words(content)


def test_it_is_there_in_less_than_a_second() -> None:
    """Measured on the whole city's map drawing and two pages, after the first file warmed up the fonts."""
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        situation_pdf(SITUATION, "de")
        times.append(time.perf_counter() - begun)
    assert min(times) < 1
