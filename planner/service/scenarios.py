"""Scenarios of a project: saved as versions, each knowing which one it comes from."""

from dataclasses import dataclass

from planner.domain import Scenario
from planner.errors import Problem
from planner.law import load_law
from planner.service.acting import changing, looking
from planner.service.blank import places_only
from planner.store import Role, Store, User, places, scenarios
from planner.store.scenarios import ScenarioVersion
from planner.tables import fit_scenario


@dataclass(frozen=True, slots=True)
class SavedScenario:
    """A version and the warnings about it."""

    version: ScenarioVersion
    notes: tuple[Problem, ...]


def save_scenario(
    store: Store, user: User, project: str, scenario: Scenario, parent: str | None = None
) -> SavedScenario:
    """Save a scenario as a new version; earlier ones stay as they are. Planners may.

    Parameters
    ----------
    parent
        Id of the version it was made from.

    Raises
    ------
    ForbiddenError
        If the user may not.
    InputError
        If the scenario names what the project's places do not have.
    NotFoundError
        ``store.no_scenario`` if the parent is not of this project, ``store.no_places``.
    """
    with changing(store, user, Role.PLANNER) as change:
        where = places_only(places.get_places(change.tx, project))
        notes = fit_scenario(scenario, where, wage_tables=load_law().wage_tables)
        version = scenarios.save_scenario(change.tx, project, scenario, parent, by=change.user.user_id)
        change.note(
            "scenario.saved", project, version_id=version.version_id, number=version.number, parent_id=parent or ""
        )
    return SavedScenario(version, notes)


def list_scenarios(store: Store, user: User, project: str) -> tuple[ScenarioVersion, ...]:
    """Return every version, the newest first. Planners and reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        return scenarios.list_scenarios(tx, project)
