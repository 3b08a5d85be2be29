"""The project that is clicked through: a generated case, two solved plans of it, the larger one released."""

import shutil
import tempfile
from pathlib import Path

from planner.jobs import JobState
from planner.service import (
    create_project,
    decide,
    import_people,
    import_places,
    local_user,
    release_plan,
    save_scenario,
    submit_solve,
    work_on,
)
from planner.store import Store, User, cases, connect, plans, projects, upgrade
from planner.synthetic import generate
from planner.tables import scenario_toml, write_case, write_case_files, write_plan
from planner.ui.demo_project import decision_steps
from tests.bench.cases import SEED, SIZES

FEWER = 300
"""Posts of the second scenario."""

SECONDS = 60.0
REASON = "Messung"


def make_world(home: Path, size: str) -> None:
    """Make the database of a workstation below ``home`` unless it is there; it appears whole or not at all.

    Parameters
    ----------
    size
        A key of ``SIZES``.
    """
    if (home / "planner.db").is_file():
        return
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as place:
        store = connect(f"sqlite:///{place}/planner.db")
        upgrade(store)
        _fill(store, local_user(store), size)
        store.close()
        for file in Path(place).iterdir():
            shutil.move(file, home / file.name)


def _fill(store: Store, user: User, size: str) -> None:
    numbers = SIZES[size]
    case = generate(numbers.candidates, numbers.sites, numbers.posts, SEED)
    with tempfile.TemporaryDirectory() as place:
        write_case_files(case, Path(place))
        files = {file.name: file.read_bytes() for file in Path(place).iterdir()}
    project = create_project(store, user, f"Messung {size}").project_id
    import_places(store, user, project, files)
    import_people(store, user, project, files)
    for step, version in decision_steps(case):
        decide(store, user, project, step, expected_version=version, reason=REASON)
    plans = []
    for posts in (numbers.posts, FEWER):
        scenario = case.scenario.model_copy(update={"posts": posts, "name": f"{posts} Plätze"})
        saved = save_scenario(store, user, project, scenario).version
        submit_solve(store, user, project, saved.version_id, time_limit=SECONDS, start=False)
        job = work_on(store)
        if job is None or job.state is not JobState.DONE or job.plan_id is None:
            raise RuntimeError(f"the plan with {posts} posts was not made: {job}")
        plans.append(job.plan_id)
    release_plan(store, user, project, plans[0])


def make_demo(home: Path, demo: Path) -> None:
    """Write the plans of the database as the case of the page that keeps nothing, unless it is there."""
    if (demo / "scenario.toml").is_file():
        return
    store = connect(f"sqlite:///{home}/planner.db")
    with store.read() as tx:
        project = projects.list_projects(tx)[0].project_id
        larger, fewer = sorted(plans.list_plans(tx, project), key=lambda info: -info.placed)
        for info, name in ((larger, "scenario"), (fewer, "scenario_fewer")):
            case = cases.recall(tx, project, info.case_hash)
            if name == "scenario":
                write_case(case, demo)
            else:
                (demo / f"{name}.toml").write_text(scenario_toml(case.scenario), encoding="utf-8")
            write_plan(plans.load_plan(tx, info.plan_id), demo / "plans" / name)
    store.close()
