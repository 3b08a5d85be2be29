"""The page "Plan": a case goes in; the plan, its proof and its map come out."""

from datetime import date

import streamlit as st

from planner.domain import Plan
from planner.service import conflict_text
from planner.ui.details import show_details, show_downloads
from planner.ui.explore import explore
from planner.ui.language import current_words
from planner.ui.plans import plan_for
from planner.ui.problems import plain, show_notes, show_problems
from planner.ui.shortfall import show_missed
from planner.ui.solver_card import current_run, solve_button, solver_card, status_badge, time_limit
from planner.ui.source import Source, choose_demo, choose_files, choose_kind
from planner.ui.tiles import show_key_figures
from planner.ui.tour import offer_tour
from planner.ui.words import Words


def plan_page() -> None:
    """Draw the page."""
    words = current_words()
    with st.container(horizontal=True, vertical_alignment="bottom", key="head"):
        st.title(words("Neighbourhood assistants: placement plan"), anchor=False, width="content")
        st.markdown(words("Proposals only: the Jobcenter assigns, the host signs the contract."), width="stretch")
    offer_tour("plan", words)
    source = _choose(words)
    solver_card(words)
    if source.problems:
        show_problems(source.problems, words)
    if source.opened is None:
        return
    case, plan = source.opened.case, plan_for(source)
    if plan is None:
        if current_run() is None:
            no_plan = words("No plan yet for this scenario. “Solve” shows who could work where.")
            st.info(no_plan, icon=":material/info:")
    elif not plan.has_placements:
        _without_placements(plan, words)
    else:
        _headline(plan, words)
        show_missed(plan, words)
        show_key_figures(case, plan, words)
        explore(case, plan, _fingerprint(plan), words)
        st.header(words("The plan in tables"), anchor=False)
        show_details(case, plan, words)
        st.header(words("Take the plan along"), anchor=False)
        show_downloads(case, plan, words)
    show_notes(source.opened.notes, words)


def _choose(words: Words) -> Source:
    with st.container(border=True, key="source"):
        kind_place, source_place, limit_place, button_place = st.columns([2.3, 4, 1.5, 2], vertical_alignment="bottom")
        with kind_place:
            kind = choose_kind(words)
        if kind == "demo":
            with source_place:
                source = choose_demo(words)
        else:
            # Six files or more need the whole width.
            source = choose_files(words)
        with limit_place:
            seconds = time_limit(words)
        with button_place:
            solve_button(source.opened, seconds, words, solved=plan_for(source) is not None)
    return source


def _headline(plan: Plan, words: Words) -> None:
    """Say in one line what is shown, and that it is a proposal."""
    scenario = plan.scenario
    with st.container(horizontal=True, vertical_alignment="center", key="headline"):
        facts = (
            scenario.name or words("Without a name"),
            words("start {day}", day=words.day(scenario.start)),
            words.of(f"scheme.{scenario.scheme}"),
            words("law as of {version}", version=_law_day(plan.law, words)),
        )
        st.markdown(" · ".join(facts), width="content")
        status_badge(plan.status, words)


def _law_day(version: str, words: Words) -> str:
    """Return the day a version of the law begins with, written as it is; other versions stay what they are."""
    try:
        return words.day(date.fromisoformat(version[:10]))
    except ValueError:
        return version


def _without_placements(plan: Plan, words: Words) -> None:
    """Say why there is nothing to show."""
    if plan.conflict:
        st.error(words("No plan can keep all rules. These stand in each other's way:"), icon=":material/block:")
        for rule in plan.conflict:
            st.markdown(f"- {plain(conflict_text(rule, words.language))}")
    else:
        st.warning(words("Stopped before a plan was found."), icon=":material/stop_circle:")


def _fingerprint(plan: Plan) -> str:
    """Tell two plans for one case apart, such as one with a gap and one without."""
    return "|".join(f"{tier.name}:{tier.value}:{tier.bound}" for tier in plan.tiers)
