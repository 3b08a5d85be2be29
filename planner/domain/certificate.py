"""What proves a plan's bounds: whole-number prices on the rules, tier by tier.

The prices are a witness, not the proof: whoever holds the case can redo the arithmetic (``planner.check``) and needs
to trust neither the solver nor this file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.codes import Tier


class ClosedBy(StrEnum):
    """What shows that a tier's bound holds: the prices alone, or a search that tried everything else."""

    PRICES = "prices"
    SEARCH = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class TierProof:
    """The witness of one tier.

    Parameters
    ----------
    shift
        The prices are scaled by 2^shift.
    prices
        Price by row, without zeros. Rows: ``site:ID``, ``place:CODE``, ``posts``, ``max_changes``,
        ``decision:CANDIDATE:SITE``, ``limit:NUMBER:at_most``, ``limit:NUMBER:at_least``, ``limit:NUMBER:soft``,
        ``budget:PAYER:YEAR``, ``floor:TIER``.
    closed_by
        ``search`` where the prices alone prove a weaker bound than the plan states.
    """

    tier: Tier
    shift: int
    prices: Mapping[str, int]
    closed_by: ClosedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The witnesses of a plan, in the order of its tiers.

    Parameters
    ----------
    case_hash
        The case they speak of.
    """

    case_hash: str
    proofs: tuple[TierProof, ...]
