"""How the team reviews: the guard against nodding, and how often proposals are taken as they are."""

import streamlit as st

from planner.service import review_guard, set_review_guard, team_rate
from planner.service.guarding import REVIEWERS
from planner.ui.bench import Bench, refusals, say


def team(bench: Bench) -> None:
    """Draw the settings and the rate of the team."""
    words = bench.words
    with refusals(words):
        guard = review_guard(bench.store, bench.user, bench.project)
        st.header(words("Guard against nodding"), anchor=False)
        st.markdown(
            words(
                "Whoever takes every proposal as it comes decides nothing. These settings hold for everybody who "
                "reviews this project; every change of them is in the audit trail."
            )
        )
        with st.form("guard", border=True):
            own = st.checkbox(
                words("Note one's own view before points, reasons and alternatives are shown"),
                value=guard.own_view,
                key="guard_own",
            )
            sample = st.number_input(
                words("Acceptances that need a reason, in percent (drawn by lot from project seed and pair)"),
                min_value=0,
                max_value=100,
                value=guard.sample,
                step=5,
                key="guard_sample",
            )
            pressed = st.form_submit_button(words("Save"), type="primary", key="guard_save")
        if pressed:
            set_review_guard(bench.store, bench.user, bench.project, own_view=own, sample=int(sample))
            say(words("The settings were saved."))
        _rate(bench)


def _rate(bench: Bench) -> None:
    words, rate = bench.words, team_rate(bench.store, bench.user, bench.project)
    st.header(words("Proposals taken as they are"), anchor=False)
    if rate.percent is None:
        st.markdown(
            words(
                "Not shown yet: fewer than {people} people were decided on, or fewer than {reviewers} reviewers have "
                "decided. The rate is always that of the whole team.",
                people=words.number(rate.threshold),
                reviewers=words.number(REVIEWERS),
            )
        )
        return
    st.metric(
        words("Accepted unchanged, whole team"),
        words.percent(rate.percent / 100),
        border=True,
        help=words.of("help.figure.rate"),
    )
    st.markdown(
        words(
            "Of all people decided on: the share whose first decision accepted what had been proposed, rounded to five "
            "percent. Never computed for single reviewers."
        )
    )
