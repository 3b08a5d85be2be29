"""Every near-equal plan of a small case, by trying all plans."""

from fractions import Fraction
from math import ceil, floor

from tests.solve.brute_force import _allowed, _plans, _tiers


def near_plans(case, pairs, plan, tolerance):
    """Return the placements of every plan that keeps of each tier what the tolerance leaves of the plan's best."""
    found = []
    own = {t.name: t.value for t in plan.tiers}
    best = {t.name: t.best for t in plan.tiers}
    for one in _plans(case, pairs):
        if not _allowed(case, pairs, one):
            continue
        tiers = _tiers(case, pairs, one)
        if all(_keeps(tier, tiers[tier], best[tier], own[tier], Fraction(share)) for tier, share in tolerance.items()):
            found.append(
                frozenset((case.candidates[i].candidate_id, case.sites[pairs.site[p]].site_id) for i, p in one.items())
            )
    return found


def _keeps(tier, value, best, own, share):
    if tier.maximised:
        return value >= min(own, ceil((1 - share) * best))
    return value <= max(own, floor((1 + share) * best))
