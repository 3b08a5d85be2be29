"""How figures are made: the sentence behind the question mark of a heading or a layer."""

from collections.abc import Mapping
from functools import cache

from planner.messages.help import HEADINGS, LAYERS, WORDS
from planner.report.sheets import Kind
from planner.ui.words import Words

_SIDES = (" (A)", " (B)")
"""What tables of two plans add to a heading."""


def heading_about(heading: str, kind: Kind, words: Words) -> str | None:
    """Return how the figures below a heading are made; ``None`` where the heading says it itself."""
    for side in _SIDES:
        heading = heading.removesuffix(side)
    before, after = words.of("outlook.step", share="|").split("|")
    if heading.startswith(before) and heading.endswith(after):
        return words.of("help.grant_step")
    found = _abouts(words).get(heading)
    return words.of("help.money") if found is None and kind is Kind.EURO else found


def layers_about(titles: Mapping[str, str], words: Words) -> str:
    """Return what each layer of a map shows, one to a line.

    Parameters
    ----------
    titles
        What the layers are called, by key.
    """
    lines = (f"- **{title}**: {words.of(f'help.layer.{key}')}" for key, title in titles.items() if key in LAYERS)
    return "\n".join(lines)


@cache
def _abouts(words: Words) -> Mapping[str, str]:
    by_code = {words.of(code): words.of(f"help.{code}") for code in HEADINGS}
    return {words(heading): words.of(f"help.word.{heading}") for heading in WORDS} | by_code
