"""The editor as a whole: which version, its parts in tabs, what is wrong, and the way to save and solve."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

import streamlit as st

from planner.domain import Case, Scenario
from planner.errors import InputError, Problem, Severity
from planner.service import list_scenarios, present_places, save_scenario, submit_solve
from planner.store import NotFoundError
from planner.store.scenarios import ScenarioVersion
from planner.ui.bench import Bench, refusals, say
from planner.ui.planning.editor.basics import basics
from planner.ui.planning.editor.budgets import budgets
from planner.ui.planning.editor.draft import Draft, draft_of
from planner.ui.planning.editor.editing import Editing, said
from planner.ui.planning.editor.judged import raw_of, scenario_of
from planner.ui.planning.editor.limits import limits
from planner.ui.planning.editor.need import need
from planner.ui.planning.editor.objectives import objectives
from planner.ui.planning.kept import plan_names
from planner.ui.planning.result import scenario_result
from planner.ui.problems import plain
from planner.ui.tabs import lazy_tabs
from planner.ui.words import Words

SECONDS = (10, 30, 60, 300, 900)
"""How long a solve may take."""

_AHEAD = timedelta(days=90)
_DRAFTS = "scenario_drafts"
_REFUSED = "scenario_refused"


def scenario_editor(bench: Bench) -> None:
    """Choose a version, change anything of it, save it as a new one, and have it solved."""
    words = bench.words
    versions = {one.version_id: one for one in list_scenarios(bench.store, bench.user, bench.project)}
    base = _choose(versions, words)
    try:
        places: Case | None = present_places(bench.store, bench.user, bench.project)
    except NotFoundError:
        places = None
    _edit(bench, base, places)
    if base is not None:
        scenario_result(bench, base.version_id)


@st.fragment
def _edit(bench: Bench, base: ScenarioVersion | None, places: Case | None) -> None:
    """Draw the fields. A fragment: a changed weight draws the editor anew and nothing else."""
    words = bench.words
    name = f"{base.version_id if base else bench.project}"
    draft, turn = _draft(name, base)
    edit = Editing(draft, words, f"{name}_{turn}", places)
    parts: tuple[tuple[str, Callable[[Editing], None]], ...] = (
        (words("Key data"), basics),
        (words.of("report.need"), need),
        (words("Limits"), limits),
        (words("Budgets"), budgets),
        (words("Objectives"), objectives),
    )
    with st.container(key="scenario_editor"):
        lazy_tabs([(title, partial(part, edit)) for title, part in parts], words, key="editor_tabs")
    scenario, problems = _judge(draft, name)
    _summary(edit.tell(problems), problems, words)
    _actions(bench, base, scenario, name)


def _choose(versions: Mapping[str, ScenarioVersion], words: Words) -> ScenarioVersion | None:
    """Let a version be chosen, the newest first; a child names its parent by number."""
    if not versions:
        st.markdown(words("The first scenario of this project:"))
        return None

    def name(version_id: str) -> str:
        one = versions[version_id]
        parent = versions.get(one.parent_id or "")
        made = words("from no. {n}", n=parent.number) if parent else ""
        return " · ".join(filter(None, (f"{words('No. {n}', n=one.number)} {one.name}".strip(), made)))

    # Keyed by how many there are, so that a version just saved is the one chosen.
    chosen = st.selectbox(words("Make it from"), list(versions), format_func=name, key=f"base_{len(versions)}")
    return versions[chosen]


def _draft(name: str, base: ScenarioVersion | None) -> tuple[Draft, int]:
    """Return the draft of a version and how often it was begun anew; it stays when another page is visited."""
    drafts: dict[str, tuple[Draft, int]] = st.session_state.setdefault(_DRAFTS, {})
    if name not in drafts:
        start = (date.today() + _AHEAD).replace(day=1)  # noqa: DTZ011  (a day of the office's calendar)
        drafts[name] = draft_of(base.scenario if base else Scenario(start=start)), 0
    return drafts[name]


def _begin_anew(name: str, scenario: Scenario) -> None:
    drafts = st.session_state[_DRAFTS]
    drafts[name] = draft_of(scenario), drafts[name][1] + 1


def _judge(draft: Draft, name: str) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """Return the scenario, or what stands against it; what was refused on saving is told until something changes."""
    try:
        scenario = scenario_of(draft)
    except InputError as error:
        return None, error.problems
    refused = st.session_state.get(_REFUSED)
    if refused and refused[0] == (name, raw_of(draft)):
        return scenario, refused[1]
    return scenario, ()


def _summary(elsewhere: tuple[Problem, ...], problems: tuple[Problem, ...], words: Words) -> None:
    """Say how many fields need a look, and in full what belongs to no field."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        lines = [words.plural("One entry cannot stay as it is:", "{n} entries cannot stay as they are:", errors)]
        lines += [
            f"- {_place(problem.column, words)}: {plain(said(problem, words))}"
            for problem in problems
            if problem.severity is Severity.ERROR
        ]
        st.error("\n".join(lines), icon=":material/error:")
    for problem in elsewhere:
        if problem.severity is Severity.WARNING:
            st.warning(plain(said(problem, words)), icon=":material/warning:")


