"""What a planner may see of a plan: pseudonyms and pair facts, nothing from which a person's circumstances follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from planner.domain import NO_PAIR, Candidate, Case, Eligibility, Mark, Payer, Placement, Plan, Reason
from planner.law import assess, load_law

TELLING = frozenset({Reason.PERMIT.value, Reason.STEP_FREE.value})
"""Tests whose outcome tells of a permit or a disability."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldPlan(Plan):
    """A plan whose single placements carry no costs.

    What one person costs tells of a child (the cap of the transfer) and of age or earlier support (the months); the
    sums over the plan do not.
    """

    totals: Mapping[tuple[int, Payer], int] = field(default_factory=dict)

    def costs(self) -> Mapping[tuple[int, Payer], int]:
        """Return cents by calendar year and payer over all placements."""
        return self.totals


def reduced_plan(plan: Plan) -> Plan:
    """Return a plan without what tells of a person's circumstances."""
    values = {f.name: getattr(plan, f.name) for f in fields(Plan)}
    values["placements"] = tuple(_reduced(placement) for placement in plan.placements)
    values["unplaced"] = tuple(replace(u, reason=_reason(u.reason)) for u in plan.unplaced)
    values["conflict"] = tuple(
        replace(rule, params={key: value for key, value in rule.params.items() if key != "reasons"})
        for rule in plan.conflict
    )
    return WithheldPlan(**values, totals=plan.costs())


def reduced_case(case: Case) -> Case:
    """Return a case whose people are a pseudonym and a home each. It has another hash than the whole one."""
    return replace(
        case,
        candidates=tuple(
            Candidate(candidate_id=one.candidate_id, neighbourhood=one.neighbourhood) for one in case.candidates
        ),
    )


def eligibility(case: Case) -> dict[str, Eligibility]:
    """Return by candidate id whether they can be funded, without the reason."""
    law = load_law()
    return {one.candidate_id: assess(one, case.scenario, law).status for one in case.candidates}


def _reduced(placement: Placement) -> Placement:
    """Keep the marks that are about the post or about missing papers; those of broken tests tell of the person."""
    shown = {mark.value for mark in Mark}
    return replace(placement, costs={}, marks=tuple(mark for mark in placement.marks if mark in shown))


def _reason(code: str) -> str:
    return NO_PAIR if code in TELLING else code
