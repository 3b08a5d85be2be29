"""Every placement's pair is feasible: one rule per test, named ``pair_`` and the reason."""

from collections.abc import Iterator

from planner.check.registry import Test, rule
from planner.check.report import Params
from planner.check.subject import Subject
from planner.domain import Reason


def _no_placement_fails(reason: Reason) -> Test:
    def failing(subject: Subject) -> Iterator[Params]:
        test = subject.feasibility.test(reason)
        for _, candidate, site in subject.placed:
            if test.fails_pair(candidate, site) and not subject.feasibility.possible_anyway(candidate, site):
                yield {"candidate_id": candidate.candidate_id, "site_id": site.site_id}

    return failing


for _reason in Reason:
    rule(f"pair_{_reason.value}")(_no_placement_fails(_reason))
