"""What a check found can be read."""

from planner.check import REPEATS, RULES, Finding
from planner.messages import gettext
from planner.messages.check import TEXTS


def test_every_rule_has_a_sentence_in_both_languages() -> None:
    """Each rule is worded in English and translated into German, and no sentence is without a rule."""
    worded = {code for code in TEXTS if not code.startswith("check.certificate_")}
    assert worded == {f"check.{code}" for code in (*RULES, *REPEATS)}
    assert [text for text in TEXTS.values() if gettext(text, "de") == text] == []


def test_a_finding_speaks_in_names() -> None:
    """Codes that have a name appear by it; the record for machines keeps them."""
    finding = Finding("budget", {"payer": "integration", "year": 2027, "cents": 5, "budget": 4})
    assert finding.text("en") == "Integration budget spends 5 cents in 2027; the budget is 4 cents."
    assert finding.as_dict("en")["payer"] == "integration"
