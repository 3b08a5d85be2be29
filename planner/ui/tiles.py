"""The five key figures above the map, with their change where there is a plan to compare, and why posts stay empty."""

from dataclasses import dataclass

import streamlit as st

from planner.domain import Case, Plan
from planner.ui.figures import KeyFigures, key_figures
from planner.ui.shortfall import show_shortfall
from planner.ui.words import Words


@dataclass(frozen=True, slots=True)
class Changes:
    """By how much key figures changed, each with its sign; a dash where one of the two is not known."""

    filled: str
    coverage: str
    way: str
    under: str


def changes(before: KeyFigures, after: KeyFigures, words: Words) -> Changes:
    """Return what the second plan has more or less than the first."""
    coverage = way = "–"
    if before.coverage is not None and after.coverage is not None:
        points = words.signed(round(100 * (after.coverage - before.coverage)))
        coverage = words("{n} percentage points", n=points)
    if before.minutes_mean is not None and after.minutes_mean is not None:
        way = words("{n} min", n=words.signed(round(after.minutes_mean - before.minutes_mean)))
    return Changes(
        filled=words.signed(after.filled - before.filled),
        coverage=coverage,
        way=way,
        under=words.signed(after.under - before.under),
    )


def show_key_figures(case: Case, plan: Plan, words: Words, before: KeyFigures | None = None) -> None:
    """Show the five tiles in a row, and below them what keeps the plan from filling more posts.

    Parameters
    ----------
    before
        Figures of another plan: below each of the plan's own then stands the change instead of what explains it.
    """
    figures = key_figures(case, plan)
    change = None if before is None else changes(before, figures, words)
    tiles = st.grid(5, min_column_width=176, key="key_figures")
    with tiles:
        tile(
            words("Posts filled"),
            words("{n} of {all}", n=words.number(figures.filled), all=words.number(figures.posts)),
            change.filled if change else words("from {n} candidates", n=words.number(len(case.candidates))),
            words.of("help.figure.filled"),
        )
    with tiles:
        of_targets = words(
            "{n} of {all} placed by need", n=words.number(figures.met), all=words.number(figures.targets)
        )
        tile(
            words("Coverage"),
            share(figures, words),
            change.coverage if change else of_targets,
            words.of("help.figure.coverage"),
        )
    with tiles:
        longest = figures.minutes_longest
        tile(
            words("Mean way to work"),
            "–" if figures.minutes_mean is None else words.minutes(figures.minutes_mean),
            change.way if change else "" if longest is None else words("longest {time}", time=words.minutes(longest)),
            words.of("help.figure.way"),
        )
    with tiles:
        tile(
            words("Below target"),
            words("{n} of {all}", n=words.number(figures.under), all=words.number(figures.aimed)),
            change.under if change else words("of those with a target"),
            words.of("help.figure.under"),
        )
    with tiles:
        tile(words("Proof"), *_proof(figures, plan, words))
    show_shortfall(case, plan, words)


def share(figures: KeyFigures, words: Words) -> str:
    """Return the coverage as it stands in its tile."""
    return "–" if figures.coverage is None else words.coverage(figures.coverage)


def _proof(figures: KeyFigures, plan: Plan, words: Words) -> tuple[str, str, str]:
    about = words("A proven objective cannot be improved without worsening one before it. Every plan shown is checked.")
    if figures.proven:
        return words("complete"), words("all {n} objectives", n=len(plan.tiers)), about
    tier = "" if figures.open_tier is None else words.of(f"tier.{figures.open_tier}")
    return f"≤\u202f{words.percent(figures.gap, 2)}", words("open: {tier}", tier=tier), about


def tile(label: str, value: str, below: str, about: str) -> None:
    """Show a figure with what stands below it."""
    st.metric(label, value, below or None, delta_color="off", delta_arrow="off", border=True, help=about)
