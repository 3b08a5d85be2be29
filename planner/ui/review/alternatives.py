"""The best other places of a person: a preview at once, and the exact prices as soon as they are known.

Whoever has no place has none to compare with: for them the places are told as they are, with what they would displace.
"""

import streamlit as st

from planner.explain.kompass import Mark
from planner.explain.price import Exact
from planner.explain.price_words import exact_lines
from planner.explain.ranking import Ranking
from planner.explain.sheet import Alternative
from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import CaseAnswer, CaseCard, Desk
from planner.ui.problems import plain
from planner.ui.review.saying import joined
from planner.ui.tables import show_sheet
from planner.ui.words import Words


def places_title(card: CaseCard, words: Words) -> str:
    """Return what the part about other places is called."""
    return words("The best other places") if card.pair else words("Where this person could work")


def alternatives(desk: Desk, card: CaseCard, answer: CaseAnswer | None, words: Words) -> None:
    """Show three places with their price, or without it while it is not known."""
    sheet = answer.sheet if answer is not None else None
    if sheet is not None:
        if sheet.why.mark is not None:
            _mark(sheet.why.mark, words)
        for number, one in enumerate(sheet.alternatives, start=1):
            st.markdown(f"{number}. {_priced(desk, card, one, words)}")
        if sheet.alternatives:
            _proven(words, known=sheet.alternatives_proven)
        else:
            st.markdown(words("No other place is possible in any plan that keeps every rule."))
    elif not card.alternatives:
        other = words("No other place is possible for this person.")
        st.markdown(other if card.pair else words("No place is possible for this person."))
    elif answer is not None and answer.sites is not None:
        _possible(desk, card, answer.sites, words)
    elif answer is None:
        _preview(desk, card, words)


def _mark(mark: Mark, words: Words) -> None:
    st.markdown(f"**{words('Kompass')}: {words.of(f'review.mark.{mark.kind}')}**")


def _proven(words: Words, *, known: bool) -> None:
    proven = words("No other place costs less: this is proven.")
    st.markdown(proven if known else words("Time ran out: another place may cost less."))


def _priced(desk: Desk, card: CaseCard, one: Alternative, words: Words) -> str:
    """Return the sentence of an alternative: where, how it fits, what it costs and who else moves."""
    quality, minutes = (card.pair.quality, card.pair.minutes) if card.pair else (0, 0)
    fit = words(
        "quality {quality}, way {minutes} min",
        quality=words.signed(one.pair.quality - quality),
        minutes=words.signed(one.pair.minutes - minutes),
    )
    told = _told(desk, card, one.price, words)
    return f"**{plain(one.place.name)}** ({plain(one.place.neighbourhood)}): {fit}. {told}"


def _told(desk: Desk, card: CaseCard, price: Exact, words: Words) -> str:
    """Return what a place costs the plan and whom it displaces."""
    return plain(joined(exact_lines(desk.case, price, card.candidate.candidate_id), words))


def _possible(desk: Desk, card: CaseCard, sites: Ranking, words: Words) -> None:
    """Tell a person without a place what each of their places would cost the plan, and whom it would displace."""
    for number, row in enumerate(sites.pairs, start=1):
        site = desk.case.site_of[row.price.site_id]
        where = desk.case.neighbourhood_of[site.neighbourhood].name
        fit = words("quality {quality} of 100, way {minutes}", quality=row.quality, minutes=words.minutes(row.minutes))
        told = _told(desk, card, row.price.exact, words) if row.price.exact else ""
        st.markdown(f"{number}. **{plain(site.name)}** ({plain(where)}): {fit}. {told}")
    _proven(words, known=sites.complete)


def _preview(desk: Desk, card: CaseCard, words: Words) -> None:
    """Show the possible places that fit best, before anything is solved."""
    st.markdown(words("Preview, without what it would mean for others:"))
    head = (
        Column(words.of("report.site_name"), Kind.TEXT),
        *_compared(card, words),
        Column(words("Posts left empty there"), Kind.INTEGER),
        *((Column(words("What would have to give way"), Kind.TEXT),) if card.pair is None else ()),
        Column(words.of("report.neighbourhood"), Kind.TEXT),
    )
    quality, minutes = (card.pair.quality, card.pair.minutes) if card.pair else (0, 0)
    rows: list[tuple[Cell, ...]] = []
    for other in card.alternatives:
        site = desk.case.site_of[other.pair.site_id]
        where = desk.case.neighbourhood_of[site.neighbourhood].name
        gone = (_gives_way(desk, other.free, words),) if card.pair is None else ()
        rows.append((site.name, other.pair.quality - quality, other.pair.minutes - minutes, other.free, *gone, where))
    show_sheet(Sheet(places_title(card, words), head, tuple(rows)), words, key="alternatives", rows=3)


def _compared(card: CaseCard, words: Words) -> tuple[Column, Column]:
    """Return the columns of quality and minutes: as they are, or against the proposed place."""
    if card.pair is None:
        names = words.of("report.quality"), words.of("report.minutes")
    else:
        names = words("Quality ±"), words("Minutes ±")
    one, other = (Column(name, Kind.INTEGER, signed=card.pair is not None) for name in names)
    return one, other


def _gives_way(desk: Desk, free: int, words: Words) -> str:
    """Return what somebody without a place would displace at a site, as far as the numbers of posts tell it."""
    most, placed = desk.case.scenario.posts, len(desk.plan.placements)
    if not free:
        return words("a proposal there: all posts are filled")
    if most is not None and placed >= most:
        return words.plural(
            "a proposal somewhere: the one post of the scenario is given",
            "a proposal somewhere: all {n} posts of the scenario are given",
            most,
        )
    return words("nobody, by the number of posts")
