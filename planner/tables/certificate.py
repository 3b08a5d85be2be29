"""``certificate.json``: the witnesses of a plan's bounds, beside ``plan.json``."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from planner.domain import Certificate, ClosedBy, Tier, TierProof
from planner.errors import InputError

CERTIFICATE = "certificate.json"


class _Proof(BaseModel):
    model_config = ConfigDict(extra="forbid")
    tier: Tier
    shift: int
    closed_by: ClosedBy
    prices: dict[str, int]


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid")
    case_hash: str
    proofs: list[_Proof]


def certificate_json(certificate: Certificate) -> str:
    """Return the text of ``certificate.json``; prices are whole numbers of any size."""
    proofs: list[Mapping[str, Any]] = [
        {
            "tier": p.tier.value,
            "shift": p.shift,
            "closed_by": p.closed_by.value,
            "prices": dict(sorted(p.prices.items())),
        }
        for p in certificate.proofs
    ]
    content = {"case_hash": certificate.case_hash, "proofs": proofs}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_certificate(folder: Path) -> Certificate | None:
    """Return the certificate of a plan folder; ``None`` where the plan brings none.

    Raises
    ------
    InputError
        ``certificate.unreadable`` if the file is not what ``certificate_json`` writes.
    """
    path = folder / CERTIFICATE
    if not path.is_file():
        return None
    try:
        read = _Document.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise InputError.of("certificate.unreadable", file=CERTIFICATE) from error
    proofs = (TierProof(tier=p.tier, shift=p.shift, prices=p.prices, closed_by=p.closed_by) for p in read.proofs)
    return Certificate(case_hash=read.case_hash, proofs=tuple(proofs))
