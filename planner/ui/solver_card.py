"""Start, watch and stop a solve."""

import streamlit as st

from planner.domain import Status, Tier
from planner.errors import InputError
from planner.progress import Step
from planner.service import OpenedCase
from planner.ui.plans import keep_plan
from planner.ui.solving import Run
from planner.ui.words import Words

LIMITS = (30, 60, 120, 300, 600)
"""Seconds to choose from; a proof that takes longer stays open with its gap."""

EVERY = 0.5
_RUN = "run"


def current_run() -> Run | None:
    """Return the solve of this session."""
    run: Run | None = st.session_state.get(_RUN)
    return run


def time_limit(words: Words) -> int:
    """Show the choice of how long a solve may take; return it in seconds."""
    return st.selectbox(
        words("At most"),
        LIMITS,
        index=LIMITS.index(120),
        format_func=lambda seconds: words.number(seconds) + "\u00a0s" if seconds < 60 else words.minutes(seconds / 60),
        key="time_limit",
        help=words("When the time is up, the best plan so far is shown with its proven gap."),
    )


def solve_button(opened: OpenedCase | None, seconds: int, words: Words, *, solved: bool) -> None:
    """Show the button that starts a solve."""
    run = current_run()
    pressed = st.button(
        words("Solve again") if solved else words("Solve"),
        key="solve",
        type="primary",
        icon=":material/play_arrow:",
        disabled=opened is None or (run is not None and run.running),
        width="stretch",
    )
    if pressed and opened is not None:
        st.session_state[_RUN] = Run(opened, float(seconds))
        st.rerun()


def solver_card(words: Words) -> None:
    """Show the solve under way, or how the last one ended without a plan."""
    run = current_run()
    if run is None:
        return
    if run.running:
        _watch(words.language)
    elif run.plan is not None:
        _finished(run)
    else:
        st.session_state.pop(_RUN, None)
        if isinstance(run.refusal, InputError):
            sentences = [problem.text(words.language) for problem in run.refusal.problems]
            st.error("  \n".join(sentences), icon=":material/error:")
        elif run.stopping:
            st.warning(words("Stopped before a plan was found."), icon=":material/stop_circle:")
        else:
            st.error(words("The solve ended without a result. Nothing was changed."), icon=":material/error:")


def _finished(run: Run) -> None:
    """Keep the plan and draw the page anew with it."""
    if run.plan is not None:
        keep_plan(run.case_hash, run.plan)
    st.session_state.pop(_RUN, None)
    st.rerun()


@st.fragment(run_every=EVERY)
def _watch(language: str) -> None:
    run = current_run()
    if run is None or not run.running:
        st.rerun()
    else:
        _draw(run, Words("en" if language == "en" else "de"))


def _draw(run: Run, words: Words) -> None:
    with st.container(border=True, key="solver_card"):
        left, right = st.columns([5, 1], vertical_alignment="center")
        seconds = words.number(run.seconds)
        phase = words("Stopping …") if run.stopping else _phase(run.step, words)
        left.markdown(f"**{phase}** · {words('{n} s', n=seconds)}")
        if right.button(words("Stop"), key="stop", icon=":material/stop:", disabled=run.stopping, width="stretch"):
            run.stop()
            st.rerun(scope="fragment")
        tiers = run.tiers
        st.progress(_share(run.step, len(tiers)))
        if tiers:
            st.markdown("\n".join([_head(words), *(_line(name, step, words) for name, step in tiers.items())]))


def _phase(step: Step, words: Words) -> str:
    names = {
        "pairs": words("Finding the possible pairs"),
        "solve": words("Solving, one objective after the other"),
        "check": words("Checking every rule without the solver"),
    }
    return names.get(step.phase, words("Preparing"))


def _share(step: Step, begun: int) -> float:
    """Return how far it is, by tiers begun: times per tier cannot be foretold."""
    if step.phase == "check":
        return 0.97
    return 0.05 if not begun else 0.1 + 0.85 * (begun - 0.5) / len(Tier)


def _head(words: Words) -> str:
    columns = (words.of("report.tier"), words("Value"), words.of("report.bound"), words.of("report.gap"))
    return f"| {' | '.join(columns)} |\n| :--- | ---: | ---: | ---: |"


def _line(name: str, step: Step, words: Words) -> str:
    value = "…" if step.value is None else words.reached(name, step.value)
    bound = "…" if step.bound is None else words.reached(name, step.bound)
    gap = "…"
    if step.value is not None and step.bound is not None:
        share = abs(step.bound - step.value) / max(1, abs(step.bound))
        gap = words("proven") if step.value == step.bound else words.percent(share, 2)
    return f"| {words.of(f'tier.{name}')} | {value} | {bound} | {gap} |"


def status_badge(status: Status, words: Words) -> None:
    """Show how a plan was solved."""
    look = {
        Status.OPTIMAL: (":material/verified:", "green"),
        Status.FEASIBLE: (":material/hourglass_bottom:", "orange"),
        Status.INFEASIBLE: (":material/block:", "red"),
        Status.STOPPED: (":material/stop_circle:", "orange"),
    }
    icon, colour = look[status]
    st.badge(words.of(f"status.{status}"), icon=icon, color=colour)  # type: ignore[arg-type]
