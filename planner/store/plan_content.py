"""A plan in parts: what is said of the whole, and what is said of single people, which can be taken out."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from planner.domain import (
    Conflict,
    LimitResult,
    NeighbourhoodResult,
    Placement,
    Plan,
    Status,
    Tier,
    TierResult,
    Unplaced,
)
from planner.store.codec import from_json, row_of, scenario_json, scenario_of, to_json
from planner.store.proofs import DecisionPrice, certificate_of, proof_record

_SCENARIO_END = "\n"


def head_json(plan: Plan) -> str:
    """Return the plan without its people; the scenario comes first on a line of its own, its keys in their order."""
    return (
        scenario_json(plan.scenario)
        + _SCENARIO_END
        + to_json(
            {
                "status": plan.status.value,
                "case_hash": plan.case_hash,
                "law": plan.law,
                "neighbourhoods": [asdict(n) for n in plan.neighbourhoods],
                "limits": [asdict(n) for n in plan.limits],
                "tiers": [asdict(t) for t in plan.tiers],
                "certificate": proof_record(plan.certificate),
                "run": list(plan.run.items()),
            }
        )
    )


def plan_of(
    content: str,
    *,
    placements: Sequence[Placement],
    unplaced: Sequence[Unplaced],
    conflict: Sequence[Conflict],
    prices: Sequence[DecisionPrice],
) -> Plan:
    """Put a plan together again.

    Raises
    ------
    UnavailableError
        ``store.damaged`` if the content is none that ``head_json`` wrote.
    """
    scenario, _, rest = content.partition(_SCENARIO_END)
    found: dict[str, Any] = from_json(rest)
    return Plan(
        scenario=scenario_of(scenario),
        status=Status(found["status"]),
        case_hash=found["case_hash"],
        law=found["law"],
        placements=tuple(placements),
        unplaced=tuple(unplaced),
        neighbourhoods=tuple(row_of(NeighbourhoodResult, n) for n in found["neighbourhoods"]),
        limits=tuple(row_of(LimitResult, n) for n in found["limits"]),
        tiers=tuple(row_of(TierResult, {**t, "name": Tier(t["name"])}) for t in found["tiers"]),
        conflict=tuple(conflict),
        certificate=certificate_of(found.get("certificate"), prices),
        run=dict(found["run"]),
    )


def conflict_row(conflict: Conflict) -> dict[str, str | None]:
    """Return the columns of a rule in conflict; the person or the tandem it is about, if any."""
    person, tandem = conflict.params.get("candidate_id"), conflict.params.get("tandem")
    content = to_json({"rule": conflict.rule, "params": list(conflict.params.items())})
    return {
        "candidate_id": None if person is None else str(person),
        "tandem": None if tandem is None else str(tandem),
        "content": content,
    }


def conflict_of(content: str) -> Conflict:
    """Return the rule in conflict that ``conflict_row`` wrote."""
    found = from_json(content)
    return Conflict(rule=found["rule"], params=dict(found["params"]))
