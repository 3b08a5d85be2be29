"""Deciding on a case: a step, a reason, what it does to everybody else, and only then the saving."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from planner.domain import DecisionKind
from planner.service import (
    CaseCard,
    Desk,
    Repair,
    Step,
    case_history,
    decide,
    preview_decision,
    reason_needed,
    review_guard,
    user_names,
)
from planner.store import ChangedMeanwhileError
from planner.store.decisions import STEPS, StoredDecision, first_day_kept, last_day
from planner.ui.bench import Bench, refusals, say
from planner.ui.part import part, standing
from planner.ui.review.checklist import open_items
from planner.ui.review.previewing import show_repair
from planner.ui.review.queue import lay_plan
from planner.ui.review.states import last_step, state_words, step_words
from planner.ui.words import Words

_SEEN = "version_seen"
_PREVIEW = "prepared_step"
_NONE = "none"
_REASON = "decision_reason"

WITH_SINCE = frozenset({DecisionKind.ACCEPTED, DecisionKind.STARTED})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A step as it was previewed, with the version of the pair that the reviewer saw then.

    Parameters
    ----------
    seen
        Who looked, and how often people had been deleted: the repair names others, who may be gone.
    """

    step: Step
    reason: str
    version: int
    repair: Repair
    seen: Hashable


@part
def decide_here(bench: Bench, desk: Desk, card: CaseCard) -> None:
    """Ask for a step with one of the person's pairs; show what follows; save.

    Drawn by itself: nothing else on the page hangs on a step that is only thought of. As soon as somebody else has
    decided on the person, the whole page is drawn anew.
    """
    words = bench.words
    with refusals(words):
        if case_history(bench.store, bench.user, desk, card.candidate.candidate_id) != card.history:
            st.rerun()
        st.header(words("Decision"), anchor=False)
        if (site_id := _site(desk, card, words)) is not None:
            last = last_step(card, site_id)
            pair = card.candidate.candidate_id, site_id
            _say_what_changed(bench, pair, last)
            place = st.empty()
            if _prepared(desk, pair) is None:
                with place.container():
                    _ask(bench, desk, pair, last)
            if (prepared := _prepared(desk, pair)) is not None:
                with place.container():
                    _save_previewed(bench, desk, prepared)


def _prepared(desk: Desk, pair: tuple[str, str]) -> Prepared | None:
    """Return what was previewed of a pair of the plan on the desk; what nobody may see any more is dropped."""
    prepared: Prepared | None = st.session_state.get(_PREVIEW)
    if prepared is None:
        return None
    if prepared.seen != standing():
        _forget()
        return None
    about = prepared.step.candidate_id, prepared.step.site_id, prepared.repair.ask.plan_id
    return prepared if about == (*pair, desk.info.plan_id) else None


def _ask(bench: Bench, desk: Desk, pair: tuple[str, str], last: StoredDecision | None) -> None:
    """Ask which step is to be taken, and for what belongs to it."""
    words, state = bench.words, last.state if last else None
    st.markdown(words("State: **{state}**", state=state_words(state, words)))
    steps = [one.value for one in DecisionKind if one in STEPS[state]] + [_NONE] * (None in STEPS[state])
    # Keyed by the version: a step chosen for what has changed meanwhile is not taken.
    wanted = st.segmented_control(
        words("Step"),
        steps,
        format_func=lambda one: step_words(one, words),
        key=f"step_{pair}_{last.version if last else 0}",
        label_visibility="collapsed",
    )
    if wanted is not None:
        _form(bench, desk, Step(candidate_id=pair[0], site_id=pair[1], state=_kind(wanted)), last)


def _say_what_changed(bench: Bench, pair: tuple[str, str], last: StoredDecision | None) -> None:
    """Say who has decided on the pair since it was drawn; what was chosen or previewed before is dropped."""
    version = last.version if last else 0
    seen: tuple[tuple[str, str], int] | None = st.session_state.get(_SEEN)
    st.session_state[_SEEN] = pair, version
    if last is None or seen is None or seen[0] != pair or seen[1] == version:
        return
    _forget()
    by = user_names(bench.store, bench.user).get(last.by, "–")
    st.error(ChangedMeanwhileError(by, last.at, version).text(bench.words.language), icon=":material/group:")


def _kind(value: str) -> DecisionKind | None:
    return None if value == _NONE else DecisionKind(value)


