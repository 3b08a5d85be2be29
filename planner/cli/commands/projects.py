"""``planner project``, ``planner people``, ``planner places``: what solves are made from, brought in from files."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.kept import imports_view, projects_table
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Group, a_path, answering, option
from planner.cli.show import say
from planner.cli.stores import operated_store
from planner.errors import InputError
from planner.messages import N_

if TYPE_CHECKING:
    from planner.service import Imported
    from planner.store import Store, User

TABLES = (".csv", ".xlsx", ".zip")


@click.group(cls=Group, help=N_("Make and list projects."))
@answering
def project() -> None:
    """Hold what can be done with projects."""


@project.command("create", help=N_("Make an empty project."))
@click.argument("name")
@answering
def create(name: str) -> Answer:
    """Make a project."""
    from planner.service import create_project

    with operated_store() as (store, user):
        made = create_project(store, user, name)
    data = {"status": "done", "project": made.project_id, "name": made.name}
    return Answer(DONE, data, say("operate.project", name=made.name, project=made.project_id))


@project.command("list", help=N_("List the projects."))
@answering
def list_() -> Answer:
    """List projects."""
    from planner.service import list_projects

    with operated_store() as (store, user):
        found = list_projects(store, user)
    rows = [
        {
            "project": one.project_id,
            "name": one.name,
            "created_at": one.created_at.isoformat(),
            "people_revision": one.people_revision,
            "places_revision": one.places_revision,
        }
        for one in found
    ]
    return Answer(DONE, {"status": "done", "projects": rows}, projects_table(found))


@click.group(cls=Group, help=N_("Bring in people."))
@answering
def people() -> None:
    """Hold what can be done with people."""


@click.group(cls=Group, help=N_("Bring in neighbourhoods, sites and travel times."))
@answering
def places() -> None:
    """Hold what can be done with places."""


_project = option("--project", "project_id", metavar="ID", help=N_("Which project; needed if there are several."))


@people.command(
    "import", help=N_("Make the candidates in SOURCE (CSV, workbook, folder) the project's present people.")
)
@click.argument("source", type=a_path)
@_project
@answering
@click.pass_obj
def import_people(how: Manner, source: Path, project_id: str | None) -> Answer:
    """Import people."""
    from planner.service import import_people as bring

    return _import(how, source, project_id, "candidates.csv", bring)


@places.command("import", help=N_("Make the places in SOURCE (folder, workbook, ZIP) the project's present ones."))
@click.argument("source", type=a_path)
@_project
@answering
@click.pass_obj
def import_places(how: Manner, source: Path, project_id: str | None) -> Answer:
    """Import places."""
    from planner.service import import_places as bring

    return _import(how, source, project_id, "", bring)


def _import(
    how: Manner,
    source: Path,
    project_id: str | None,
    only: str,
    bring: "Callable[[Store, User, str, dict[str, bytes]], Imported]",
) -> Answer:
    with operated_store() as (store, user):
        brought = bring(store, user, _chosen(store, user, project_id), _files(source, only))
    data = {
        "status": "done",
        "revision": brought.revision,
        "rows": brought.rows,
        "notes": [note.as_dict(how.language) for note in brought.notes],
    }
    return Answer(DONE, data, imports_view(brought))


def _files(source: Path, only: str) -> dict[str, bytes]:
    """Return the contents by name; a single CSV file is the table that is asked for, whatever it is called."""
    if source.is_dir():
        return {file.name: file.read_bytes() for file in sorted(source.iterdir()) if file.suffix.lower() in TABLES[:1]}
    if not source.is_file():
        raise InputError.of("source.missing", file=source.name)
    return {only if only and source.suffix.lower() == ".csv" else source.name: source.read_bytes()}


def _chosen(store: "Store", user: "User", project_id: str | None) -> str:
    from planner.service import list_projects

    if project_id:
        return project_id
    found = list_projects(store, user)
    if len(found) != 1:
        raise InputError.of("operate.which_project", number=len(found))
    return found[0].project_id
