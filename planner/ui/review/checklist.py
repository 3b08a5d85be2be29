"""The checklist before the contract of one placement."""

from collections.abc import Mapping

import streamlit as st

from planner.domain import DecisionKind
from planner.service import CaseCard, check_off, contract_checklist, user_names
from planner.store.checklists import Check
from planner.ui.bench import Bench, refusals
from planner.ui.problems import plain
from planner.ui.words import Words

_WITHOUT = frozenset({DecisionKind.DECLINED, DecisionKind.FORBID, DecisionKind.ENDED})


def contract_site(card: CaseCard) -> str | None:
    """Return the site a contract would be about: where the person is fixed, else where they are proposed."""
    last = {step.site_id: step.state for step in card.history}
    fixed = (DecisionKind.STARTED, DecisionKind.ACCEPTED, DecisionKind.PIN)
    found = next((site for kind in fixed for site, state in last.items() if state is kind), None)
    if found is None and card.placement is not None and last.get(card.placement.site_id) not in _WITHOUT:
        return card.placement.site_id
    return found


def show_checklist(bench: Bench, card: CaseCard, site_name: str, site_id: str) -> None:
    """Draw the items; each is saved as soon as it is ticked."""
    words, person = bench.words, card.candidate.candidate_id
    st.subheader(words("Before the contract"), anchor=False)
    st.markdown(plain(site_name))
    checks = contract_checklist(bench.store, bench.user, bench.project, person, site_id)
    names = user_names(bench.store, bench.user)
    for check in checks:
        ticked = st.checkbox(
            words.of(f"review.item.{check.item}"),
            value=check.done,
            key=f"check_{person}_{site_id}_{check.item}_{check.version}",
        )
        if check.version:
            st.caption(_by(check, names, words))
        if ticked != check.done:
            with refusals(words):
                check_off(
                    bench.store,
                    bench.user,
                    bench.project,
                    person,
                    site_id,
                    check.item,
                    done=ticked,
                    expected_version=check.version,
                )
                st.rerun()


def open_items(bench: Bench, candidate_id: str, site_id: str) -> tuple[Check, ...]:
    """Return what is not done yet."""
    checks = contract_checklist(bench.store, bench.user, bench.project, candidate_id, site_id)
    return tuple(check for check in checks if not check.done)


def _by(check: Check, names: Mapping[str, str], words: Words) -> str:
    who = names.get(check.by, "–")
    day = words.day(words.local(check.at).date()) if check.at else "–"
    if check.done:
        return words("done: {who}, {day}", who=who, day=day)
    return words("taken back: {who}, {day}", who=who, day=day)