def _site(desk: Desk, card: CaseCard, words: Words) -> str | None:
    """Choose the pair: the proposed one, one that was decided on before, or one of the alternatives."""
    proposed = card.placement.site_id if card.placement else None
    before = (step.site_id for step in reversed(card.history) if step.site_id in desk.case.site_of)
    others = (other.pair.site_id for other in card.alternatives)
    options = list(dict.fromkeys([*filter(None, [proposed]), *before, *others]))
    if not options:
        st.markdown(words("No other place is possible for this person."))
        return None
    names = {site: desk.case.site_of[site].name for site in options}
    if proposed is not None:
        names[proposed] += f" ({words('proposed')})"
    # Keyed by what is proposed: a browser goes on showing the old name of an option that has been chosen.
    chosen: str = st.selectbox(
        words.of("report.site_id"),
        options,
        format_func=names.__getitem__,
        key=f"site_{card.candidate.candidate_id}_{proposed or ''}",
    )
    return chosen


def _form(bench: Bench, desk: Desk, step: Step, last: StoredDecision | None) -> None:
    words, expected = bench.words, last.version if last else 0
    if step.state is DecisionKind.STARTED and (items := open_items(bench, step.candidate_id, step.site_id)):
        left = "\n".join(f"- {words.of(f'review.item.{item.item}')}" for item in items)
        st.warning(f"{words('Still open before the contract:')}\n{left}", icon=":material/checklist:")
    with st.form("decision", border=True):
        since = until = None
        if step.state in WITH_SINCE:
            first = first_day_kept(last, step.state) or desk.plan.scenario.start
            since = st.date_input(words.of("report.start"), first, format=words.day_field, key="decision_since")
        if step.state is DecisionKind.ENDED:
            today = words.local(datetime.now(UTC)).date()
            day = last_day(last.since if last else None, None, today)
            until = st.date_input(words("Last working day"), day, format=words.day_field, key="decision_until")
        needed = step.state is not DecisionKind.ACCEPTED or reason_needed(
            review_guard(bench.store, bench.user, bench.project), step.candidate_id, step.site_id
        )
        asked = words("Reason (required; it stays here and is never exported)")
        free = words("Reason (may be left blank this time; it stays here and is never exported)")
        reason = st.text_area(asked if needed else free, max_chars=2000, key=_REASON)
        preview = st.form_submit_button(words("Preview"), type="primary", key="preview", icon=":material/visibility:")
        only = st.form_submit_button(words("Save without a new plan"), key="save_only")
    if not (preview or only):
        return
    whole = Step(candidate_id=step.candidate_id, site_id=step.site_id, state=step.state, since=since, until=until)
    with refusals(words):
        if needed and not reason.strip():
            st.error(words("Please give a reason."), icon=":material/edit_note:")
        elif only:
            decide(bench.store, bench.user, bench.project, whole, expected_version=expected, reason=reason)
            st.session_state.pop(_SEEN)
            say(words("The decision was saved."))
        else:
            seen = standing()
            with st.spinner(words("Repairing the plan with the fewest changes …")):
                repair = preview_decision(bench.store, bench.user, bench.project, desk.info.plan_id, whole)
            st.session_state[_PREVIEW] = Prepared(whole, reason, expected, repair, seen)


def _save_previewed(bench: Bench, desk: Desk, prepared: Prepared) -> None:
    """Show what the step does; save it with the repaired plan, or go back."""
    words = bench.words
    show_repair(desk, prepared.step, prepared.repair, words)
    with st.container(horizontal=True):
        pressed = st.button(
            words("Save decision and plan"),
            type="primary",
            key="preview_save",
            icon=":material/save:",
            disabled=not prepared.repair.possible,
        )
        st.button(words("Back, save nothing"), key="preview_back", on_click=_back, args=(prepared,))
    if not pressed:
        return
    _forget()
    with refusals(words):
        done = decide(
            bench.store,
            bench.user,
            bench.project,
            prepared.step,
            expected_version=prepared.version,
            reason=prepared.reason,
            repair=prepared.repair,
        )
        st.session_state.pop(_SEEN)
        if done.plan is not None:
            lay_plan(done.plan.plan_id)
        say(words("The decision and the repaired plan were saved."))


def _back(prepared: Prepared) -> None:
    """Drop a preview and lay the form out again as it was: nobody writes a reason twice."""
    _forget()
    st.session_state[_REASON] = prepared.reason


def _forget() -> None:
    st.session_state.pop(_PREVIEW, None)