def _place(column: str, words: Words) -> str:
    """Return where a field is found: the tab it stands in, and which limit."""
    if limit := re.match(r"limit\[(\d+)\]", column):
        return words("Limit {n}", n=limit[1])
    tabs = {"need": words.of("report.need"), "budget": words("Budgets"), "tiers": words("Objectives")}
    return tabs.get(column.partition(".")[0], words("Key data"))


def _actions(bench: Bench, base: ScenarioVersion | None, scenario: Scenario | None, name: str) -> None:
    words = bench.words
    infos, names = plan_names(bench)
    earlier = [plan_id for plan_id, info in infos.items() if info.placed]
    with st.container(horizontal=True, vertical_alignment="bottom", key="scenario_actions"):
        seconds = st.selectbox(
            words("Time limit"), SECONDS, index=2, format_func=lambda n: words("{n} s", n=n), key="limit", width=140
        )
        previous = st.selectbox(
            words("Change little against"),
            ["", *earlier],
            format_func=lambda plan_id: names[plan_id] if plan_id else words("no plan"),
            key="previous_plan",
            width=320,
            help=words("Its placements are kept where the objectives before “changes” allow it."),
        )
        solve = st.button(
            words("Save and solve"),
            type="primary",
            icon=":material/play_arrow:",
            key="save_and_solve",
            disabled=scenario is None,
        )
        save = st.button(words("Only save"), key="only_save", disabled=scenario is None)
        if base is not None and scenario != base.scenario:
            st.button(words("Discard changes"), key="discard", on_click=_begin_anew, args=(name, base.scenario))
    if scenario is not None and (solve or save):
        with refusals(words):
            version = _save(bench, base, scenario, name)
            if version is None:
                st.rerun()
            elif save:
                say(words("Saved as no. {n}.", n=version.number))
            else:
                limit = float(seconds)
                submit_solve(
                    bench.store,
                    bench.user,
                    bench.project,
                    version.version_id,
                    time_limit=limit,
                    previous_plan=previous or None,
                )
                say(words("No. {n} is being solved.", n=version.number))


def _save(bench: Bench, base: ScenarioVersion | None, scenario: Scenario, name: str) -> ScenarioVersion | None:
    """Save what was changed, once; ``None`` if it was refused, then the reasons are told at the fields."""
    if base is not None and base.scenario == scenario:
        return base
    parent = base.version_id if base else None
    try:
        version = save_scenario(bench.store, bench.user, bench.project, scenario, parent).version
    except InputError as error:
        draft, _ = st.session_state[_DRAFTS][name]
        st.session_state[_REFUSED] = (name, raw_of(draft)), error.problems
        return None
    if base is not None:
        _begin_anew(name, base.scenario)
    return version
