"""The card of one case: why this site, what stands against it, what else there is, and what was decided."""

import streamlit as st

from planner.domain import QUALITY_PARTS, Eligibility
from planner.report.sheets import Column, Kind, Sheet
from planner.service import CaseCard, Desk, case_card, user_names
from planner.ui.bench import Bench, refusals
from planner.ui.review.deciding import decide_here
from planner.ui.review.queue import CASE
from planner.ui.review.states import state_words
from planner.ui.tables import show_sheet
from planner.ui.words import Words

MOST = {"field": 30, "neighbourhood": 15, "near_home": 10, "limit": 15, "waiting": 20, "hours": 10}
"""Points each part of the quality can bring."""


def case_page(bench: Bench, desk: Desk) -> None:
    """Show the case that lies on the desk, and the decision beside it."""
    with refusals(bench.words):
        card = case_card(bench.store, bench.user, desk, st.session_state.get(CASE, ""))
        left, right = st.columns([3, 2], gap="large")
        with left:
            _facts(desk, card, bench.words)
            _for_and_against(desk, card, bench.words)
            _alternatives(desk, card, bench.words)
        with right:
            decide_here(bench, desk, card)
            _history(bench, desk, card)


def _facts(desk: Desk, card: CaseCard, words: Words) -> None:
    place, one = card.placement, card.candidate
    home = desk.case.neighbourhood_of[one.neighbourhood].name
    if place is None:
        st.header(one.candidate_id, anchor=False)
        st.markdown(words.of(f"unplaced.{card.unplaced}") if card.unplaced else words("No proposals."))
        return
    site = desk.case.site_of[place.site_id]
    st.header(f"{one.candidate_id} → {site.name}", anchor=False)
    host = site.host or words.of("report.planned_post")
    where = desk.case.neighbourhood_of[place.neighbourhood].name
    st.markdown(f"{host} · {words.field(site.field)} · {where}")
    facts = (
        (words("Home"), home),
        (words.of("report.minutes"), words.number(place.minutes)),
        (words.of("report.hours"), words.number(place.hours, 2)),
        (words.of("report.start"), words.day(place.start)),
    )
    st.markdown(" · ".join(f"{name}: **{value}**" for name, value in facts))


def _for_and_against(desk: Desk, card: CaseCard, words: Words) -> None:
    if card.pair is not None:
        title = words("Why this site: {n} of 100 points", n=card.pair.quality)
        st.subheader(title, anchor=False)
        lines = [f"| {words('Part')} | {words('Points')} | {words('at most')} |", "| :--- | ---: | ---: |"]
        lines += [
            f"| {words.of(f'pages.part.{part}')} | {card.pair.parts[part]} | {MOST[part]} |" for part in QUALITY_PARTS
        ]
        st.markdown("\n".join(lines))
    st.subheader(words("What stands against it"), anchor=False)
    against = [ground.text(words.language) for ground in card.assessment.grounds]
    if card.placement is not None:
        against += [words.of(f"mark.{mark}") for mark in card.placement.marks]
        if not desk.case.site_of[card.placement.site_id].host:
            against.append(words.of("report.planned_post"))
    if card.assessment.word is not None:
        st.markdown(card.assessment.word.text(words.language))
    if against:
        st.markdown("\n".join(f"- {sentence}" for sentence in against))
    elif card.assessment.status is Eligibility.ELIGIBLE:
        st.markdown(
            words("Nothing that is known: the conditions of the subsidy are met, every test of the pair is passed.")
        )


def _alternatives(desk: Desk, card: CaseCard, words: Words) -> None:
    st.subheader(words("The best other places"), anchor=False)
    if not card.alternatives:
        st.markdown(words("No other place is possible for this person."))
        return
    quality, minutes = (card.pair.quality, card.pair.minutes) if card.pair else (0, 0)
    head = (
        Column(words.of("report.site_name"), Kind.TEXT),
        Column(words.of("report.neighbourhood"), Kind.TEXT),
        Column(words("Quality ±"), Kind.ID),
        Column(words("Minutes ±"), Kind.ID),
        Column(words("Posts left empty there"), Kind.INTEGER),
    )
    rows = []
    for other in card.alternatives:
        site = desk.case.site_of[other.pair.site_id]
        where = desk.case.neighbourhood_of[site.neighbourhood].name
        change = words.signed(other.pair.quality - quality), words.signed(other.pair.minutes - minutes)
        rows.append((site.name, where, *change, other.free))
    show_sheet(Sheet(words("The best other places"), head, tuple(rows)), words, key="alternatives", rows=3)


def _history(bench: Bench, desk: Desk, card: CaseCard) -> None:
    words = bench.words
    st.subheader(words("History"), anchor=False)
    if not card.history:
        st.markdown(words("Nobody has decided on this person yet."))
        return
    names = user_names(bench.store, bench.user)
    sites = desk.case.site_of
    for step in reversed(card.history):
        site = sites[step.site_id].name if step.site_id in sites else step.site_id
        moment = f"{words.day(step.at.date())} {step.at:%H:%M} UTC"
        with st.container(border=True):
            st.markdown(f"**{state_words(step.state, words)}** · {site}")
            st.text(words("{when}, {who}: {reason}", when=moment, who=names.get(step.by, "–"), reason=step.reason))
