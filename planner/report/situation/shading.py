"""What the colours of leadership's maps mean; all of it posts."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.messages import Language, text
from planner.messages.written import number, signed
from planner.report.colours import DIVERGING, SEQUENTIAL
from planner.report.situation.facts import Situation

OCCUPIED, RUNNING, DIFFERENCE = "occupied", "running", "difference"

_FILLING = (SEQUENTIAL[0], SEQUENTIAL[1], SEQUENTIAL[2], SEQUENTIAL[4])


@dataclass(frozen=True, slots=True)
class Shading:
    """One meaning of the colours.

    Parameters
    ----------
    classes
        Colour and label, from low to high.
    blank
        What a neighbourhood without a value is called.
    values
        Class and writing by code; a code that is missing has no value.
    """

    key: str
    title: str
    classes: tuple[tuple[str, str], ...]
    blank: str
    values: Mapping[str, tuple[int, str]]


def occupied(situation: Situation, language: Language) -> Shading:
    """Return how many of a neighbourhood's posts are occupied, in four classes."""
    now = {quarter.code: quarter.occupied for quarter in situation.quarters}
    return _filling(situation, OCCUPIED, now, language)


def running(situation: Situation, month: int, language: Language) -> Shading:
    """Return how many posts are occupied in a month of the course, of those there are today.

    Raises
    ------
    ValueError
        If there is no course.
    """
    if situation.course is None:
        raise ValueError("no plan, no course")
    return _filling(situation, RUNNING, situation.course.at(month), language)


def difference(situation: Situation, language: Language) -> Shading:
    """Return how far the plan is from each neighbourhood's target."""
    return against_targets({q.code: (q.proposed or 0, q.target or 0) for q in situation.quarters}, language)


def against_targets(found: Mapping[str, tuple[int, int]], language: Language) -> Shading:
    """Return placed − target in five classes, the same wherever a plan is drawn.

    Where nothing is aimed at and nobody is placed there is no value: no target was met there.

    Parameters
    ----------
    found
        Placed and target by code.
    """
    names = ("far_under", "under", "met", "over", "far_over")
    gaps = {code: placed - target for code, (placed, target) in found.items() if placed or target}
    return Shading(
        DIFFERENCE,
        text("situation.map.difference", language),
        tuple(
            (colour, text(f"situation.difference.{name}", language))
            for colour, name in zip(DIVERGING, names, strict=True)
        ),
        text("situation.no_target", language),
        {code: (min(2, max(-2, gap)) + 2, signed(gap, language)) for code, gap in gaps.items()},
    )


def _filling(situation: Situation, key: str, filled: Mapping[str, int], language: Language) -> Shading:
    labels = ("none" if key == OCCUPIED else "nobody", "some", "many", "all")
    values = {}
    for quarter in situation.quarters:
        # More than there are: posts that were given up since the plan was made.
        posts, many = max(quarter.posts, filled.get(quarter.code, 0)), filled.get(quarter.code, 0)
        if posts:
            level = 0 if not many else 3 if many == posts else 2 if 2 * many >= posts else 1
            values[quarter.code] = (level, f"{number(many, language)}/{number(posts, language)}")
    return Shading(
        key,
        text(f"situation.map.{key}", language),
        tuple(
            (colour, text(f"situation.filling.{name}", language)) for colour, name in zip(_FILLING, labels, strict=True)
        ),
        text("situation.no_posts", language),
        values,
    )
