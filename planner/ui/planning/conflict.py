"""What is in the way of a plan: the rules, the ways out, and each way one click from being a scenario."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from planner.domain import Plan, Scenario
from planner.jobs import Errand
from planner.progress import Step
from planner.service import Trouble, conflict_text, save_scenario, start_ways, submit_solve
from planner.store.plans import PlanInfo
from planner.ui.bench import Bench, refusals, say
from planner.ui.planning.asides import Aside, show_aside
from planner.ui.problems import plain
from planner.ui.shortfall import missed_minima
from planner.ui.words import Words

_SOLVE_SECONDS = 60.0
_STEPS = 3
"""Reported: the pairs, the search; then the answer."""


def conflict_card(bench: Bench, plan: Plan, info: PlanInfo) -> None:
    """Name the rules that cannot hold together, or the minima that are missed, and offer the ways out."""
    words = bench.words
    missed = missed_minima(plan, words)
    if plan.has_placements and not missed:
        return
    with st.container(border=True, key="conflict_card"):
        if plan.has_placements:
            st.warning(missed, icon=":material/warning:")
        elif plan.conflict:
            st.error(words("No plan can keep all rules. These stand in each other's way:"), icon=":material/block:")
            for rule in plan.conflict:
                st.markdown(f"- {plain(conflict_text(rule, words.language))}")
        show_aside(bench, info.plan_id, _aside(bench, info))


def _aside(bench: Bench, info: PlanInfo) -> Aside:
    words = bench.words
    start = partial(start_ways, bench.store, bench.user, bench.project, info.plan_id, words.language)
    return Aside(
        name=f"ways_{words.language}",
        label=words("Look for ways out"),
        start=start,
        share=lambda steps: len(steps) / _STEPS,
        phase=partial(_phase, words),
        so_far=lambda _: None,
        outcome=partial(_outcome, bench, info),
    )


def _phase(words: Words, steps: tuple[Step, ...]) -> str:
    looking = bool(steps) and steps[-1].phase == "solve"
    return words("Ways out are sought and solved") if looking else words("Finding the possible pairs")


def _outcome(bench: Bench, info: PlanInfo, run: Errand) -> None:
    words = bench.words
    troubles: Sequence[Trouble] | None = run.result
    if troubles is None:
        if run.stopping:
            st.info(words("Stopped before there was an answer."), icon=":material/stop_circle:")
        return
    for number, trouble in enumerate(troubles):
        _trouble(bench, info, trouble, number)


def _trouble(bench: Bench, info: PlanInfo, trouble: Trouble, number: int) -> None:
    words = bench.words
    lines = [f"- {plain(rule)}" for rule in trouble.rules]
    head = " ".join(map(plain, trouble.head))
    st.markdown("\n".join([f"**{head}**", "", *lines, "", *map(plain, trouble.about)]))
    if not trouble.ways:
        st.markdown(words.of("ways.none"))
    for at, way in enumerate(trouble.ways):
        with st.container(border=True, key=f"way_{number}_{at}"):
            said, acts = st.columns([3, 1], vertical_alignment="center")
            about = "\n".join(f"- {plain(line)}" for line in way.lines)
            said.markdown(f"**{plain(way.change)}**\n\n{about}")
            if way.scenario is None:
                acts.markdown(words("Not for a scenario alone to change."))
            else:
                acts.button(
                    words("Save as a scenario and solve"),
                    key=f"take_{number}_{at}",
                    icon=":material/play_arrow:",
                    on_click=_take,
                    args=(way.scenario,),
                    width="stretch",
                )
    if trouble.untried:
        st.markdown(words.of("ways.untried", number=words.number(trouble.untried)))
    _save(bench, info)


_TAKEN = "way_taken"


def _take(scenario: Scenario) -> None:
    st.session_state[_TAKEN] = scenario


def _save(bench: Bench, info: PlanInfo) -> None:
    """Save the way that was chosen, and ask for its plan."""
    scenario: Any = st.session_state.pop(_TAKEN, None)
    if scenario is None:
        return
    words = bench.words
    with refusals(words):
        version = save_scenario(bench.store, bench.user, bench.project, scenario, info.version_id).version
        submit_solve(bench.store, bench.user, bench.project, version.version_id, time_limit=_SOLVE_SECONDS)
        say(words("No. {n} is being solved.", n=version.number))
