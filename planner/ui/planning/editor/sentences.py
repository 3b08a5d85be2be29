"""A limit as a sentence."""

from collections.abc import Mapping, Sequence

from babel import Locale

from planner.domain.scenario import WHERE_KEYS
from planner.ui.planning.editor.draft import LimitDraft
from planner.ui.words import Words

Names = Mapping[str, Mapping[str, str]]
"""What neighbourhoods and sites are called, by key of ``WHERE_KEYS`` and value."""


def limit_sentence(limit: LimitDraft, names: Names, words: Words) -> str:
    """Return what a limit asks for; what is not said yet is told as missing."""
    who = _who(limit, words)
    where = [_where(key, limit.where[key], names, words) for key in WHERE_KEYS if limit.where[key]]
    place = ", ".join(where) or words("in the whole city")
    return f"{_amount(limit, words)}{who} {place} ({_force(limit, words)})."


def language_name(mark: str, words: Words) -> str:
    """Return ``ar:A2`` as people say it; what is no such mark stays what it is."""
    code, colon, level = mark.partition(":")
    name = Locale(words.language).languages.get(code.strip().lower())
    if not (name and colon and level.strip()):
        return mark
    return words("{language} (from {level})", language=name, level=level.strip().upper())


def _amount(limit: LimitDraft, words: Words) -> str:
    low, high = limit.at_least, limit.at_most
    if low is not None and high is not None:
        return words("{low} to {people}", low=words.number(low), people=_people(high, words))
    if low is not None:
        return words("At least {people}", people=_people(low, words))
    if high is not None:
        return words("At most {people}", people=_people(high, words))
    return words("No number yet: people")


def _people(number: int, words: Words) -> str:
    return words.plural("one person", "{n} people", number)


def _who(limit: LimitDraft, words: Words) -> str:
    parts = []
    if limit.languages:
        named = either([language_name(mark, words) for mark in limit.languages], words)
        parts.append(words("with {languages}", languages=named))
    if limit.skills:
        parts.append(
            words(
                "with the skill {skills}",
                skills=either([words("“{name}”", name=words.skill(one)) for one in limit.skills], words),
            )
        )
    joined = f" {words('and')} ".join(parts)
    return f" {joined}" if joined else ""


def _where(key: str, values: Sequence[str], names: Names, words: Words) -> str:
    said = either([names.get(key, {}).get(value, value) for value in values], words)
    return words.of(f"planning.where.{key}", names=said)


def either(values: Sequence[str], words: Words) -> str:
    """Return alternatives as people list them."""
    if len(values) < 2:
        return "".join(values)
    return words("{some} or {last}", some=", ".join(values[:-1]), last=values[-1])


def _force(limit: LimitDraft, words: Words) -> str:
    least = words("a must") if limit.hard else words("aimed at; a shortage is reported")
    if limit.at_least is not None and limit.at_most is not None:
        return words("the minimum: {force}; the maximum: a must", force=least)
    return least if limit.at_least is not None else words("a must")
