"""Sentences of the explanations on the page: as lists, each letter shown as it is."""

from collections.abc import Iterable

from planner.explain.statement import Statement
from planner.explain.why.words import Line, Section, Under
from planner.ui.problems import plain
from planner.ui.words import Words


def line_list(lines: Iterable[Line], words: Words) -> str:
    """Return sentences as a list in Markdown; what belongs to a sentence stands below it."""
    return "\n".join(
        f"    - {plain(line.fact.text(words.language))}"
        if isinstance(line, Under)
        else f"- {plain(line.text(words.language))}"
        for line in lines
    )


def section_text(section: Section, words: Words) -> str:
    """Return a section as Markdown with its head in bold."""
    return f"**{plain(section.head.text(words.language))}**\n\n{line_list(section.lines, words)}"


def joined(lines: Iterable[Statement], words: Words) -> str:
    """Return sentences one after the other, as a cell of a table shows them."""
    return " ".join(line.text(words.language) for line in lines)
