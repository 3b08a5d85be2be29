"""The best other places of a person: a preview at once, and the exact prices as soon as they are known."""

import streamlit as st

from planner.explain.kompass import Mark
from planner.explain.price_words import exact_lines
from planner.explain.sheet import Alternative
from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import CaseAnswer, CaseCard, Desk
from planner.ui.problems import plain
from planner.ui.review.saying import joined
from planner.ui.tables import show_sheet
from planner.ui.words import Words


def alternatives(desk: Desk, card: CaseCard, answer: CaseAnswer | None, words: Words) -> None:
    """Show three other places with their price, or without it while it is not known."""
    sheet = answer.sheet if answer is not None else None
    if sheet is not None:
        if sheet.why.mark is not None:
            _mark(sheet.why.mark, words)
        for number, one in enumerate(sheet.alternatives, start=1):
            st.markdown(f"{number}. {_priced(desk, card, one, words)}")
        if sheet.alternatives:
            proven = words("No other place costs less: this is proven.")
            st.markdown(proven if sheet.alternatives_proven else words("Time ran out: another place may cost less."))
        else:
            st.markdown(words("No other place is possible in any plan that keeps every rule."))
    elif not card.alternatives:
        st.markdown(words("No other place is possible for this person."))
    elif answer is None:
        _preview(desk, card, words)


def _mark(mark: Mark, words: Words) -> None:
    st.markdown(f"**{words('Kompass')}: {words.of(f'review.mark.{mark.kind}')}**")


def _priced(desk: Desk, card: CaseCard, one: Alternative, words: Words) -> str:
    """Return the sentence of an alternative: where, how it fits, what it costs and who else moves."""
    quality, minutes = (card.pair.quality, card.pair.minutes) if card.pair else (0, 0)
    fit = words(
        "quality {quality}, way {minutes} min",
        quality=words.signed(one.pair.quality - quality),
        minutes=words.signed(one.pair.minutes - minutes),
    )
    told = joined(exact_lines(desk.case, one.price, card.candidate.candidate_id), words)
    return f"**{plain(one.place.name)}** ({plain(one.place.neighbourhood)}): {fit}. {plain(told)}"


def _preview(desk: Desk, card: CaseCard, words: Words) -> None:
    """Show the possible places that fit best, before anything is solved."""
    st.markdown(words("Preview, without what it would mean for others:"))
    quality, minutes = (card.pair.quality, card.pair.minutes) if card.pair else (0, 0)
    head = (
        Column(words.of("report.site_name"), Kind.TEXT),
        Column(words("Quality ±"), Kind.ID),
        Column(words("Minutes ±"), Kind.ID),
        Column(words("Posts left empty there"), Kind.INTEGER),
        Column(words.of("report.neighbourhood"), Kind.TEXT),
    )
    rows: list[tuple[Cell, ...]] = []
    for other in card.alternatives:
        site = desk.case.site_of[other.pair.site_id]
        where = desk.case.neighbourhood_of[site.neighbourhood].name
        change = words.signed(other.pair.quality - quality), words.signed(other.pair.minutes - minutes)
        rows.append((site.name, *change, other.free, where))
    show_sheet(Sheet(words("The best other places"), head, tuple(rows)), words, key="alternatives", rows=3)
