"""Two solvers that both prove a tier must name the same value: anything else is a fault of one of them."""

from collections.abc import Sequence
from itertools import combinations

from tests.bench.measure import Record


def disagreements(records: Sequence[Record]) -> list[str]:
    """Return a sentence per case and tier that two engines prove differently."""
    found = []
    for one, other in combinations(records, 2):
        if (one.size, one.level) != (other.size, other.level):
            continue
        for tier in one.tiers:
            a, b = one.tiers[tier], other.tiers.get(tier)
            if b is None or not (a["proven"] and b["proven"]):
                break  # a later tier rests on all before it
            if a["value"] != b["value"]:
                claims = f"{a['value']} for {one.engine}, {b['value']} for {other.engine}"
                found.append(f"{one.size} × {one.level:g}: {tier} is {claims}")
                break
    return found
