"""The checklist before the contract of one placement."""

from planner.service.acting import changing, looking_at_people
from planner.store import ChangedMeanwhileError, Role, Store, User, checklists, people, reads, users
from planner.store.checklists import Check, Item


def contract_checklist(store: Store, user: User, project: str, candidate_id: str, site_id: str) -> tuple[Check, ...]:
    """Return what has to be done before the contract, and who did it; the log of reads notes it. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        reads.log_read(tx, user.user_id, project, "checklist", candidate_id)
        return checklists.get_checks(tx, project, candidate_id, site_id)


def check_off(
    store: Store,
    user: User,
    project: str,
    candidate_id: str,
    site_id: str,
    item: Item,
    *,
    done: bool,
    expected_version: int,
) -> Check:
    """Say that an item of the checklist is done, or that it is not. Reviewers may.

    Parameters
    ----------
    expected_version
        The version of the item that the reviewer saw.

    Raises
    ------
    ChangedMeanwhileError
        If somebody else changed it since; names who and when. Nothing is overwritten.
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_person``.
    """
    with changing(store, user, Role.REVIEWER) as change:
        tx, by = change.tx, change.user.user_id
        people.get_person(tx, project, candidate_id)
        try:
            made = checklists.set_check(
                tx, project, candidate_id, site_id, item, done=done, expected_version=expected_version, by=by
            )
        except ChangedMeanwhileError as error:
            names = {one.user_id: one.name for one in users.list_users(tx)}
            raise ChangedMeanwhileError(names.get(error.by, error.by), error.at, error.version) from None
        person = change.person(project, candidate_id)
        change.note("review.checked", project, person=person, site_id=site_id, item=item.value, done=done)
    return made
