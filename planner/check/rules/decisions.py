"""What a reviewer fixed is in the plan. (What one ruled out is a test of the pair.)"""

from collections.abc import Iterator

from planner.check.registry import Test, rule
from planner.check.report import Params
from planner.check.subject import Subject
from planner.domain import DecisionKind


def _must_be_in_the_plan(kind: DecisionKind) -> Test:
    def missing(subject: Subject) -> Iterator[Params]:
        for d in subject.case.decisions:
            if d.decision is kind and (d.candidate_id, d.site_id) not in subject.chosen:
                yield {"candidate_id": d.candidate_id, "site_id": d.site_id}

    return missing


for _kind in (DecisionKind.PIN, DecisionKind.ACCEPTED, DecisionKind.STARTED):
    rule(_kind.value)(_must_be_in_the_plan(_kind))
