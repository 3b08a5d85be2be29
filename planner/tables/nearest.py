"""The nearest right word to a wrong one."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

PATIENCE = 30
"""Suggestions looked for per column: comparing 10,000 wrong cells with 700 codes would take a minute."""


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Return the most similar allowed word, or an empty text where none is similar.

    A code that only lost its leading zeros, as in Excel, comes before any other.
    """
    by_fold = {candidate.casefold(): candidate for candidate in allowed}
    folded = word.casefold()[:100]
    for fold, candidate in by_fold.items():
        if fold.lstrip("0") == folded.lstrip("0"):
            return candidate
    found = get_close_matches(folded, by_fold, n=1)
    return by_fold[found[0]] if found else ""


class Suggestions:
    """Nearest words for one column: remembers them, and stops looking after ``PATIENCE`` different wrong words."""

    def __init__(self, allowed: Collection[str]) -> None:
        self._allowed = allowed
        self._found: dict[str, str] = {}

    def __getitem__(self, word: str) -> str:
        if word not in self._found:
            self._found[word] = nearest(word, self._allowed) if len(self._found) < PATIENCE else ""
        return self._found[word]
