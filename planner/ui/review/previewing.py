"""What a step would do to everybody else, before it is saved."""

import pandas as pd
import streamlit as st

from planner.report.sheets import Column, Kind, Sheet
from planner.service import Desk, Repair, Step, conflict_text
from planner.ui.problems import plain
from planner.ui.review.states import step_words
from planner.ui.tables import show_sheet
from planner.ui.words import Words

READABLE = 15
"""Up to so many moves are shown at once."""


def show_repair(desk: Desk, step: Step, repair: Repair, words: Words) -> None:
    """Show who moves from where to where, and what the objectives win or lose."""
    st.subheader(words("Preview: nothing is saved yet"), anchor=False)
    about = f"{step.candidate_id} · {_site(desk, step.site_id, words)}"
    st.markdown(f"**{step_words(step.state, words)}** · {plain(about)}")
    if not repair.possible:
        st.error(words("With this decision there is no plan that keeps every rule:"), icon=":material/block:")
        for rule in repair.plan.conflict:
            st.markdown(f"- {plain(conflict_text(rule, words.language))}")
        return
    others = sum(move.candidate_id != step.candidate_id for move in repair.moves)
    if others:
        st.markdown(words.plural("One other person is affected.", "{n} other people are affected.", others))
    else:
        st.markdown(words("Nobody else is affected."))
    if repair.moves:
        _moves(desk, repair, words)
    lines = [f"| {words.of('report.tier')} | {words('Before')} | {words('After')} |", "| :--- | ---: | ---: |"]
    for tier in repair.tiers:
        if tier.before and tier.after and tier.name != "lot" and tier.before.value != tier.after.value:
            values = " | ".join(words.reached(tier.name, one.value) for one in (tier.before, tier.after))
            lines.append(f"| {words.of(f'tier.{tier.name}')} | {values} |")
    if len(lines) > 2:
        st.markdown("\n".join(lines))


def _moves(desk: Desk, repair: Repair, words: Words) -> None:
    """Show few moves with their whole names; many scroll."""
    named = (words.of("report.candidate_id"), words("Before"), words("After"))
    rows = tuple((m.candidate_id, _site(desk, m.before, words), _site(desk, m.after, words)) for m in repair.moves)
    if len(rows) <= READABLE:
        st.table(pd.DataFrame(rows, columns=list(named)).set_index(named[0]))
    else:
        head = tuple(Column(name, Kind.TEXT) for name in named)
        show_sheet(Sheet(words("Who moves"), head, rows), words, key="preview_moves")


def _site(desk: Desk, site_id: str | None, words: Words) -> str:
    if site_id is None:
        return words("no place")
    site = desk.case.site_of.get(site_id)
    return site.name if site else site_id
