"""What a project still lacks before it has a plan, and the way there."""

from enum import StrEnum

import streamlit as st

from planner.service import count_people, list_plans, list_scenarios, present_places, watch_solves
from planner.store import NotFoundError, Role
from planner.ui.bench import Bench
from planner.ui.planning.kept import TABS
from planner.ui.tabs import turn_to
from planner.ui.words import Words

_TOLD = "first_step"


class Step(StrEnum):
    """What comes next."""

    PLACES = "places"
    PEOPLE = "people"
    SCENARIO = "scenario"
    PLAN = "plan"


def next_step(bench: Bench) -> Step | None:
    """Return what is missing first; ``None`` once there is a plan or one is being made."""
    store, user, project = bench.store, bench.user, bench.project
    if list_plans(store, user, project) or any(job.finished_at is None for job in watch_solves(store, user, project)):
        return None
    try:
        present_places(store, user, project)
    except NotFoundError:
        return Step.PLACES
    if not count_people(store, user, project):
        return Step.PEOPLE
    return Step.PLAN if list_scenarios(store, user, project) else Step.SCENARIO


def first_steps(bench: Bench) -> None:
    """Say what comes next, and open the tab where it is done as soon as something else is missing than before."""
    step, words = next_step(bench), bench.words
    if step is None:
        return
    if st.session_state.get(_TOLD) != (bench.project, step):
        st.session_state[_TOLD] = bench.project, step
        turn_to(words("Places") if step is Step.PLACES else words("Scenario"), words, key=TABS)
    st.info(_sentence(step, words, reviewer=bench.may(Role.REVIEWER)), icon=":material/flag:")


def _sentence(step: Step, words: Words, *, reviewer: bool) -> str:
    match step:
        case Step.PLACES:
            return words(
                "**Step 1 of 4:** import neighbourhoods and sites here. People, a scenario and the first plan come "
                "after."
            )
        case Step.PEOPLE if reviewer:
            return words(
                "**Step 2 of 4:** import the people on the page “Review”. A scenario can be made here meanwhile; "
                "without people a plan stays empty."
            )
        case Step.PEOPLE:
            return words(
                "**Step 2 of 4:** the Jobcenter imports the people on the page “Review”. A scenario can be made here "
                "meanwhile; without people a plan stays empty."
            )
        case Step.SCENARIO:
            return words("**Step 3 of 4:** make the first scenario and have it solved; the plan is step 4.")
        case Step.PLAN:
            return words("**Step 4 of 4:** “Save and solve” makes the first plan.")
