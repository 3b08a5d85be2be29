"""Projects (Vorhaben): what planners and reviewers work on for weeks."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from planner.store import layout
from planner.store.errors import NotFoundError
from planner.store.ids import new_id
from planner.store.store import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project; its revisions count the imports of people and of places, and it counts all plans there ever were."""

    project_id: str
    name: str
    created_at: datetime
    created_by: str
    people_revision: int
    places_revision: int
    plans_made: int = 0


def create_project(tx: Transaction, name: str, by: str) -> Project:
    """Make an empty project.

    Parameters
    ----------
    by
        User id.
    """
    values = {"name": name, "created_at": tx.now, "created_by": by, "people_revision": 0, "places_revision": 0}
    project = Project(project_id=new_id(), **values)  # type: ignore[arg-type]
    tx.run(insert(layout.projects).values(project_id=project.project_id, **values))
    return project


def get_project(tx: Transaction, project: str) -> Project:
    """Return a project.

    Raises
    ------
    NotFoundError
        ``store.no_project``.
    """
    row = tx.run(select(layout.projects).where(layout.projects.c.project_id == project)).mappings().first()
    if row is None:
        raise NotFoundError.of("store.no_project")
    return Project(**row)


def list_projects(tx: Transaction) -> tuple[Project, ...]:
    """Return every project, the newest first."""
    found = tx.run(select(layout.projects).order_by(layout.projects.c.created_at.desc())).mappings()
    return tuple(Project(**row) for row in found)


def rename_project(tx: Transaction, project: str, name: str) -> None:
    """Give a project another name."""
    tx.run(update(layout.projects).where(layout.projects.c.project_id == project).values(name=name))


def next_revision(tx: Transaction, project: str, what: str) -> int:
    """Count an import or a plan up and return its number.

    Parameters
    ----------
    what
        ``people_revision``, ``places_revision`` or ``plans_made``.

    Raises
    ------
    NotFoundError
        ``store.no_project``.
    """
    number = getattr(get_project(tx, project), what) + 1
    tx.run(update(layout.projects).where(layout.projects.c.project_id == project).values({what: number}))
    return int(number)
