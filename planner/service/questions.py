"""What a reviewer asks about a plan: everything about a few people, and who would be best for a place.

Answered in a process of its own while somebody watches; nothing of it is kept.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from planner.domain import Case, Plan
from planner.explain.ranking import Ranking
from planner.explain.sheet import ReasonSheet, reason_sheet
from planner.explain.why import Section, mark_of, placement_of, sections, why_unplaced
from planner.jobs import Errand
from planner.progress import Stop
from planner.service.acting import looking_at_people
from planner.service.opening import opened_from
from planner.service.owning import case_and_plan
from planner.service.pricing import Asking, ask_about
from planner.store import Role, Store, User, reads

SECONDS = 60.0
"""How long the questions about one person, or about one place, may take; what is not proven then is left out."""

MOST = 20
"""People named for a place."""

EXACT = 3
"""People for a place whose prices are solved exactly."""

Report = Callable[["CaseAnswer"], None]


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """What solving says about one person.

    Parameters
    ----------
    sheet
        The reason sheet with the exact prices of the alternatives and the mark; ``None`` without a proposal.
    why
        For people without a proposal: why, what placing them would cost, and what it would take, in sections.
    sites
        For people without a proposal: their cheapest sites, each with its exact price.
    complete
        Whether all of it is there. What placing somebody would take is solved for anew and may take long, so their
        sites are told before.
    """

    candidate_id: str
    sheet: ReasonSheet | None
    why: tuple[Section, ...]
    sites: Ranking | None = None
    complete: bool = True


def start_answers(store: Store, user: User, project: str, plan_id: str, candidate_ids: Sequence[str]) -> Errand:
    """Explain some people of a plan with exact prices, one after the other; the log of reads notes each. Reviewers may.

    Returns
    -------
    Errand
        Reports a ``CaseAnswer`` per person, in the order given; before it perhaps one that is not complete.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in the plan's case was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        case, plan = case_and_plan(tx, project, plan_id)
        known = tuple(one for one in candidate_ids if one in case.candidate_of)
        for candidate_id in known:
            reads.log_read(tx, user.user_id, project, "prices", candidate_id)
    return Errand(answers_about, case, plan, known, SECONDS)


def start_people_for(store: Store, user: User, project: str, plan_id: str, site_ids: Sequence[str]) -> Errand:
    """Rank the people for some sites by price; the log of reads notes it. Reviewers may.

    Returns
    -------
    Errand
        Its result is a ``planner.explain.ranking.Ranking``.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in the plan's case was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        case, plan = case_and_plan(tx, project, plan_id)
        reads.log_read(tx, user.user_id, project, "people_for")
    return Errand(people_for_sites, case, plan, tuple(site_ids), SECONDS)


def answers_about(
    case: Case, plan: Plan, candidate_ids: Sequence[str], seconds: float, *, report: Report, stop: Stop
) -> int:
    """Answer for each person and return for how many."""
    asking = ask_about(opened_from(case), plan, stop=stop)
    for number, candidate_id in enumerate(candidate_ids):
        if stop():
            return number
        for answer in _answers(asking, plan, candidate_id, seconds, stop):
            report(answer)
    return len(candidate_ids)


def people_for_sites(
    case: Case, plan: Plan, site_ids: Sequence[str], seconds: float, *, report: Report, stop: Stop
) -> Ranking:
    """Rank the people for some sites."""
    del report
    found = ask_about(opened_from(case), plan, stop=stop).people_for(
        site_ids, exact=EXACT, time_limit=seconds, stop=stop
    )
    return replace(found, pairs=found.pairs[:MOST])


def _answers(asking: Asking, plan: Plan, candidate_id: str, seconds: float, stop: Stop) -> Iterator[CaseAnswer]:
    """Yield the answer about a person as it grows."""
    case, bench, law, travel = asking.case, asking.bench, asking.opened.law, asking.opened.travel
    placement = placement_of(plan, candidate_id)
    if placement is not None:
        mark = replace(mark_of(bench, plan, placement, time_limit=seconds, stop=stop), witness=None)
        sheet = reason_sheet(bench, plan, law, travel, candidate_id, mark=mark, time_limit=seconds, stop=stop)
        yield CaseAnswer(candidate_id, sheet, ())
        return
    found = asking.sites_of(candidate_id, exact=EXACT, time_limit=seconds / 2, stop=stop)
    sites = replace(found, pairs=tuple(row for row in found.pairs if row.price.exact is not None))
    if sites.pairs:
        yield CaseAnswer(candidate_id, None, (), sites, complete=False)
    why = why_unplaced(case, bench.pairs, plan, law, travel, candidate_id, time_limit=seconds / 2, stop=stop)
    yield CaseAnswer(candidate_id, None, sections(case, why), sites)
