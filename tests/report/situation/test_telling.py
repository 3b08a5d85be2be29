"""What leadership reads: three sentences, four figures, what needs deciding."""

from dataclasses import replace
from datetime import date

from planner.messages import LANGUAGES
from planner.report.disclosure import Published, Rules, Shown, Sign
from planner.report.situation import EARLY, figures, open_questions, sentences
from tests.report.situation.example import make_situation, without_plan

SITUATION = make_situation()
EMPTY = "Pirnaische Vorstadt, Seevorstadt-Ost/Großer Garten"


def test_three_sentences_say_what_the_quarters_add_up_to() -> None:
    """Posts, occupied posts, posts without a host, posts the plan fills and quarters below their target."""
    assert sentences(SITUATION, "de") == (
        "Von 23 Plätzen sind 1 belegt.",
        "Für 2 Plätze gibt es noch keinen Träger.",
        "Der am 20.11.2026 freigegebene Plan besetzt 19 Plätze; 3 Stadtteile bleiben unter ihrem Soll.",
    )
    assert sentences(replace(SITUATION, released=None), "en")[2] == (
        "The plan fills 19 posts; 3 neighbourhoods stay below their target."
    )
    assert sentences(without_plan(), "en")[2] == "No plan has been released yet."


def test_four_figures_each_with_how_it_is_made() -> None:
    """Coverage counts each quarter up to its target only; people are rounded."""
    for language in LANGUAGES:
        found = figures(SITUATION, language)
        assert len(found) == 4
        assert all(one.name and one.value and one.below and one.about for one in found)
    assert [one.value for one in figures(SITUATION, "en")] == ["1 of 23", "76%", "20", "20"]


def test_without_a_plan_nothing_is_said_of_people() -> None:
    """Coverage and counts of people say so in words: a dash would be the sign for nobody, "rounded" would be untrue."""
    found = figures(without_plan(), "en")
    assert [one.value for one in found] == ["1 of 23", *["no plan yet"] * 3]
    assert [one.below for one in found[1:]] == [""] * 3


def test_a_plan_without_targets_has_no_coverage() -> None:
    """Where nothing is aimed at, nothing is covered; this is not the same as having no plan."""
    aimless = tuple(replace(q, target=0) for q in SITUATION.quarters)
    assert figures(replace(SITUATION, quarters=aimless), "en")[1].value == "no target"


def test_what_needs_deciding_is_told_with_its_figures() -> None:
    """Hosts, posts where too few are, the steps of the grant, the rising share and the end of the contracts."""
    assert open_questions(SITUATION, "en") == (
        "2 posts need a host before anybody can begin there: Pirnaische Vorstadt.",
        "3 more posts would be needed to meet the targets where there are too few: Innere Altstadt.",
        f"2 posts stay empty although they are there and the target is not met: {EMPTY}.",
        "From 1 March 2029 the grant covers only 90% of wages, from 1 March 2031 only 70%.",
        "What the grant does not cover rises from about 30,000\u00a0€ in 2028 to about 190,000\u00a0€ in 2031.",
        "By 1 March 2032 all contracts of the plan have ended: what comes then?",
    )


def test_what_is_over_needs_no_deciding() -> None:
    """Steps and ends that lie behind are not told; a missing plan comes first."""
    late = open_questions(replace(SITUATION, as_of=date(2032, 4, 1)), "en")
    assert not any("grant covers" in one or "ended" in one for one in late)
    assert "release one" in open_questions(without_plan(), "en")[0]


def test_early_ends_are_told_only_as_disclosure_control_allows() -> None:
    """A count that is shown stands in the sentence; a hidden one leaves no trace."""
    few = Published("contracts", Rules(), {(EARLY,): Shown(Sign.HIDDEN)})
    many = Published("contracts", Rules(), {(EARLY,): Shown(Sign.ROUNDED, 15)})
    plain = open_questions(SITUATION, "en")[-1]
    assert open_questions(replace(SITUATION, contracts=few), "en")[-1] == plain
    assert "about 15 of them" in open_questions(replace(SITUATION, contracts=many), "en")[-1]
