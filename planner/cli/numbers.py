"""Numbers on the terminal as the language writes them."""

from planner.messages import Language

UNTOLD = 10.0
"""From a gap of 1,000 % on, as where nothing is known but that minutes are not negative, the number says nothing."""

_GERMAN = str.maketrans(",.", ".,")


def number(value: float, language: Language, digits: int = 0) -> str:
    """Return a number with its decimals and separators."""
    shown = f"{value:,.{digits}f}" if digits else f"{round(value):,}"
    return shown.translate(_GERMAN) if language == "de" else shown


def gap(share: float, language: Language) -> str:
    """Return how far a proof is open, to a millionth; a dash where that says nothing."""
    if share >= UNTOLD:
        return "–"
    return f"{number(share * 100, language, 4)}\u00a0%" if language == "de" else f"{number(share * 100, language, 4)}%"
