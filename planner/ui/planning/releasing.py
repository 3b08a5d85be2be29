"""Releasing a plan: asked before it is done, for nobody can take it back."""

from collections.abc import Mapping

import streamlit as st

from planner.domain import Plan
from planner.service import release_plan
from planner.store.plans import PlanInfo
from planner.ui.bench import Bench, refusals, say
from planner.ui.planning.kept import in_force, plan_title
from planner.ui.words import Words

_ASKED = "release_asked"


def release_button(plan: Plan, info: PlanInfo, words: Words) -> None:
    """Offer to release a plan that is not released yet; a second press takes the question back."""
    if plan.has_placements and info.released_at is None:
        st.button(words("Release"), key="release", on_click=_ask, args=(info.plan_id,))


def release_question(bench: Bench, plan: Plan, info: PlanInfo, infos: Mapping[str, PlanInfo]) -> None:
    """Ask whether the plan is to be released, once its button was pressed; do it, or leave it."""
    words = bench.words
    if st.session_state.get(_ASKED) != info.plan_id or info.released_at is not None:
        return
    with st.container(border=True, key="release_question"):
        st.markdown("\n\n".join(_consequences(plan, info, infos, words)))
        with st.container(horizontal=True):
            sure = st.button(words("Release now"), key="release_now", type="primary", icon=":material/check:")
            st.button(words("Cancel"), key="release_cancel", on_click=_ask, args=(None,))
        if sure:
            st.session_state.pop(_ASKED)
            with refusals(words):
                release_plan(bench.store, bench.user, bench.project, info.plan_id)
                say(words("The plan was released. Leadership now sees what may be shown of it."))


def _consequences(plan: Plan, info: PlanInfo, infos: Mapping[str, PlanInfo], words: Words) -> tuple[str, ...]:
    placed = words.plural("one proposal", "{n} proposals", len(plan.placements))
    before = in_force(infos)
    return (
        "**" + words("Release {plan} ({proposals})?", plan=plan_title(info, words), proposals=placed) + "**",
        words("From then on leadership sees this plan on its page.")
        + " "
        + (
            words("No plan has been released before.")
            if before is None or before.released_at is None
            else words(
                "It takes the place of {plan}, released on {day}.",
                plan=plan_title(before, words),
                day=words.day(words.local(before.released_at).date()),
            )
        ),
        words(
            "A release cannot be taken back. After each one more of leadership's counts stay hidden, so that nobody "
            "can be worked out from two of them: please release what has been decided, not what is on the way there."
        ),
    )


def _ask(plan_id: str | None) -> None:
    st.session_state[_ASKED] = None if st.session_state.get(_ASKED) == plan_id else plan_id
