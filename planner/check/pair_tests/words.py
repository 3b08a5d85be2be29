"""Tests of what a reviewer, or the person, has said about the pair itself."""

from planner.check.facts import Facts
from planner.check.pair_tests.base import PairTest
from planner.domain import DecisionKind, Reason

SiteIds = frozenset[str]


def forbidden(facts: Facts) -> PairTest[str, SiteIds]:
    """No reviewer has forbidden the pair."""
    return _said(facts, DecisionKind.FORBID, Reason.FORBIDDEN)


def declined(facts: Facts) -> PairTest[str, SiteIds]:
    """The pair has not been declined."""
    return _said(facts, DecisionKind.DECLINED, Reason.DECLINED)


def _said(facts: Facts, kind: DecisionKind, reason: Reason) -> PairTest[str, SiteIds]:
    return PairTest(
        reason,
        lambda site: site.site_id,
        lambda candidate: facts.sites_with(kind, candidate.candidate_id),
        lambda asked, brought: asked in brought,
    )
