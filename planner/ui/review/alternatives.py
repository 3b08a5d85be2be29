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
            _ordered(words)
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


def _ordered(words: Words) -> None:
    """Say why these are not the places of the preview."""
    st.markdown(
        words("In the order of what they cost the plan. The preview named those that fit best, whatever they cost.")
    )


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
        told = _told(desk, card, row.price.exact, words) if row.price.exact else ""
        st.markdown(f"{number}. {_as_it_is(desk, row.price.site_id, row.quality, row.minutes, words)}. {told}")
    _ordered(words)
    _proven(words, known=sites.complete)


def _as_it_is(desk: Desk, site_id: str, quality: int, minutes: int, words: Words) -> str:
    """Return a place with its quality and its way, compared with nothing."""
    site = desk.case.site_of[site_id]
    where = desk.case.neighbourhood_of[site.neighbourhood].name
    fit = words("quality {quality} of 100, way {minutes}", quality=quality, minutes=words.minutes(minutes))
    return f"**{plain(site.name)}** ({plain(where)}): {fit}"


def _preview(desk: Desk, card: CaseCard, words: Words) -> None:
    """Show the possible places that fit best, before anything is solved."""
    if card.pair is None:
        st.markdown(
            words("Preview; what a place would cost the plan, and whom it would displace, the exact price says:")
        )
        for number, other in enumerate(card.alternatives, start=1):
            place = _as_it_is(desk, other.pair.site_id, other.pair.quality, other.pair.minutes, words)
            st.markdown(f"{number}. {place}. {_in_the_way(desk, other.free, words)}")
        return
    st.markdown(words("Preview, without what it would mean for others:"))
    head = (
        Column(words.of("report.site_name"), Kind.TEXT),
        Column(words("Quality ±"), Kind.INTEGER, signed=True),
        Column(words("Minutes ±"), Kind.INTEGER, signed=True),
        Column(words("Posts left empty there"), Kind.INTEGER),
        Column(words.of("report.neighbourhood"), Kind.TEXT),
    )
    rows: list[tuple[Cell, ...]] = []
    for other in card.alternatives:
        site = desk.case.site_of[other.pair.site_id]
        where = desk.case.neighbourhood_of[site.neighbourhood].name
        change = other.pair.quality - card.pair.quality, other.pair.minutes - card.pair.minutes
        rows.append((site.name, *change, other.free, where))
    show_sheet(Sheet(words("The best other places"), head, tuple(rows)), words, key="alternatives", rows=3)


def _in_the_way(desk: Desk, free: int, words: Words) -> str:
    """Return what somebody without a place would displace at a site, as far as the numbers of posts tell it."""
    most, placed = desk.case.scenario.posts, len(desk.plan.placements)
    if not free:
        return words("All posts there are filled: somebody there would have to give way.")
    if most is not None and placed >= most:
        return words.plural(
            "A post is empty there, but the one post of the scenario is given: somebody would have to give way.",
            "A post is empty there, but all {n} posts of the scenario are given: somebody would have to give way.",
            most,
        )
    return words("A post is empty there; a limit, a budget, a tandem or a more important objective stands in the way.")
