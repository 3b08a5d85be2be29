"""What the parts of the editor share: the draft, its places, and the spots where problems are told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from planner.domain import Case
from planner.errors import Problem, Severity
from planner.messages.planning import OWN_WORDS
from planner.ui.planning.editor.draft import Draft
from planner.ui.problems import plain
from planner.ui.words import Words


@dataclass
class Editing:
    """One drawing of the editor.

    Parameters
    ----------
    key
        Ends the key of every field, so that drafts never share a field.
    places
        Neighbourhoods and sites of the project; ``None`` before there are any.
    """

    draft: Draft
    words: Words
    key: str
    places: Case | None
    _spots: dict[str, Any] = field(default_factory=dict)

    def field(self, name: str, value: object) -> str:
        """Return the key of a field, and give it its content if it is not on the page yet.

        A field that leaves the page forgets its content; the draft does not.
        """
        key = f"{name}_{self.key}"
        if key not in st.session_state:
            st.session_state[key] = value
        return key

    def spot(self, path: str) -> None:
        """Tell here what is wrong at ``path`` or below it, as far as no deeper spot does."""
        self._spots[path] = st.container(key=f"spot_{path.translate(_SIMPLE)}_{self.key}")

    def tell(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Tell every problem at its field; return those that have none."""
        left = []
        for problem in problems:
            spot = self._spots.get(self._nearest(problem.column))
            if spot is None:
                left.append(problem)
                continue
            sentence = plain(said(problem, self.words))
            if problem.severity is Severity.ERROR:
                spot.error(sentence, icon=":material/error:")
            else:
                spot.warning(sentence, icon=":material/warning:")
        return tuple(left)

    def _nearest(self, path: str) -> str:
        while path and path not in self._spots:
            path = path.rpartition(".")[0]
        return path


def said(problem: Problem, words: Words) -> str:
    """Return what is wrong as the page says it: files speak of keys, a page of its fields."""
    return words.of(OWN_WORDS[problem.code]) if problem.code in OWN_WORDS else problem.text(words.language)


_SIMPLE = str.maketrans(".[] ", "____")


def known(shown: Sequence[str], options: Iterable[str]) -> list[str]:
    """Return what can be chosen: what there is, and what is chosen already although it is no longer there."""
    return list(dict.fromkeys([*options, *shown]))
