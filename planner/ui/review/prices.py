"""Exact prices beside the page: for the person on the desk first, then for the next ones in the queue."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from planner.jobs import Errand
from planner.service import CaseAnswer, Desk, start_answers
from planner.ui.bench import Bench, refusals
from planner.ui.planning.asides import EVERY
from planner.ui.words import Words

AHEAD = 10
"""People computed together: proving the plan anew is most of the work, and the queue is worked off in order."""

_ANSWERS = "review_answers"
_RUN = "review_run"
_ON = "review_prices_on"

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Run:
    """What is being computed: for which plan and whom."""

    key: Key
    ids: tuple[str, ...]
    errand: Errand

    def lacks(self, candidate_id: str) -> bool:
        """Return whether the answer about a person is still to come."""
        done = {answer.candidate_id for answer in self.errand.reports if answer.complete}
        return candidate_id in self.ids and candidate_id not in done


def answer_about(bench: Bench, desk: Desk, candidate_id: str, ids: Sequence[str]) -> CaseAnswer | None:
    """Return what solving says about a person so far, and show that it is being computed, or offer to compute it.

    Parameters
    ----------
    ids
        The queue, in its order: who comes next is computed beforehand.
    """
    key = bench.user.user_id, desk.info.plan_id, desk.info.removed
    answers = _collected(key)
    answer = answers.get(candidate_id)
    if answer is not None and answer.complete:
        return answer
    words, run = bench.words, _run(key)
    if run is not None and run.errand.running and run.lacks(candidate_id):
        _watch(run, candidate_id, answer, words)
        return answer
    if run is not None and candidate_id in run.ids and not run.errand.running:
        _stop()
        st.error(words("This could not be computed. Nothing was changed."), icon=":material/error:")
    if not st.session_state.get(_ON):
        st.button(
            words("Compute exact prices and the reason sheet"),
            icon=":material/calculate:",
            key="prices_start",
            on_click=_begin,
        )
        return answer
    with refusals(words):
        at = ids.index(candidate_id) if candidate_id in ids else 0
        wanted = (candidate_id, *(one for one in ids[at + 1 : at + AHEAD] if one not in answers))
        started = start_answers(bench.store, bench.user, bench.project, desk.info.plan_id, wanted)
        st.session_state[_RUN] = run = Run(key, wanted, started)
        _watch(run, candidate_id, answer, words)
    return answer


def _begin() -> None:
    st.session_state[_ON] = True


def _stop() -> None:
    """Forget what is being computed, which ends it; nothing more is begun until somebody asks."""
    st.session_state[_ON] = False
    st.session_state.pop(_RUN, None)


def _run(key: Key) -> Run | None:
    run: Run | None = st.session_state.get(_RUN)
    return run if run is not None and run.key == key else None


def _collected(key: Key) -> dict[str, CaseAnswer]:
    """Return the answers about a plan, with those that have come since; those about another plan are let go."""
    kept: tuple[Key, dict[str, CaseAnswer]] = st.session_state.get(_ANSWERS, (key, {}))
    answers = kept[1] if kept[0] == key else {}
    if (run := _run(key)) is not None:
        answers |= {answer.candidate_id: answer for answer in run.errand.reports}
    st.session_state[_ANSWERS] = key, answers
    return answers


@st.fragment(run_every=EVERY)
def _watch(run: Run, candidate_id: str, shown: CaseAnswer | None, words: Words) -> None:
    """Say that it is being computed; once more of the answer is there, draw the page anew."""
    begun = any(answer.candidate_id == candidate_id for answer in run.errand.reports)
    if not (run.errand.running and run.lacks(candidate_id)) or (begun and shown is None):
        st.rerun()
    left, right = st.columns([3, 1], vertical_alignment="center")
    seconds = words("{n} s", n=words.number(run.errand.seconds))
    said = (
        words("Exact prices are being computed …") if shown is None else words("What it would take is being computed …")
    )
    left.markdown(f":material/hourglass_top: {said} {seconds}")
    right.button(words("Stop"), icon=":material/stop:", key="prices_stop", on_click=_stop, width="stretch")
