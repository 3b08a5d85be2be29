"""The card of one case: why this site, what stands against it, what else there is, and what was decided."""

from collections.abc import Iterator, Sequence

import streamlit as st

from planner.domain import Eligibility
from planner.explain.why.words import miss_lines, reasons
from planner.service import CaseAnswer, CaseCard, Desk, case_card, user_names
from planner.store.decisions import StoredDecision
from planner.ui.bench import Bench, refusals
from planner.ui.problems import plain
from planner.ui.review.alternatives import alternatives, places_title
from planner.ui.review.checklist import contract_site, show_checklist
from planner.ui.review.deciding import decide_here
from planner.ui.review.own_view import view_needed
from planner.ui.review.prices import answer_about
from planner.ui.review.queue import CASE
from planner.ui.review.saying import line_list, section_text
from planner.ui.review.sheets import offer_sheet
from planner.ui.review.states import state_words
from planner.ui.review.way import show_way
from planner.ui.words import Words


def case_page(bench: Bench, desk: Desk, ids: Sequence[str]) -> None:
    """Show the case that lies on the desk, and the decision beside it.

    Parameters
    ----------
    ids
        The queue, in its order.
    """
    with refusals(bench.words):
        card = case_card(bench.store, bench.user, desk, st.session_state.get(CASE, ""))
        with st.container(key="review_case_card"):
            left, right = st.columns([3, 2], gap="large")
        with left:
            _facts(desk, card, bench.words)
            hidden = view_needed(bench, card)
            if not hidden:
                _arguments(bench, desk, card, ids)
        with right:
            if not hidden:
                with st.container(key="review_decision"):
                    decide_here(bench, desk, card)
                _contract(bench, desk, card)
            _history(bench, desk, card)


def _facts(desk: Desk, card: CaseCard, words: Words) -> None:
    place, one = card.placement, card.candidate
    home = desk.case.neighbourhood_of[one.neighbourhood].name
    if place is None:
        st.header(plain(one.candidate_id), anchor=False)
        st.markdown(words.of(f"unplaced.{card.unplaced}") if card.unplaced else words("No proposals."))
        return
    site = desk.case.site_of[place.site_id]
    st.header(f"{plain(one.candidate_id)} → {plain(site.name)}", anchor=False)
    host = site.host or words.of("report.planned_post")
    where = desk.case.neighbourhood_of[place.neighbourhood].name
    st.markdown(plain(f"{host} · {words.field(site.field)} · {where}"))
    facts = (
        (words("Home"), home),
        (words.of("report.minutes"), words.number(place.minutes)),
        (words.of("report.hours"), words.number(place.hours, 2)),
        (words.of("report.start"), words.day(place.start)),
    )
    st.markdown(" · ".join(f"{name}: **{plain(value)}**" for name, value in facts))


def _arguments(bench: Bench, desk: Desk, card: CaseCard, ids: Sequence[str]) -> None:
    words = bench.words
    _for(card, words)
    _against(desk, card, words)
    st.subheader(places_title(card, words), anchor=False)
    person = card.candidate.candidate_id
    answer = answer_about(bench, desk, person, ids)
    alternatives(desk, card, answer, words)
    if answer is not None:
        _solved(answer, words)
    _near_misses(desk, card, words)
    if card.placement is not None:
        st.subheader(words("Way to work"), anchor=False)
        show_way(desk, card.placement, words)


def _for(card: CaseCard, words: Words) -> None:
    """Show the points with the fact behind each, and the rules that are met."""
    if card.why is None:
        return
    title = words("Why this site: {n} of 100 points", n=card.why.pair.quality)
    st.subheader(title, anchor=False)
    head = f"| {words('Part')} | {words('Points')} ({words('at most')}) | {words('Because')} |"
    lines = [head, "| :--- | ---: | :--- |"]
    lines += [
        f"| {words.of(f'pages.part.{part.name}')} | {part.points} ({part.most}) "
        f"| {plain(part.fact.text(words.language))} |"
        for part in card.why.parts
    ]
    st.markdown("\n".join(lines))
    _, *rest = reasons(card.why)
    with st.expander(words("Every rule with its values, and what the proposal adds"), key="why_card"):
        for section in rest:
            if section.lines:
                st.markdown(section_text(section, words))


def _against(desk: Desk, card: CaseCard, words: Words) -> None:
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
    elif card.assessment.status is Eligibility.ELIGIBLE and card.placement is None:
        st.markdown(words("Nothing that is known: the conditions of the subsidy are met."))
    elif card.assessment.status is Eligibility.ELIGIBLE:
        st.markdown(
            words("Nothing that is known: the conditions of the subsidy are met, every test of the pair is passed.")
        )


def _solved(answer: CaseAnswer, words: Words) -> None:
    """Show what only solving tells: the mark and the sheet, or what it would take to place the person."""
    if answer.sheet is not None:
        offer_sheet(answer.sheet, words)
    for section in answer.why:
        if section.lines:
            st.markdown(section_text(section, words))


def _near_misses(desk: Desk, card: CaseCard, words: Words) -> None:
    """Show the sites that one rule alone keeps away."""
    with st.expander(words("Near misses: sites that one rule keeps away"), key="misses_card"):
        lines = tuple(miss_lines(desk.case, card.misses))
        st.markdown(line_list(lines, words) if lines else words("None: no site fails by exactly one rule."))


def _contract(bench: Bench, desk: Desk, card: CaseCard) -> None:
    site_id = contract_site(card)
    if site_id is not None:
        site = desk.case.site_of.get(site_id)
        show_checklist(bench, card, site.name if site else site_id, site_id)


def _days(step: StoredDecision, words: Words) -> Iterator[str]:
    """Yield the first and the last working day, as far as the step says them."""
    if step.since is not None:
        yield words("from {day}", day=words.day(step.since))
    if step.until is not None:
        yield words("until {day}", day=words.day(step.until))


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
        moment = words.moment(step.at)
        with st.container(border=True):
            st.markdown(" · ".join((f"**{state_words(step.state, words)}**", plain(site), *_days(step, words))))
            reason = step.reason or words("no reason was asked for")
            st.text(words("{when}, {who}: {reason}", when=moment, who=names.get(step.by, "–"), reason=reason))
