"""The demo as a project: imported and decided by the same use cases as any other."""

from collections.abc import Iterator

from planner.domain import Case, DecisionKind
from planner.service import (
    Step,
    create_project,
    decide,
    import_people,
    import_places,
    open_case,
    save_scenario,
    submit_solve,
)
from planner.store import Store, User
from planner.tables import read_scenario
from planner.ui.demo import demo_folder, demo_scenarios
from planner.ui.language import current_words

SECONDS = 60.0
SOLVED = ("scenario", "scenario_300")
"""The scenarios that are solved at once, as named by their files, in this order; another demo may lack some."""


def make_demo_project(store: Store, user: User) -> str:
    """Import places, people, decisions and scenarios of the demo, ask for two plans, and return the project's id.

    The main scenario is saved last, so that it is the one shown, and solved first: it is what the other is compared
    with.

    Parameters
    ----------
    user
        Plans and reviews.

    Raises
    ------
    ForbiddenError
        If the user has not both roles.
    InputError
        If the demo cannot be read.
    """
    folder, words = demo_folder(), current_words()
    files = {file.name: file.read_bytes() for file in sorted(folder.glob("*.csv"))}
    case = open_case(folder).case
    project = create_project(store, user, words("Dresden (demo)")).project_id
    import_places(store, user, project, files)
    import_people(store, user, project, files)
    for step, version in decision_steps(case):
        decide(store, user, project, step, expected_version=version, reason=words("The demo"))
    saved = {
        path.stem: save_scenario(store, user, project, read_scenario(path)).version.version_id
        for path in reversed(demo_scenarios(folder))
    }
    for name in filter(saved.__contains__, SOLVED):
        submit_solve(store, user, project, saved[name], time_limit=SECONDS)
    return project


def decision_steps(case: Case) -> Iterator[tuple[Step, int]]:
    """Yield the steps that lead to each decision of a case, and the version each finds."""
    ways = {
        DecisionKind.STARTED: (DecisionKind.ACCEPTED, DecisionKind.STARTED),
        DecisionKind.ENDED: (DecisionKind.ACCEPTED, DecisionKind.STARTED, DecisionKind.ENDED),
    }
    for made in case.decisions:
        for version, state in enumerate(ways.get(made.decision, (made.decision,))):
            yield Step(candidate_id=made.candidate_id, site_id=made.site_id, state=state, since=made.since), version
