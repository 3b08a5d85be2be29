"""What is computed beside the page while somebody watches: begun, stopped and shown in the same way everywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from planner.jobs import Errand
from planner.ui.bench import Bench, refusals
from planner.ui.words import Words

EVERY = 1.0
"""Seconds between two looks."""

_RUNS = "asides"
_MOST = 8
"""Answers kept per session; the oldest goes first."""

Key = tuple[str, str]
"""Plan and question."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A question that takes a while.

    Parameters
    ----------
    name
        Ends the keys of the fields.
    label
        Of the button that begins it.
    start
        Begins it.
    share
        How far it is, 0 to 1, from what was reported.
    phase
        What is being done, in words.
    so_far
        Draws what there is while it runs.
    outcome
        Draws what came of it.
    promise
        What will stand here and how long it takes; said until it has been begun.
    """

    name: str
    label: str
    start: Callable[[], Errand]
    share: Callable[[tuple[Any, ...]], float]
    phase: Callable[[tuple[Any, ...]], str]
    so_far: Callable[[tuple[Any, ...]], None]
    outcome: Callable[[Errand], None]
    promise: str = ""


def show_aside(bench: Bench, plan_id: str, aside: Aside) -> None:
    """Offer the question about a plan, show how far its answer is, and the answer."""
    words = bench.words
    runs: dict[Key, Errand] = st.session_state.setdefault(_RUNS, {})
    key = (plan_id, aside.name)
    run = runs.get(key)
    if run is not None and run.running:
        _watch(run, aside, words)
        return
    pressed = st.button(
        aside.label if run is None else words("Compute again"),
        icon=":material/calculate:",
        type="primary",
        key=f"start_{aside.name}",
    )
    if pressed:
        with refusals(words):
            runs.pop(key, None)
            while len(runs) >= _MOST:
                runs.pop(next(iter(runs)))
            runs[key] = aside.start()
            st.rerun()
    if run is None:
        if aside.promise:
            st.info(aside.promise, icon=":material/schedule:")
        return
    if run.refusal is not None or not (run.finished or run.stopping):
        why = f" ({run.failure})" if run.failure else ""
        st.error(words("This could not be computed. Nothing was changed.") + why, icon=":material/error:")
    aside.outcome(run)


@st.fragment(run_every=EVERY)
def _watch(run: Errand, aside: Aside, words: Words) -> None:
    """Show how far it is; once it has ended, draw the page anew."""
    if not run.running:
        st.rerun()
    left, right = st.columns([5, 1], vertical_alignment="center")
    said = words("Stopping …") if run.stopping else aside.phase(run.reports)
    seconds = words("{n} s", n=words.number(run.seconds))
    left.progress(min(1.0, aside.share(run.reports)), text=f"{said} · {seconds}")
    right.button(
        words("Stop"),
        icon=":material/stop:",
        key=f"stop_{aside.name}",
        disabled=run.stopping,
        on_click=run.stop,
        width="stretch",
    )
    aside.so_far(run.reports)
