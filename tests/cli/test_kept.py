"""The commands of operation: database, projects, runs, trail, deletion."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from planner.service import local_user, save_scenario, sign_in, submit_solve
from planner.store import connect
from planner.tables import read_scenario
from tests.cli.conftest import Run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder without a database."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PLANNER_DATABASE_URL", raising=False)
    monkeypatch.delenv("PLANNER_BACKUP_DIR", raising=False)
    return tmp_path / "home"


@pytest.fixture
def project(run: Run, home: Path, small: Path) -> str:
    """A project with places and people."""
    assert run("db", "upgrade").code == 0
    made = run("project", "create", "Dresden", "--json").data
    assert run("places", "import", small).code == 0
    assert run("people", "import", small / "candidates.csv", "--json").data["rows"] == 80
    return str(made["project"])


def submit(project: str, small: Path) -> str:
    store = connect()
    user = local_user(store)
    scenario = read_scenario(small / "scenario.toml").model_copy(update={"max_changes": None})
    version = save_scenario(store, user, project, scenario).version.version_id
    job = submit_solve(store, user, project, version, start=False)
    store.close()
    return job.job_id


def test_without_a_database(run: Run, home: Path) -> None:
    """Before the first upgrade every command says what to do, and makes nothing."""
    ran = run("project", "list", "--lang", "en")
    assert ran.code == 2
    assert "planner db upgrade" in ran.err


def test_upgrade_twice(run: Run, home: Path) -> None:
    """Upgrading an up-to-date database changes nothing."""
    first = run("db", "upgrade", "--json").data
    assert first["schema"] == first["head"]
    assert run("db", "upgrade", "--json").data == first


def test_projects(run: Run, project: str) -> None:
    """A project is listed with how often people and places were imported."""
    (one,) = run("project", "list", "--json").data["projects"]
    assert (one["project"], one["name"], one["people_revision"], one["places_revision"]) == (project, "Dresden", 1, 1)


def test_bad_people(run: Run, project: str, tmp_path: Path) -> None:
    """A table with mistakes is refused as a whole with exit code 2."""
    table = tmp_path / "people.csv"
    table.write_text("candidate_id,neighbourhood\nA,nowhere\n", encoding="utf-8")
    ran = run("people", "import", table, "--json")
    assert ran.code == 2
    assert ran.data["problems"][0]["row"] == 2


def test_which_project(run: Run, project: str, small: Path) -> None:
    """With two projects one has to be named."""
    run("project", "create", "Zwei")
    assert run("places", "import", small).code == 2
    assert run("places", "import", small, "--project", project).code == 0


def test_work_once(run: Run, project: str, small: Path) -> None:
    """A worker carries out what waits and ends; what does not exist is wrong input."""
    jobs = [submit(project, small) for _ in range(2)]
    ran = run("work", "--once", "--json")
    assert ran.code == 0
    assert ran.data["jobs"] == dict.fromkeys(jobs, "done")
    assert run("work", "--once", "--json").data["jobs"] == {}


def test_backup_and_restore(run: Run, project: str, tmp_path: Path) -> None:
    """A backup restores whole; what is there already is only replaced when told so."""
    file = tmp_path / "a.backup"
    assert run("db", "backup", file).code == 0
    run("project", "create", "danach")
    assert run("db", "restore", file).code == 2
    assert run("db", "restore", file, "--replace").code == 0
    assert [one["name"] for one in run("project", "list", "--json").data["projects"]] == ["Dresden"]


def test_backup_has_a_place(run: Run, project: str, home: Path) -> None:
    """Without a name the backup goes to the folder where deletion looks for old ones."""
    out = Path(run("db", "backup", "--json").data["out"])
    assert out.parent == home / "backups"
    assert out.is_file()


def test_tampering_is_found(run: Run, project: str, home: Path) -> None:
    """A whole trail verifies with its anchor; a changed entry is found, with exit code 5."""
    whole = run("audit", "verify", "--json")
    assert whole.code == 0
    assert run("audit", "verify", "--anchor", whole.data["anchor"]).code == 0
    assert run("audit", "verify", "--anchor", "nonsense").code == 2
    with sqlite3.connect(home / "planner.db") as file:
        file.execute("DROP TRIGGER audit_entries_no_update")
        file.execute("UPDATE audit_entries SET details = '{}' WHERE seq = 2")
    file.close()
    ran = run("audit", "verify", "--json")
    assert ran.code == 5
    assert [(f["code"], f["seq"]) for f in ran.data["findings"]] == [("audit.changed", 2)]


def test_retention(run: Run, project: str, small: Path) -> None:
    """What is due is counted by rule without naming anybody; applying it leaves nothing due."""
    submit(project, small)
    run("work", "--once")
    due = run("retention", "--today", "2031-01-01", "due", "--json").data
    assert {row["rule"] for row in due["rows"]} >= {"run"}
    assert "K0" not in json.dumps(due)
    done = run("retention", "--today", "2031-01-01", "apply", "--json")
    assert done.code == 0
    assert done.data["clean"]
    assert run("retention", "--today", "2031-01-01", "due", "--json").data["rows"] == []


def test_a_worker_as_a_process(project: str, small: Path) -> None:
    """The installed command carries out one certain job and answers in JSON."""
    job = submit(project, small)
    done = subprocess.run(
        (sys.executable, "-m", "planner", "work", "--job", job, "--json"), capture_output=True, check=True
    )
    assert json.loads(done.stdout)["jobs"] == {job: "done"}


def test_the_first_administrator_is_named_by_whoever_runs_the_server(run: Run, home: Path) -> None:
    """Somebody who signed in has no role until a command gives one; the trail of changes notes it, and still holds."""
    assert run("db", "upgrade").code == 0
    store = connect()
    somebody, _ = sign_in(store, "https://idp.example.org", "anna", "Anna Beispiel")
    assert somebody.roles == frozenset()
    listed = {one["name"]: one for one in run("user", "list", "--json").data["users"]}
    assert listed["Anna Beispiel"]["roles"] == []
    assert run("user", "roles", somebody.user_id, "--role", "admin", "--json").data["roles"] == ["admin"]
    assert "admin" in run("user", "list").out
    assert run("user", "roles", "nobody", "--role", "admin").code == 2
    assert run("audit", "verify").code == 0
    store.close()
