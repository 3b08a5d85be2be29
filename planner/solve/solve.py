"""The one door of this room."""

import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version

from planner.domain import Case, Pairs, Plan, Status
from planner.progress import Progress, Silent, Stop, never
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.conflict import conflict
from planner.solve.engine import Outcome, run
from planner.solve.plan import plan_of
from planner.solve.program import Program
from planner.solve.staying import stay


def solve(
    case: Case,
    pairs: Pairs,
    *,
    law_version: str,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Stop = never,
) -> Plan:
    """Return the best plan of a case, tier after tier, with a proven bound for each.

    Parameters
    ----------
    pairs
        The possible pairs of the case, from ``planner.match``.
    law_version
        Version of the law they were made with; written to the plan.
    time_limit
        Seconds; ``None`` solves to the end.
    progress
        Receives the value and the bound of the tier at work.
    stop
        Asked several times a second; ``True`` ends the solve with the best plan so far.

    Returns
    -------
    Plan
        ``optimal``; ``feasible`` with the gap of each tier; ``infeasible`` with rules that cannot hold together; or
        ``stopped`` before any plan was found.
    """
    clock = Clock(limit=time_limit, stop=stop)
    stayed = stay(case, pairs, clock)
    if stayed is not None and stayed.proven:
        return plan_of(stayed.program, stayed.outcome, law_version=law_version, run=_run(clock), pairs=pairs)
    program = build(case, pairs)
    known = program.columns.holding(stayed.members) if stayed is not None else None
    if program.impossible or (clock.stopped and known is None):
        outcome = Outcome(None, infeasible=bool(program.impossible))
    else:
        outcome = run(program, clock, progress or Silent(), known=known)
    return finished(program, outcome, clock, law_version=law_version)


def finished(program: Program, outcome: Outcome, clock: Clock, *, law_version: str) -> Plan:
    """Return the plan of an outcome; where there is none and none can be, with the rules that cannot hold together."""
    if outcome.members is not None:
        return plan_of(program, outcome, law_version=law_version, run=_run(clock))
    found = conflict(program, Clock(stop=clock.stop)) if outcome.infeasible else ()
    case = program.columns.case
    return Plan(
        scenario=case.scenario,
        status=Status.INFEASIBLE if outcome.infeasible else Status.STOPPED,
        case_hash=case.hash,
        law=law_version,
        conflict=found,
        run=_run(clock),
    )


def _run(clock: Clock) -> Mapping[str, str | float | int]:
    """Return what differs between two runs on the same case."""
    return {
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(clock.elapsed, 3),
        "planner": version("quartiersassistenten-planner"),
        "ortools": version("ortools"),
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
    }
