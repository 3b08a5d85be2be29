"""The words that matter: languages and skills that some site asks for or some limit counts, fields, quarters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.domain import Case, language_at_level


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Position of each word in the columns built from it.

    What nobody asks for needs no column, so a case with many rare skills stays narrow.
    """

    languages: Mapping[str, int]
    skills: Mapping[str, int]
    fields: Mapping[str, int]
    neighbourhoods: Mapping[str, int]


def vocabulary(case: Case) -> Vocabulary:
    """Return the words of a case; neighbourhoods stand in the order of ``case.neighbourhoods``."""
    who = [limit.who for limit in case.scenario.limit if limit.who is not None]
    languages = {language for site in case.sites for language in site.languages}
    languages |= {language_at_level(mark)[0] for people in who for mark in people.languages}
    skills = {skill for site in case.sites for skill in site.skills}
    skills |= {skill for people in who for skill in people.skills}
    return Vocabulary(
        languages=_positions(sorted(languages)),
        skills=_positions(sorted(skills)),
        fields=_positions(sorted({site.field for site in case.sites})),
        neighbourhoods=_positions(n.code for n in case.neighbourhoods),
    )


def _positions(words: Iterable[str]) -> Mapping[str, int]:
    return {word: position for position, word in enumerate(words)}
