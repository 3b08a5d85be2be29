"""The handbook as a page can show it: its chapters, each cut into text and pictures."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from planner.messages.texts import N_
from planner.settings import docs_dir

CHAPTERS: Mapping[str, tuple[str, str]] = {
    "start": ("handbuch/README.md", N_("Overview")),
    "planning": ("handbuch/planung.md", N_("Planning")),
    "review": ("handbuch/pruefung.md", N_("Review")),
    "situation": ("handbuch/lage.md", N_("Situation")),
    "glossary": ("handbuch/woerter.md", N_("Glossary")),
    "operation": ("betrieb.md", N_("Operation")),
}
"""File and title of each chapter, in their order, by the name that stands in the address."""

_PICTURE = re.compile(r"^!\[(?P<about>[^\]]*)\]\((?P<file>[^)\s]+)\)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#+ ", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a chapter, and what it shows."""

    file: Path
    about: str


def chapter_parts(name: str, language: str) -> Iterator[str | Picture]:
    """Yield Markdown and pictures of a chapter in their order.

    Headings stand one level lower, below that of the page. Links to other chapters lead there in the
    app; links to what the app does not show become plain words.

    Raises
    ------
    FileNotFoundError
        If the handbook does not lie beside the program.
    """
    file = docs_dir() / CHAPTERS[name][0]
    text, at = _lowered(file.read_text(encoding="utf-8")), 0
    for found in _PICTURE.finditer(text):
        yield _linked(text[at : found.start()], file, language)
        yield Picture(file.parent / found["file"], found["about"])
        at = found.end()
    yield _linked(text[at:], file, language)


def _lowered(text: str) -> str:
    """Return Markdown with its headings one level lower; what stands in code stays."""
    code = _FENCE.findall(text)
    prose = (_HEADING.sub(lambda found: f"#{found[0]}", part) for part in _FENCE.split(text))
    return "".join(part for both in zip_longest(prose, code, fillvalue="") for part in both)


def _linked(text: str, file: Path, language: str) -> str:
    chapters = {(docs_dir() / place).resolve(): name for name, (place, _) in CHAPTERS.items()}

    def link(found: re.Match[str]) -> str:
        name = chapters.get((file.parent / found["target"].partition("#")[0]).resolve())
        if name is None or found["target"].startswith("#"):
            return found["text"]
        return f"[{found['text']}](?chapter={name}&lang={language})"

    return _LINK.sub(link, text)
