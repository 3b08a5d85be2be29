"""A plan's certificate in parts: prices on rules, and prices on decisions, which name a person and can be taken out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from planner.domain import Certificate, ClosedBy, Plan, Tier, TierProof

_DECISION = "decision:"


@dataclass(frozen=True, slots=True)
class DecisionPrice:
    """The price of one decision in one tier; as text, since it may be longer than the database's integers."""

    tier: str
    candidate_id: str
    site_id: str
    price: str


def proof_record(certificate: Certificate | None) -> dict[str, Any] | None:
    """Return the certificate without its prices on decisions, in JSON's types."""
    if certificate is None:
        return None
    return {
        "case_hash": certificate.case_hash,
        "proofs": [
            {
                "tier": proof.tier.value,
                "shift": proof.shift,
                "prices": {row: price for row, price in proof.prices.items() if not row.startswith(_DECISION)},
                "closed_by": proof.closed_by.value,
            }
            for proof in certificate.proofs
        ],
    }


def decision_prices(plan: Plan) -> list[DecisionPrice]:
    """Return the prices on decisions of a plan's certificate."""
    pairs = {f"{_DECISION}{p.candidate_id}:{p.site_id}": (p.candidate_id, p.site_id) for p in plan.placements}
    found = []
    for proof in plan.certificate.proofs if plan.certificate else ():
        for row, price in proof.prices.items():
            if row.startswith(_DECISION):
                person, _, site = row.removeprefix(_DECISION).rpartition(":")
                found.append(DecisionPrice(proof.tier.value, *pairs.get(row, (person, site)), str(price)))
    return found


def certificate_of(record: dict[str, Any] | None, prices: Iterable[DecisionPrice]) -> Certificate | None:
    """Put a certificate together again."""
    if record is None:
        return None
    on_decisions: dict[str, dict[str, int]] = {}
    for one in prices:
        on_decisions.setdefault(one.tier, {})[f"{_DECISION}{one.candidate_id}:{one.site_id}"] = int(one.price)
    return Certificate(
        case_hash=record["case_hash"],
        proofs=tuple(
            TierProof(
                tier=Tier(proof["tier"]),
                shift=proof["shift"],
                prices={**proof["prices"], **on_decisions.get(proof["tier"], {})},
                closed_by=ClosedBy(proof["closed_by"]),
            )
            for proof in record["proofs"]
        ),
    )
