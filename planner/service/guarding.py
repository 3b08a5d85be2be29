"""The guard against nodding: one's own view first, reasons on a sample, and how often the team takes what it is given.

A proposal that is taken over unseen is no decision (Art. 22 GDPR; CJEU C-634/21; Art. 14 AI Act on automation bias).
"""

import hashlib
from dataclasses import dataclass

from planner.domain import DecisionKind
from planner.report.disclosure import Rules
from planner.service.acting import changing, looking, looking_at_people
from planner.service.errors import RefusedError
from planner.store import ChangedMeanwhileError, Role, Store, Transaction, User, guards, people, reads
from planner.store.guards import Guard, OwnView, View

REVIEWERS = 3
"""Fewer must not be behind a rate: of two, each knows the other's."""

STEP = 5
"""Percent to which the rate of the team is rounded."""


@dataclass(frozen=True, slots=True)
class TeamRate:
    """How often the team takes a proposal as it is.

    Parameters
    ----------
    threshold
        People who must have been decided on before the rate is shown.
    percent
        Of the people decided on, those whose first step accepted what had been proposed; rounded to ``STEP``. ``None``
        where too few people, or fewer than ``REVIEWERS`` reviewers, are behind it.
    """

    threshold: int
    percent: int | None


def review_guard(store: Store, user: User, project: str) -> Guard:
    """Return which guards a project has. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.REVIEWER) as tx:
        return guards.get_guard(tx, project)


def set_review_guard(store: Store, user: User, project: str, *, own_view: bool, sample: int) -> Guard:
    """Switch the guards of a project. Reviewers may.

    Parameters
    ----------
    sample
        Percent of acceptances that need a reason.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with changing(store, user, Role.REVIEWER) as change:
        guard = guards.set_guard(change.tx, project, own_view=own_view, sample=sample, by=change.user.user_id)
        change.note("review.guarded", project, own_view=guard.own_view, sample=guard.sample, seed=guard.seed)
    return guard


def own_view(store: Store, user: User, project: str, candidate_id: str, site_id: str) -> OwnView | None:
    """Return what the user thought of a proposal before they saw the reasons, if they noted it. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        reads.log_read(tx, user.user_id, project, "own_view", candidate_id)
        return guards.get_view(tx, project, candidate_id, site_id, by=user.user_id)


def note_own_view(
    store: Store, user: User, project: str, candidate_id: str, site_id: str, view: View, note: str = ""
) -> OwnView:
    """Note what the user thinks of a proposal, once. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_person``.
    RefusedError
        ``review.view_noted`` if they have noted one already.
    """
    with changing(store, user, Role.REVIEWER) as change:
        people.get_person(change.tx, project, candidate_id)
        try:
            made = guards.note_view(change.tx, project, candidate_id, site_id, view, note, by=change.user.user_id)
        except ChangedMeanwhileError:
            raise RefusedError.of("review.view_noted") from None
        person = change.person(project, candidate_id)
        change.note("review.view_noted", project, person=person, site_id=site_id, view=view.value)
    return made


def reason_needed(guard: Guard, candidate_id: str, site_id: str) -> bool:
    """Return whether accepting a pair needs a reason.

    Drawn from SHA-256 of seed and pair: the same for everybody and at any time, and nobody can guess it who does not
    know the seed.
    """
    drawn = hashlib.sha256(f"{guard.seed}|reason|{candidate_id}|{site_id}".encode()).digest()
    return int.from_bytes(drawn[:8], "big") % 100 < guard.sample


def require_guarded(tx: Transaction, user: User, project: str, candidate_id: str) -> None:
    """Refuse an acceptance before the user has noted their own view, where the project asks for it.

    Raises
    ------
    RefusedError
        ``review.no_view``.
    """
    wanted = guards.get_guard(tx, project).own_view
    if wanted and guards.get_view(tx, project, candidate_id, by=user.user_id) is None:
        raise RefusedError.of("review.no_view")


def team_rate(store: Store, user: User, project: str) -> TeamRate:
    """Return how often the team takes a proposal as it is; never of single reviewers. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    """
    with looking(store, user, Role.REVIEWER) as tx:
        steps = guards.first_steps(tx, project)
    threshold = Rules().threshold
    if len(steps) < threshold or len({step.by for step in steps}) < REVIEWERS:
        return TeamRate(threshold, None)
    unchanged = sum(step.proposed and step.state is DecisionKind.ACCEPTED for step in steps)
    return TeamRate(threshold, (200 * unchanged + STEP * len(steps)) // (2 * STEP * len(steps)) * STEP)
