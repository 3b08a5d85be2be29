"""The reason sheet as a PDF."""

from collections import Counter
from dataclasses import replace

import pytest

from planner.explain.sheet import ReasonSheet, reason_sheet
from planner.explain.sheet_words import sheet_sections
from planner.explain.why.words import Under
from planner.messages import LANGUAGES, Language
from planner.report import sheet_pdf
from planner.service import opened_from, pairs_of
from planner.solve import Workbench
from planner.synthetic import generate
from tests.report.printed import reader, tags, words

MARKUP = '#panic("x") *b* _i_ $x$ <l> @r \\ `c` //d'


@pytest.fixture(scope="module")
def sheet() -> ReasonSheet:
    """The sheet of the first placement of a small case whose sites are called like markup."""
    made = generate(40, 10, 8, seed=6)
    case = replace(made, sites=tuple(replace(site, name=f"{site.site_id} {MARKUP}") for site in made.sites))
    opened = opened_from(case)
    bench = Workbench.of(case, pairs_of(opened), law_version=opened.law.version, time_limit=20)
    return reason_sheet(bench, bench.plan, opened.law, opened.travel, bench.plan.placements[0].candidate_id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_sheet_is_printed(sheet: ReasonSheet, language: Language) -> None:
    """What the sheet says as text stands in the file, in either language, markup letter by letter."""
    printed = "".join(words(sheet_pdf(sheet, language)).split())
    for section in sheet_sections(sheet):
        for line in (section.head, *section.lines):
            fact = line.fact if isinstance(line, Under) else line
            assert "".join(fact.text(language).split()) in printed
    assert "".join(MARKUP.split()) in printed


def test_it_is_tagged(sheet: ReasonSheet) -> None:
    """One title, a heading per section, sentences as lists; PDF/UA-1 is claimed."""
    content = sheet_pdf(sheet, "de")
    kinds = Counter(kind for kind, _ in tags(content))
    assert b"pdfuaid:part" in content
    assert kinds["H1"] == 1
    assert kinds["H2"] == len(sheet_sections(sheet)) - 1
    assert kinds["LI"] >= sum(len(section.lines) for section in sheet_sections(sheet)[1:])
    file = reader(content)
    assert file.trailer["/Root"]["/Lang"] == "de"  # type: ignore[index]
    assert file.metadata is not None
    assert MARKUP in str(file.metadata.title)


def test_the_same_sheet_gives_the_same_bytes(sheet: ReasonSheet) -> None:
    """Nothing of the moment of making is in the file."""
    assert sheet_pdf(sheet, "en") == sheet_pdf(sheet, "en")
