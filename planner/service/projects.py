"""Projects: made by whoever works in them, listed for everybody."""

from planner.errors import InputError
from planner.service.acting import changing, looking
from planner.store import Role, Store, User, projects, users
from planner.store.projects import Project


def create_project(store: Store, user: User, name: str) -> Project:
    """Make an empty project. Planners and reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    InputError
        ``project.no_name``.
    """
    with changing(store, user, Role.PLANNER, Role.REVIEWER) as change:
        if not name.strip():
            raise InputError.of("project.no_name")
        project = projects.create_project(change.tx, name.strip(), change.user.user_id)
        change.note("project.created", project.project_id, name=project.name)
    return project


def list_projects(store: Store, user: User) -> tuple[Project, ...]:
    """Return every project, the newest first. Every role may.

    Raises
    ------
    ForbiddenError
        If the user has no role at all.
    """
    with looking(store, user, *Role) as tx:
        return projects.list_projects(tx)


def user_names(store: Store, user: User) -> dict[str, str]:
    """Return the names of all users by id, to say who did something. Every role may.

    Raises
    ------
    ForbiddenError
        If the user has no role at all.
    """
    with looking(store, user, *Role) as tx:
        return {one.user_id: one.name for one in users.list_users(tx)}
