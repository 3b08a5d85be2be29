"""Tests that hang on the person alone: the law's word and the permit."""

from datetime import date

from planner.check.facts import Facts
from planner.check.pair_tests.base import PairTest, nothing
from planner.domain import Eligibility, Reason


def not_eligible(facts: Facts) -> PairTest[None, Eligibility]:
    """Neither the law nor the Jobcenter's word rules the person out."""

    def fails(_: None, brought: Eligibility) -> bool:
        return brought is Eligibility.NOT_ELIGIBLE

    return PairTest(Reason.NOT_ELIGIBLE, nothing, facts.eligibility, fails)


def unclear(facts: Facts) -> PairTest[None, Eligibility]:
    """Eligibility does not hang on missing data, unless the scenario plans such people all the same."""
    left_out = not facts.scenario.unclear_is_eligible

    def fails(_: None, brought: Eligibility) -> bool:
        return left_out and brought is Eligibility.UNCLEAR

    return PairTest(Reason.UNCLEAR, nothing, facts.eligibility, fails)


def permit(facts: Facts) -> PairTest[None, date | None]:
    """A permit that ends does so no earlier than on the first working day."""
    start = facts.scenario.start

    def fails(_: None, brought: date | None) -> bool:
        return brought is not None and brought < start

    return PairTest(Reason.PERMIT, nothing, lambda candidate: candidate.permit_until, fails)
