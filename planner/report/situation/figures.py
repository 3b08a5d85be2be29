"""The four figures, each with a sentence on how it is made."""

from dataclasses import dataclass

from planner.messages import Language, text
from planner.messages.written import coverage, number
from planner.report.disclosure import Shown
from planner.report.situation.facts import Situation


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its name, its value, what stands below it (nothing below an unknown value), and how it is made."""

    name: str
    value: str
    below: str
    about: str


def figures(situation: Situation, language: Language) -> tuple[Figure, ...]:
    """Return occupied posts, coverage, people with a place and people without one.

    Where there is no plan it is said so: a dash would be read as the sign for exactly nobody.
    """
    share = {
        "n": number(situation.total("occupied"), language),
        "all": number(situation.total("posts"), language),
    }
    met, aimed = situation.total("met"), situation.total("target")
    planned = {
        "coverage": coverage(met / aimed, language) if aimed else text("situation.no_target", language),
        "placed": shown(situation.placed, language),
        "unplaced": shown(situation.unplaced, language),
    }
    unknown = frozenset() if situation.plan else frozenset(planned)
    values = {"occupied": text("situation.of_all", language, share)} | planned
    return tuple(
        Figure(
            text(f"situation.figure.{key}", language),
            text("situation.unknown", language) if key in unknown else value,
            "" if key in unknown else text(f"situation.below.{key}", language),
            text(f"situation.about.{key}", language),
        )
        for key, value in values.items()
    )


def shown(count: Shown | None, language: Language) -> str:
    """Write a count of people as it may be shown; what was not published is not shown."""
    if count is None:
        return "."
    return number(count.value, language) if count.value else count.text
