"""Every rule of a conflict has its sentence."""

import pytest

from planner.domain import Conflict
from planner.messages import LANGUAGES, Language
from planner.service import conflict_text

CONFLICTS = [
    (Conflict(rule="posts", params={"posts": 7}), "7"),
    (Conflict(rule="site_posts", params={"site_id": "E1", "posts": 2}), "E1"),
    (Conflict(rule="limit", params={"limit": 3, "name": "Cotta", "at_least": 4, "at_most": 5}), "5"),
    (Conflict(rule="budget", params={"payer": "city", "year": 2027, "cents": 123_456_00}), "2027"),
    (Conflict(rule="max_changes", params={"max_changes": 9}), "9"),
    (Conflict(rule="pin", params={"candidate_id": "K1", "site_id": "E1", "reasons": "hours;commute"}), "K1"),
    (Conflict(rule="accepted", params={"candidate_id": "K1", "site_id": "E1"}), "E1"),
    (Conflict(rule="started", params={"candidate_id": "K1", "site_id": "E1", "tandem": "T7"}), "T7"),
    (Conflict(rule="tandem", params={"tandem": "T7"}), "T7"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("conflict", "told"), CONFLICTS)
def test_every_rule_is_told(conflict: Conflict, told: str, language: Language) -> None:
    """The sentence names what the rule is about."""
    assert told in conflict_text(conflict, language)


@pytest.mark.parametrize(
    ("language", "budget", "relief"), [("de", "1.234,50 EUR", "21.361,40 EUR"), ("en", "1,234.50 EUR", "21,361.40 EUR")]
)
def test_money_is_written_as_in_the_language(language: Language, budget: str, relief: str) -> None:
    """Neither the budget's cents nor the language's marks are lost."""
    params = {"payer": "city", "year": 2027, "cents": 123_450, "relax_by": 2_136_140}
    told = conflict_text(Conflict(rule="budget", params=params), language)
    assert budget in told
    assert relief in told
