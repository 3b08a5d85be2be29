"""What people will ask for first, read before they do."""

from contextlib import suppress

from planner.check import check_plan
from planner.service.acting import looking
from planner.service.checking import kept_reasons
from planner.service.opening import kept_opened
from planner.service.owning import case_and_plan
from planner.service.pairing import kept_pairs
from planner.service.viewing import seen
from planner.store import ForgottenError, Role, Store, User, plans, projects

PLANS = 2
"""The newest, which a comparison begins with."""


def warm_newest_project(store: Store, user: User) -> None:
    """Put on the shelf what the newest project's pages begin with: its newest plans, and the desk of the released one.

    The check of its plan leaves what the first preview of a decision begins with.

    Nobody is shown anything, so the log of reads says nothing; whoever is shown it later asks as always. Planners and
    reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    StoreError
        If something cannot be read.
    """
    with looking(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        found = projects.list_projects(tx)
        if not found:
            return
        project = found[0].project_id
        usable = [info for info in plans.list_plans(tx, project) if info.placed]
        if not usable:
            return
        desk = next((info for info in usable if info.released_at), usable[0])
        for plan_id in dict.fromkeys((desk.plan_id, *(info.plan_id for info in usable[:PLANS]))):
            with suppress(ForgottenError):
                seen(tx, user, project, plan_id)
        with suppress(ForgottenError):
            case, plan = case_and_plan(tx, project, desk.plan_id)
            opened = kept_opened(tx.shelf, project, case)
            kept_pairs(tx.shelf, project, opened)
            check_plan(case, plan, opened.law, opened.travel, kept_reasons(tx.shelf, project, opened))
