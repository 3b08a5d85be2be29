"""The case that a question is about, written down with decisions, so that a plain solve can answer it."""

from collections.abc import Iterable
from dataclasses import fields, replace

import numpy as np

from planner.domain import Case, Decision, DecisionKind, Pairs


def decided(
    case: Case, pairs: Pairs, with_pairs: Iterable[tuple[str, str]], without_pairs: Iterable[tuple[str, str]]
) -> tuple[Case, Pairs]:
    """Return the case with a pin for each pair of the first kind, and without each pair of the second."""
    kept = {(d.candidate_id, d.site_id): d for d in case.decisions}
    for candidate_id, site_id in with_pairs:
        pin = Decision(candidate_id=candidate_id, site_id=site_id, decision=DecisionKind.PIN)
        kept.setdefault((candidate_id, site_id), pin)
    gone = set(without_pairs)
    stays = np.array(
        [
            (case.candidates[c].candidate_id, case.sites[s].site_id) not in gone
            for c, s in zip(pairs.candidate.tolist(), pairs.site.tolist(), strict=True)
        ],
        dtype=bool,
    )
    return replace(case, decisions=tuple(kept.values())), _subset(pairs, stays)


def _subset(pairs: Pairs, kept: np.ndarray) -> Pairs:
    """Return some of the pairs."""
    per_pair = ("candidate", "site", "hours", "minutes", "parts", "broken", "cost_class")
    return replace(pairs, **{f.name: getattr(pairs, f.name)[kept] for f in fields(pairs) if f.name in per_pair})
