"""Is the outcome fair? Envy, blindness and groups: on files, and on what is kept.

Who may: planners and reviewers look at envy, for it speaks of pairs and places they work with; planners do not see
since when somebody waits. The blind probe returns nothing about anybody, so administrators may run it too. Groups are
special categories of personal data (Art. 9 GDPR, §§ 67a and 67b SGB X): only the Jobcenter, which holds such data and
looks after the people, may bring them, so only reviewers compare groups. What comes back are sums behind disclosure
control; the groups themselves are kept nowhere, and the log of reads notes that the comparison was made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.domain import Case, Plan
from planner.errors import InputError, Problem
from planner.fairness import (
    Blindness,
    Envy,
    EnvyReport,
    Made,
    Reference,
    WomenShare,
    blind,
    grouping,
    justified,
    standing_of,
)
from planner.progress import Progress, Silent, Step, Stop, never
from planner.report.disclosure import Rules
from planner.report.groups import GroupAudit, audit_groups, shown_women
from planner.service.acting import looking_at_people
from planner.service.errors import RefusedError
from planner.service.opening import OpenedCase, open_case, opened_from
from planner.service.owning import case_and_plan
from planner.service.pairing import pairs_of
from planner.service.planning import make_plan
from planner.solve import Workbench
from planner.store import Role, Store, User, reads, users
from planner.tables import read_groups, unknown_people, write_case_files


@dataclass(frozen=True, slots=True)
class Women:
    """Which group is that of the women, and what their share is held against; blank: found and looked up.

    Parameters
    ----------
    group
        Column and group, as in ``sex=f``.
    share
        Women's share of the unemployed, as a decimal or with a percent sign.
    source
        Where that share was read.
    """

    group: str = ""
    share: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """The groups of every column of a file side by side; safe to show.

    Every column is safe by itself. Nothing is known here of what was shown before of other plans of the same people.

    Parameters
    ----------
    notes
        What is to be known about the file.
    """

    audits: tuple[tuple[GroupAudit, WomenShare | None], ...]
    notes: tuple[Problem, ...]


def find_envy(
    opened: OpenedCase,
    plan: Plan,
    *,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Stop = never,
) -> EnvyReport:
    """Return who waits longer and would fit better than the one who got a post, and why that one got it.

    Parameters
    ----------
    plan
        A plan of the case that has passed its check.
    time_limit
        Seconds for the answers; what they do not reach stays a preview. The plan itself is proven anew before.

    Raises
    ------
    RefusedError
        ``fairness.no_plan``, if there are no placements.
    """
    watch = progress or Silent()
    _need_placements(plan)
    watch.report(Step("pairs"))
    pairs = pairs_of(opened)
    watch.report(Step("solve"))
    bench = Workbench.of(opened.case, pairs, law_version=opened.law.version, plan=plan, progress=watch, stop=stop)
    return justified(bench, plan, time_limit=time_limit, progress=watch, stop=stop)


def probe_blindness(
    source: Path,
    scenario: Path | None = None,
    *,
    groups: Path | None = None,
    rounds: int = 1,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Stop = never,
) -> Blindness:
    """Plan a case again and again with changes that must not matter, the way every case is planned.

    Parameters
    ----------
    groups
        Groups by candidate; by default ``groups.csv`` beside the tables, else drawn by chance.
    rounds
        How often each change in which chance takes part is made.
    time_limit
        Seconds for each solve.

    Raises
    ------
    InputError
        If the case or the groups cannot be read.
    """

    def chain(place: Path, other: Path | None) -> Made:
        opened = open_case(place, other)
        made = make_plan(opened, time_limit=time_limit, stop=stop)
        return Made(opened.case, made.pairs, made.plan)

    return blind(source, chain, scenario=scenario, groups=groups, rounds=rounds, progress=progress, stop=stop)


def compare_groups(
    opened: OpenedCase, plan: Plan, groups: Path, *, women: Women | None = None, rules: Rules | None = None
) -> GroupComparison:
    """Return the groups of a file side by side, as far as they may be shown.

    Parameters
    ----------
    groups
        ``candidate_id`` and columns of groups; read here and kept nowhere.
    rules
        Threshold and least denominator of disclosure control.

    Raises
    ------
    InputError
        With what is wrong with the file, the group or the share of the women.
    RefusedError
        ``fairness.no_plan``, if there are no placements.
    """
    _need_placements(plan)
    columns = read_groups(groups, opened.case.candidate_of)
    if not columns:
        raise InputError.of("groups.no_column", file=groups.name)
    wanted = women or Women()
    reference = _reference(wanted)
    named = _named(wanted, opened.case, columns)
    placed = [placement.candidate_id for placement in plan.placements]
    standing = standing_of(opened.case, pairs_of(opened), placed, opened.law, opened.travel)
    audits = []
    for column, group_of in columns.items():
        audit = audit_groups(standing, grouping(opened.case, column, group_of), rules or Rules())
        group = named[1] if named and named[0] == column else None
        audits.append((audit, shown_women(audit, plan, group=group, reference=reference)))
    if (wanted.share or wanted.source) and all(shown is None for _, shown in audits):
        raise InputError([Problem("groups.no_women", file=groups.name, value=", ".join(columns))])
    people = (one for groups_of in columns.values() for one in groups_of)
    return GroupComparison(tuple(audits), tuple(unknown_people(groups.name, people, opened.case.candidate_of)))


def view_envy(
    store: Store,
    user: User,
    project: str,
    plan_id: str,
    *,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Stop = never,
) -> EnvyReport:
    """Return the list of envy of a plan; the log of reads notes it. Planners and reviewers may.

    Planners learn that somebody waits longer, not since when.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.PLANNER, Role.REVIEWER) as tx:
        case, plan = case_and_plan(tx, project, plan_id)
        roles = users.get_user(tx, user.user_id).roles
        reads.log_read(tx, user.user_id, project, "envy")
    found = find_envy(opened_from(case), plan, time_limit=time_limit, progress=progress, stop=stop)
    if Role.REVIEWER in roles:
        return found
    return replace(found, grounds={_without_waits(envy): ground for envy, ground in found.grounds.items()})


