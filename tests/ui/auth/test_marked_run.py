"""A whole run over marked people: what the processes say, and what their files are called."""

import os
import subprocess
import sys
from dataclasses import replace

from planner.service import (
    create_project,
    import_people,
    import_places,
    list_plans,
    local_user,
    save_scenario,
    submit_solve,
)
from planner.store import connect, upgrade
from planner.synthetic import generate
from planner.tables import write_case

MARK = "Zwiebelturm"


def test_a_run_says_nothing_of_anybody(tmp_path, repo_root, caplog, capfd):
    """From the import to the plan no process writes a person's mark, and no file is called by one."""
    caplog.set_level("DEBUG")
    case = generate(30, 10, 8, seed=2)
    marked = tuple(replace(one, candidate_id=f"{MARK}-{n}") for n, one in enumerate(case.candidates))
    case = replace(
        case,
        candidates=marked,
        decisions=(),
        previous_plan=(),
        scenario=case.scenario.model_copy(update={"name": MARK}),
    )
    write_case(case, tmp_path / "case")
    files = {path.name: path.read_bytes() for path in (tmp_path / "case").iterdir()}
    home = tmp_path / "home"
    store = connect(f"sqlite:///{home}/planner.db")
    try:
        upgrade(store)
        user = local_user(store)
        project = create_project(store, user, MARK).project_id
        places = {name: content for name, content in files.items() if name in {"neighbourhoods.csv", "sites.csv"}}
        import_places(store, user, project, places)
        import_people(store, user, project, {"candidates.csv": files["candidates.csv"]})
        version = save_scenario(store, user, project, case.scenario).version.version_id
        submit_solve(store, user, project, version, time_limit=20, start=False)
        work = [sys.executable, "-m", "planner", "work", "--once"]
        environment = {**os.environ, "PLANNER_HOME": str(home)}
        environment.pop("PLANNER_DATABASE_URL", None)
        worker = subprocess.run(work, cwd=repo_root, env=environment, capture_output=True, text=True, check=False)
        assert worker.returncode == 0, worker.stderr
        assert len(list_plans(store, user, project)) == 1
    finally:
        store.close()
    said = "".join((worker.stdout, worker.stderr, caplog.text, *capfd.readouterr()))
    assert MARK not in said
    assert [path for path in map(str, home.rglob("*")) if MARK in path] == []
    # The marks were really there: the database has them.
    assert MARK.encode() in (home / "planner.db").read_bytes()
