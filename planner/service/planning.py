"""Make a plan; hand it on only when its twin has found nothing."""

from collections import defaultdict
from dataclasses import dataclass, replace

from planner.check import CheckReport, Finding, Remembered, check_plan
from planner.domain import Conflict, Pairs, Plan, Status
from planner.errors import PlannerError
from planner.match import refusals
from planner.progress import Progress, Silent, Step, Stop, never
from planner.service.opening import OpenedCase
from planner.service.pairing import pairs_of
from planner.solve import solve


class PlanRejectedError(PlannerError):
    """A solved plan broke a rule: an error of the program, never of its user. The plan is not handed on."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(findings)

    def __str__(self) -> str:
        return f"{len(self.findings)} finding(s); rules: {', '.join(sorted({f.rule for f in self.findings}))}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan, the pairs it chose from and the report of its check."""

    plan: Plan
    pairs: Pairs
    report: CheckReport


def make_plan(
    opened: OpenedCase,
    *,
    pairs: Pairs | None = None,
    remembered: Remembered | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Stop = never,
) -> Outcome:
    """Match, solve and check.

    Parameters
    ----------
    opened
        The case.
    pairs
        Its pairs, where they are known already.
    remembered
        What earlier checks of almost the same case have worked out.
    time_limit
        Seconds for the solver; ``None`` is unlimited.
    progress
        Told of every step.
    stop
        Asked again and again; once true, the best plan so far is returned.

    Returns
    -------
    Outcome
        The plan is infeasible, stopped, or passed its check.

    Raises
    ------
    PlanRejectedError
        If the solver's plan breaks a rule.
    """
    watch = progress or Silent()
    if pairs is None:
        watch.report(Step("pairs"))
        pairs = pairs_of(opened)
    watch.report(Step("solve"))
    plan = solve(opened.case, pairs, law_version=opened.law.version, time_limit=time_limit, progress=watch, stop=stop)
    if plan.status is Status.INFEASIBLE:
        plan = replace(plan, conflict=_with_reasons(opened, plan.conflict))
    watch.report(Step("check"))
    report = check_plan(opened.case, plan, opened.law, opened.travel, remembered)
    if not report.passed:
        raise PlanRejectedError(report.findings)
    return Outcome(plan, pairs, report)


def _with_reasons(opened: OpenedCase, conflict: tuple[Conflict, ...]) -> tuple[Conflict, ...]:
    """Name the failed tests beside each pair of the conflict that is not possible by itself."""
    case = opened.case
    wanted = {(str(c.params.get("candidate_id")), str(c.params.get("site_id"))) for c in conflict}
    part = replace(
        case,
        candidates=tuple(c for c in case.candidates if any(c.candidate_id == one for one, _ in wanted)),
        sites=tuple(s for s in case.sites if any(s.site_id == other for _, other in wanted)),
    )
    found: dict[tuple[str, str], str] = defaultdict(str)
    for block in refusals(part, opened.law, opened.travel) if part.candidates and part.sites else ():
        for candidate, site, codes in zip(
            block.candidate.tolist(), block.site.tolist(), block.codes().tolist(), strict=True
        ):
            found[part.candidates[candidate].candidate_id, part.sites[site].site_id] = codes
    rows = []
    for c in conflict:
        reasons = found.get((str(c.params.get("candidate_id")), str(c.params.get("site_id"))))
        rows.append(replace(c, params={**c.params, "reasons": reasons}) if reasons else c)
    return tuple(rows)
