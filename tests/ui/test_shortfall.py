"""Why posts stay empty, from a case and its plan."""

from dataclasses import replace

import pytest

from planner.domain import LimitResult, Payer, Tier, TierResult
from planner.ui.shortfall import Shortfall, missed_minima, sentences, shortfall
from planner.ui.words import Words
from tests.report.example import make_case, make_plan

NOTHING = Shortfall(wished=10, offered=10, filled=9, without=0, able=0, used_up=(), reached=())


def told(**changes):
    return " ".join(sentences(replace(NOTHING, **changes), Words("de")))


@pytest.mark.parametrize(
    ("changes", "german"),
    [
        ({"wished": 300, "offered": 9}, "Das Szenario lässt 300 Plätze zu; die Einsatzstellen haben zusammen 9."),
        ({"without": 4, "able": 2}, "2 weitere Menschen könnten"),
        ({"without": 4}, "Niemand ohne Vorschlag kann"),
        ({}, "Es gibt weniger Menschen als Plätze."),
        ({"able": 1, "used_up": ((2027, Payer.CITY, 99_00),)}, "das Budget „Stadt“ 2027 bis auf 99\u00a0€"),
        ({"reached": ("Cotta",)}, "als Plätze. Ausgeschöpft: die Grenze „Cotta“."),
        ({"reached": ("Cotta", "Kinder")}, "die Grenze „Cotta“; die Grenze „Kinder“."),
        ({"without": 4, "able": 2}, "oder ein wichtigeres Ziel steht im Weg."),
        ({"without": 4, "able": 2, "proven": False}, "Die Zeit war um, bevor bewiesen war, dass nicht mehr geht."),
    ],
)
def test_what_binds_is_told(changes, german):
    """Posts, people, money or limits: whatever keeps the plan below its wish is named."""
    assert german in told(**changes)


def test_what_keeps_a_plan_below_its_wish_is_read_from_it():
    """Posts, people who could work, budgets without room for one more and limits at their ceiling are counted."""
    case = make_case()
    plan = make_plan(case)
    found = shortfall(case, plan)
    assert found is not None
    assert (found.wished, found.offered, found.filled, found.without, found.able) == (3, 3, 2, 1, 1)
    assert found.used_up == ()
    assert found.proven
    hasty = TierResult(name=Tier.PLACEMENTS, value=2, best=2, bound=3)
    late = shortfall(case, replace(plan, tiers=(hasty,)))
    assert late is not None
    assert not late.proven
    tight = plan.scenario.model_copy(update={"budget": {Payer.CITY: {2027: 60_000}}})
    ceiling = LimitResult(name="Cotta", at_least=None, at_most=2, got=2, short=0)
    found = shortfall(case, replace(plan, scenario=tight, limits=(ceiling,)))
    assert found is not None
    assert found.used_up == ((2027, Payer.CITY, 9_999),)
    assert found.reached == ("Cotta",)


def test_a_plan_that_fills_what_it_may_needs_no_word():
    """Where all wished posts are filled nothing is said."""
    case = make_case()
    plan = make_plan(case)
    assert shortfall(case, replace(plan, scenario=plan.scenario.model_copy(update={"posts": 2}))) is None


def test_missed_minima_are_named_with_what_was_reached():
    """How many are missing in all, then each limit; a plan that misses none says nothing."""
    met = LimitResult(name="Cotta", at_least=1, at_most=None, got=1, short=0)
    missed = LimitResult(name="Arabisch", at_least=3, at_most=None, got=1, short=2)
    told = missed_minima(replace(make_plan(make_case()), limits=(met, missed)), Words("de"))
    assert told == "Für die Mindestzahlen fehlen 2 Vorschläge. Arabisch \\(1 von 3\\)"
    assert missed_minima(replace(make_plan(make_case()), limits=(met,)), Words("de")) == ""
