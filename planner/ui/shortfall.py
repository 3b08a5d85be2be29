"""Why a plan fills fewer posts than were wished for, and which minima it misses: in sentences beside its figures."""

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from planner.domain import Case, Payer, Plan, Tier
from planner.ui.problems import plain
from planner.ui.words import Words

_DISPLACED = "displaced"
"""Reason of people who could work at some site."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What keeps a plan below its wish.

    Parameters
    ----------
    wished
        Posts that the scenario allows; where it says nothing, all posts of the sites.
    offered, filled
        Posts of the sites, and placements.
    without, able
        People without a placement, and those of them who could work at some site.
    used_up
        Budgets of which less is left than one more placement costs in the mean: year, payer and cents left.
    reached
        Names of the limits that allow no more.
    proven
        Whether it is proven that no more posts can be filled.
    """

    wished: int
    offered: int
    filled: int
    without: int
    able: int
    used_up: tuple[tuple[int, Payer, int], ...]
    reached: tuple[str, ...]
    proven: bool = True


def shortfall(case: Case, plan: Plan) -> Shortfall | None:
    """Return what keeps a plan below its wish; ``None`` where it fills every post it may."""
    offered = sum(site.posts for site in case.sites)
    wished = offered if plan.scenario.posts is None else plan.scenario.posts
    filled = len(plan.placements)
    if filled >= wished:
        return None
    return Shortfall(
        wished=wished,
        offered=offered,
        filled=filled,
        without=len(plan.unplaced),
        able=sum(one.reason == _DISPLACED for one in plan.unplaced),
        used_up=tuple(_used_up(plan)),
        reached=tuple(limit.name for limit in plan.limits if limit.at_most is not None and limit.got >= limit.at_most),
        proven=all(tier.proven for tier in plan.tiers if tier.name is Tier.PLACEMENTS),
    )


def _used_up(plan: Plan) -> Iterator[tuple[int, Payer, int]]:
    spent = plan.costs()
    for payer, years in plan.scenario.budget.items():
        for year, most in years.items():
            cents = spent.get((year, payer), 0)
            if cents and (most - cents) * len(plan.placements) < cents:
                yield year, payer, most - cents


def show_shortfall(case: Case, plan: Plan, words: Words) -> None:
    """Say why posts stay empty, if any do."""
    found = shortfall(case, plan)
    if found is not None:
        st.info(" ".join(sentences(found, words)), icon=":material/info:")


def sentences(found: Shortfall, words: Words) -> Iterator[str]:
    """Yield what binds, the firmest first: posts, then people, then money and limits."""
    if found.offered < found.wished:
        yield words(
            "The scenario allows {wished} posts; the sites have {offered} in all.",
            wished=words.number(found.wished),
            offered=words.number(found.offered),
        )
    empty = min(found.wished, found.offered) - found.filled
    if not empty:
        return
    yield words.plural("One post stays empty.", "{n} posts stay empty.", empty)
    if found.able:
        yield words.plural(
            "One more person could work at some site, but the posts there are filled, or a tandem, a budget, a limit "
            "or a more important objective stands in the way.",
            "{n} more people could work at some site, but the posts there are filled, or a tandem, a budget, a limit "
            "or a more important objective stands in the way.",
            found.able,
        )
    elif found.without:
        yield words(
            "Nobody without a proposal can work at any of the sites: “{tab}” of the plan says why.",
            tab=words.of("report.unplaced"),
        )
    else:
        yield words("Everybody has a proposal: there are fewer people than posts.")
    if bounds := list(_bounds(found, words)):
        yield words("Used up: {bounds}.", bounds="; ".join(bounds))
    if not found.proven:
        yield words("The time was up before it was proven that no more is possible.")


def _bounds(found: Shortfall, words: Words) -> Iterator[str]:
    for year, payer, left in found.used_up:
        yield words(
            "the budget “{payer}” of {year} but for {left}, less than a placement costs on average",
            payer=words.of(f"payer.{payer}"),
            year=year,
            left=words.euros(left),
        )
    for name in found.reached:
        yield words("the limit “{name}”", name=name)


def show_missed(plan: Plan, words: Words) -> None:
    """Warn of minima that the plan misses, if it misses any."""
    if sentence := missed_minima(plan, words):
        st.warning(sentence, icon=":material/warning:")


def missed_minima(plan: Plan, words: Words) -> str:
    """Return how many proposals are missing for which minima, as Markdown; nothing where none is missed."""
    short = [limit for limit in plan.limits if limit.short]
    if not short:
        return ""
    sentence = words.plural(
        "One proposal is missing for the minima.",
        "{n} proposals are missing for the minima.",
        sum(limit.short for limit in short),
    )
    named = ", ".join(
        f"{limit.name} ({words('{n} of {all}', n=words.number(limit.got), all=words.number(limit.at_least or 0))})"
        for limit in short
    )
    return f"{sentence} {plain(named)}"