def view_blindness(
    store: Store,
    user: User,
    project: str,
    plan_id: str,
    *,
    rounds: int = 1,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Stop = never,
) -> Blindness:
    """Probe the blindness of the way from the case of a plan to that plan. Planners, reviewers, administrators may.

    The case is written to a folder that only this account can read and that is gone afterwards. Nothing of it is handed
    on, only whether the plan was the same.

    Raises
    ------
    ForbiddenError
        If the user may not.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.PLANNER, Role.REVIEWER, Role.ADMIN) as tx:
        case, _ = case_and_plan(tx, project, plan_id)
        reads.log_read(tx, user.user_id, project, "blindness")
    with TemporaryDirectory() as folder:
        write_case_files(case, Path(folder))
        return probe_blindness(Path(folder), rounds=rounds, time_limit=time_limit, progress=progress, stop=stop)


def view_groups(
    store: Store, user: User, project: str, plan_id: str, groups: Path, *, women: Women | None = None
) -> GroupComparison:
    """Return the groups of a file side by side; the log of reads notes it, the groups are not kept. Reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    InputError
        If the file cannot be used.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.REVIEWER) as tx:
        case, plan = case_and_plan(tx, project, plan_id)
        reads.log_read(tx, user.user_id, project, "groups")
    return compare_groups(opened_from(case), plan, groups, women=women)


def _need_placements(plan: Plan) -> None:
    if not plan.has_placements:
        raise RefusedError.of("fairness.no_plan")


def _without_waits(envy: Envy) -> Envy:
    return replace(envy, since=None, holder_since=None)


def _reference(women: Women) -> Reference | None:
    """Return the share that was given, ``None`` without one."""
    if not women.share:
        return None
    try:
        percent = women.share.strip().endswith("%")
        share = Decimal(women.share.strip().rstrip("%").strip().replace(",", ".")) / (100 if percent else 1)
    except ArithmeticError:
        share = Decimal(0)
    if not 0 < share < 1:
        raise InputError([Problem("groups.share", value=women.share)])
    return Reference(share, women.source or "–", confirmed=True)


def _named(women: Women, case: Case, columns: Mapping[str, Mapping[str, str]]) -> tuple[str, str] | None:
    """Return column and group of the women, where they were given."""
    if not women.group:
        return None
    column, _, group = women.group.partition("=")
    known = columns.get(column.strip(), {})
    if group.strip() not in {known.get(one.candidate_id) for one in case.candidates}:
        raise InputError([Problem("groups.women", value=women.group)])
    return column.strip(), group.strip()
