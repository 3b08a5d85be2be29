"""Every rule is caught when it is broken, and only it."""

import pickle

import pytest

from planner.check import RULES, check_plan
from planner.geo import travel_times
from planner.messages import LANGUAGES
from tests.check.build import honest_plan, law, small_case
from tests.check.mutations import MUTATIONS, Mutation


def test_an_honest_plan_passes() -> None:
    """A plan that breaks nothing has no finding."""
    case = small_case()
    report = check_plan(case, honest_plan(case), law(), travel_times(case))
    assert report.findings == ()
    assert report.passed


@pytest.mark.parametrize(("rule", "mutation"), MUTATIONS, ids=[f"{k}-{rule}" for k, (rule, _) in enumerate(MUTATIONS)])
def test_exactly_the_broken_rule_is_found(rule: str, mutation: Mutation) -> None:
    """A plan that breaks one rule is found out by that rule alone, in words of both languages, and can be pickled."""
    case, plan = mutation()
    report = check_plan(case, plan, law(), travel_times(case))
    assert {finding.rule for finding in report.findings} == {rule}
    assert not report.passed
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301  (our own bytes)
    for finding in report.findings:
        texts = [finding.text(language) for language in LANGUAGES]
        assert all(texts)
        assert texts[0] != texts[1]


def test_every_rule_has_a_mutation() -> None:
    """No rule goes untested."""
    assert {rule for rule, _ in MUTATIONS} == set(RULES)
