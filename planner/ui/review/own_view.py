"""One's own view of a proposal, noted before the reasons are shown."""

import streamlit as st

from planner.service import CaseCard, note_own_view, own_view, review_guard
from planner.store.guards import OwnView, View
from planner.ui.bench import Bench, refusals, say


def view_needed(bench: Bench, card: CaseCard) -> bool:
    """Draw the own view of the proposal, or the form for it; return whether it is still needed.

    A proposal on which somebody has decided is shown as it is: the view of it would come too late.
    """
    place, words = card.placement, bench.words
    if place is None or not review_guard(bench.store, bench.user, bench.project).own_view:
        return False
    noted = own_view(bench.store, bench.user, bench.project, place.candidate_id, place.site_id)
    if noted is not None:
        _show(bench, noted)
        return False
    if card.decision is not None:
        return False
    st.subheader(words("Your own view first"), anchor=False)
    st.markdown(
        words(
            "Before points, reasons and alternatives are shown: what do you think of this proposal? What you note is "
            "not changed afterwards."
        )
    )
    with st.form(f"own_view_{place.candidate_id}_{place.site_id}", border=True):
        chosen = st.radio(
            words("Your view"),
            list(View),
            format_func=lambda one: words.of(f"review.view.{one}"),
            index=None,
            key=f"view_{place.candidate_id}",
        )
        note = st.text_area(words("Why (optional)"), max_chars=2000, key=f"view_note_{place.candidate_id}")
        pressed = st.form_submit_button(words("Note my view and show the reasons"), type="primary", key="view_note")
    if not pressed:
        return True
    if chosen is None:
        st.error(words("Please choose one of the three."), icon=":material/edit_note:")
    else:
        with refusals(words):
            note_own_view(bench.store, bench.user, bench.project, place.candidate_id, place.site_id, chosen, note)
            say(words("Your view was noted."))
    return True


def _show(bench: Bench, noted: OwnView) -> None:
    words = bench.words
    said = words(
        "Your own view, {day}: **{view}**",
        day=words.day(words.local(noted.at).date()),
        view=words.of(f"review.view.{noted.view}"),
    )
    st.markdown(said)
    if noted.note:
        st.text(noted.note)
