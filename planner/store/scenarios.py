"""Scenarios of a project: a version is never changed, it gets children."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, func, insert, select

from planner.domain import Scenario
from planner.store import layout
from planner.store.codec import scenario_json, scenario_of
from planner.store.errors import NotFoundError
from planner.store.ids import new_id
from planner.store.store import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioVersion:
    """A scenario as it was saved once.

    Parameters
    ----------
    number
        Counts the versions of the project from 1.
    parent_id
        The version it was made from; ``None`` for a new beginning.
    created_by
        User id.
    """

    version_id: str
    project_id: str
    number: int
    parent_id: str | None
    name: str
    scenario: Scenario
    created_at: datetime
    created_by: str


def save_scenario(
    tx: Transaction, project: str, scenario: Scenario, parent: str | None = None, *, by: str
) -> ScenarioVersion:
    """Save a scenario as a new version.

    Raises
    ------
    NotFoundError
        ``store.no_scenario`` if the parent is not a version of this project.
    """
    table = layout.scenario_versions
    if parent is not None and get_scenario(tx, parent).project_id != project:
        raise NotFoundError.of("store.no_scenario")
    last = tx.run(select(func.max(table.c.number)).where(table.c.project_id == project)).scalar()
    values: dict[str, Any] = {
        "version_id": new_id(),
        "project_id": project,
        "number": (last or 0) + 1,
        "parent_id": parent,
        "name": scenario.name,
        "created_at": tx.now,
        "created_by": by,
    }
    tx.run(insert(table).values(content=scenario_json(scenario), **values))
    return ScenarioVersion(scenario=scenario, **values)


def get_scenario(tx: Transaction, version_id: str) -> ScenarioVersion:
    """Return a version.

    Raises
    ------
    NotFoundError
        ``store.no_scenario``.
    """
    table = layout.scenario_versions
    row = tx.run(select(table).where(table.c.version_id == version_id)).mappings().first()
    if row is None:
        raise NotFoundError.of("store.no_scenario")
    return _version(row)


def list_scenarios(tx: Transaction, project: str) -> tuple[ScenarioVersion, ...]:
    """Return every version of a project, the newest first."""
    table = layout.scenario_versions
    wanted = select(table).where(table.c.project_id == project).order_by(table.c.number.desc())
    return tuple(_version(row) for row in tx.run(wanted).mappings())


def ancestors(tx: Transaction, version_id: str) -> tuple[ScenarioVersion, ...]:
    """Return the versions a version comes from, its parent first.

    Raises
    ------
    NotFoundError
        ``store.no_scenario``.
    """
    found: list[ScenarioVersion] = []
    parent = get_scenario(tx, version_id).parent_id
    while parent is not None:
        found.append(get_scenario(tx, parent))
        parent = found[-1].parent_id
    return tuple(found)


def _version(row: RowMapping) -> ScenarioVersion:
    values = {key: value for key, value in row.items() if key != "content"}
    return ScenarioVersion(scenario=scenario_of(row["content"]), **values)
