"""Every rule of a plan; importing this package registers them, in the order in which they are reported."""

from planner.check.rules import (  # isort: skip
    identity,
    outcome,
    known,
    posts,
    limits,
    budget,
    changes,
    decisions,
    tandem,
    pairs,
    placements,
    unplaced,
    neighbourhoods,
    limit_rows,
    tiers,
)

__all__ = [
    "budget",
    "changes",
    "decisions",
    "identity",
    "known",
    "limit_rows",
    "limits",
    "neighbourhoods",
    "outcome",
    "pairs",
    "placements",
    "posts",
    "tandem",
    "tiers",
    "unplaced",
]
