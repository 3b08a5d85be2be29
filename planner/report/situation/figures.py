"""The four figures, each with a sentence on how it is made."""

from dataclasses import dataclass

from planner.messages import Language, text
from planner.messages.written import coverage, number
from planner.report.disclosure import Shown
from planner.report.situation.facts import Situation


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its name, its value, what stands below it, and how it is made."""

    name: str
    value: str
    below: str
    about: str


def figures(situation: Situation, language: Language) -> tuple[Figure, ...]:
    """Return occupied posts, coverage, people with a place and people without one; a dash where there is no plan."""
    share = {
        "n": number(situation.total("occupied"), language),
        "all": number(situation.total("posts"), language),
    }
    met = sum(min(quarter.proposed, quarter.target) for quarter in situation.quarters)
    aimed = situation.total("target")
    values = {
        "occupied": text("situation.of_all", language, share),
        "coverage": coverage(met / aimed, language) if aimed else "–",
        "placed": shown(situation.placed, language) if situation.plan else "–",
        "unplaced": shown(situation.unplaced, language) if situation.plan else "–",
    }
    return tuple(
        Figure(
            text(f"situation.figure.{key}", language),
            value,
            text(f"situation.below.{key}", language),
            text(f"situation.about.{key}", language),
        )
        for key, value in values.items()
    )


def shown(count: Shown | None, language: Language) -> str:
    """Write a count of people as it may be shown; what was not published is not shown."""
    if count is None:
        return "."
    return number(count.value, language) if count.value else count.text
