"""A small project with users of every role, solved once per module and copied for each test."""

import io
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from planner.domain import Case, Scenario
from planner.jobs import JobState
from planner.service import (
    create_project,
    import_people,
    import_places,
    save_scenario,
    submit_solve,
    work_on,
)
from planner.store import Role, Store, User, users
from planner.synthetic import generate
from planner.tables import write_case_files


@dataclass(frozen=True)
class World:
    """A store with users, a project, a scenario and a solved plan."""

    store: Store
    users: dict[Role, User]
    project: str
    version: str
    plan: str
    case: Case

    @property
    def planner(self) -> User:
        """Who has the role."""
        return self.users[Role.PLANNER]

    @property
    def reviewer(self) -> User:
        """Who has the role."""
        return self.users[Role.REVIEWER]

    @property
    def leader(self) -> User:
        """Who has the role."""
        return self.users[Role.LEADERSHIP]

    @property
    def admin(self) -> User:
        """Who has the role."""
        return self.users[Role.ADMIN]


def small_case() -> Case:
    """An invented case without decisions or earlier plan."""
    made = generate(60, 14, 12, 3)
    plain = Scenario(start=made.scenario.start, posts=12, name="Probe")
    return Case(
        scenario=plain,
        neighbourhoods=made.neighbourhoods,
        sites=made.sites,
        candidates=made.candidates,
        travel_times=made.travel_times,
    )


def make_user(store: Store, name: str, *roles: Role) -> User:
    """Sign somebody in and give them roles."""
    with store.write() as tx:
        return users.set_roles(tx, users.sign_in(tx, "test", name, name).user_id, roles)


def files_of(case: Case) -> dict[str, bytes]:
    """Return the files of a case by name."""
    with tempfile.TemporaryDirectory() as place:
        write_case_files(case, Path(place))
        return {file.name: file.read_bytes() for file in Path(place).iterdir()}


def make_world(store: Store, case: Case | None = None) -> World:
    """Import, save and solve a case, the small one unless another is given; each by whose task it is."""
    who = {role: make_user(store, role.value, role) for role in Role}
    case = case or small_case()
    project = create_project(store, who[Role.PLANNER], "Probe").project_id
    import_places(store, who[Role.PLANNER], project, files_of(case))
    import_people(store, who[Role.REVIEWER], project, files_of(case))
    version = save_scenario(store, who[Role.PLANNER], project, case.scenario).version.version_id
    submit_solve(store, who[Role.PLANNER], project, version, start=False)
    job = work_on(store)
    assert job is not None
    assert job.state is JobState.DONE
    assert job.plan_id is not None
    return World(store, who, project, version, job.plan_id, case)


def zipped(files: dict[str, bytes]) -> bytes:
    """Return files as a ZIP file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
