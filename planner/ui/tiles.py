"""The five key figures above the map, and why posts stay empty."""

import streamlit as st

from planner.domain import Case, Plan
from planner.ui.figures import KeyFigures, key_figures
from planner.ui.shortfall import show_shortfall
from planner.ui.words import Words


def show_key_figures(case: Case, plan: Plan, words: Words) -> None:
    """Show the five tiles in a row, and below them what keeps the plan from filling more posts."""
    figures = key_figures(case, plan)
    tiles = st.grid(5, min_column_width=176, key="key_figures")
    with tiles:
        _tile(
            words("Posts filled"),
            words("{n} of {all}", n=words.number(figures.filled), all=words.number(figures.posts)),
            words("from {n} candidates", n=words.number(len(case.candidates))),
            words.of("help.figure.filled"),
        )
    with tiles:
        _tile(
            words("Coverage"),
            "–" if figures.coverage is None else words.coverage(figures.coverage),
            words("{n} of {all} placed by need", n=words.number(figures.met), all=words.number(figures.targets)),
            words.of("help.figure.coverage"),
        )
    with tiles:
        _tile(
            words("Mean way to work"),
            "–" if figures.minutes_mean is None else words.minutes(figures.minutes_mean),
            ""
            if figures.minutes_longest is None
            else words("longest {time}", time=words.minutes(figures.minutes_longest)),
            words.of("help.figure.way"),
        )
    with tiles:
        _tile(
            words("Below target"),
            words("{n} of {all}", n=words.number(figures.under), all=words.number(figures.aimed)),
            words("of those with a target"),
            words.of("help.figure.under"),
        )
    with tiles:
        _tile(words("Proof"), *_proof(figures, plan, words))
    show_shortfall(case, plan, words)


def _proof(figures: KeyFigures, plan: Plan, words: Words) -> tuple[str, str, str]:
    about = words("A proven objective cannot be improved without worsening one before it. Every plan shown is checked.")
    if figures.proven:
        return words("complete"), words("all {n} objectives", n=len(plan.tiers)), about
    tier = "" if figures.open_tier is None else words.of(f"tier.{figures.open_tier}")
    return f"≤\u202f{words.percent(figures.gap, 2)}", words("open: {tier}", tier=tier), about


def _tile(label: str, value: str, below: str, about: str) -> None:
    st.metric(label, value, below or None, delta_color="off", delta_arrow="off", border=True, help=about)
