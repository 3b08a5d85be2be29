"""Fields and scenario say the same, and everything wrong is told at once and where it stands."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import Limit, Payer, Scenario, Scheme, Tier, Who
from planner.errors import InputError
from planner.ui.planning.editor.budgets import budget_frame, rows_of
from planner.ui.planning.editor.draft import BudgetRow, LimitDraft, draft_of
from planner.ui.planning.editor.judged import scenario_of
from planner.ui.planning.editor.sentences import limit_sentence
from planner.ui.words import Words
from tests.tables.strategies import scenarios

START = date(2027, 3, 1)
WHERE = {
    "neighbourhood": ["01", "02"],
    "borough": ["Cotta", "Prohlis"],
    "host": ["Träger"],
    "field": ["seniors", "garden"],
    "site": ["S1", "S2"],
}


def problems_of(draft):
    with pytest.raises(InputError) as caught:
        scenario_of(draft)
    return {(problem.column, problem.code) for problem in caught.value.problems}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_an_unchanged_draft_is_the_scenario_it_came_from(data):
    """Whatever a scenario holds, its fields make the same scenario again, also through the table of budgets."""
    scenario = data.draw(scenarios(WHERE, ["population", "households"]))
    draft = draft_of(scenario)
    draft.budget = rows_of(budget_frame(draft))
    assert scenario_of(draft) == scenario


def test_what_fields_show_rounded_stays_exact():
    """A weight with more digits than a field shows, a repeated name, an empty payer: all survive."""
    scenario = Scenario(
        start=START,
        need={"population": Decimal(1) / 3, "households": Decimal(0)},
        fields={"confirmed": ("garden", "garden")},
        budget={Payer.HOST: {}, Payer.CITY: {2027: 123_456_789_012_345}},
        tiers={"tolerance": {Tier.COVERAGE: Decimal(1) / 3, Tier.QUALITY: Decimal(0)}},
    )
    draft = draft_of(scenario)
    draft.budget = rows_of(budget_frame(draft))
    assert scenario_of(draft) == scenario


def test_everything_wrong_is_told_at_once_at_its_field():
    """Rules of single fields, of limits and of the scenario as a whole come together."""
    draft = draft_of(Scenario(start=START, limit=(Limit(who=Who(skills="x"), reason="r", at_least=1),) * 3))
    draft.start, draft.scheme = date(2026, 1, 1), Scheme.P16E
    draft.weighted, draft.weights = True, {"population": 0.0}
    draft.posts = -1
    draft.tolerance[Tier.COVERAGE] = 100.0
    draft.limits[0].reason = " "
    draft.limits[1].languages = ["ar"]
    draft.limits[2].at_most = 4
    draft.budget = [BudgetRow(2027, {Payer.CITY: 1.005}), BudgetRow(None, {Payer.CITY: 5.0}), BudgetRow(27, {})]
    assert problems_of(draft) == {
        ("posts", "scenario.range"),
        ("scheme", "scenario.scheme_16e_too_early"),
        ("need", "scenario.need_without_weight"),
        ("tiers.tolerance.coverage", "scenario.range"),
        ("limit[1].reason", "scenario.limit_reason_missing"),
        ("limit[2].who.languages", "scenario.language_level"),
        ("limit[3].at_most", "scenario.limit_ceiling_on_people"),
        ("budget.city.2027", "scenario.eur"),
        ("budget", "planning.budget.no_year"),
        ("budget.27", "cell.year"),
    }


def test_a_year_twice_is_told_once():
    """Two rows of one year cannot both hold."""
    draft = draft_of(Scenario(start=START))
    draft.budget = [BudgetRow(2027, {Payer.CITY: 1.0}), BudgetRow(2027, {Payer.CITY: 2.0})]
    assert problems_of(draft) == {("budget.2027", "planning.budget.year_twice")}


def test_the_order_is_changed_step_by_step():
    """A tier moves by one place, never beyond the ends; left out, it takes its tolerance along and brings it back."""
    draft = draft_of(Scenario(start=START, tiers={"tolerance": {Tier.COVERAGE: Decimal("0.02")}}))
    draft.move(Tier.COVERAGE, -1)
    assert draft.order[1:3] == [Tier.COVERAGE, Tier.PLACEMENTS]
    draft.move(draft.order[0], -1)
    assert draft.order[0] is Tier.SHORTAGE
    draft.leave_out(Tier.COVERAGE)
    assert draft.left_out == [Tier.COVERAGE]
    assert scenario_of(draft).tiers.tolerance == {}
    draft.take_in(Tier.COVERAGE)
    made = scenario_of(draft)
    assert made.tiers.order[-1] is Tier.COVERAGE
    assert made.tiers.tolerance == {Tier.COVERAGE: Decimal("0.02")}


def test_a_limit_reads_as_a_sentence():
    """Numbers, languages, places and force of a limit are all in its sentence, in both languages."""
    names = {"neighbourhood": {"96": "Gorbitz-Ost", "97": "Gorbitz-Nord"}}
    limit = LimitDraft(at_least=2, languages=["ar:A2"])
    limit.where["neighbourhood"] = ["96", "97"]
    assert limit_sentence(limit, names, Words("de")) == (
        "Mindestens 2 Personen mit Arabisch (ab A2) in Gorbitz-Ost oder Gorbitz-Nord "
        "(angestrebt; ein Fehlbestand wird berichtet)."
    )
    assert limit_sentence(LimitDraft(at_most=1), {}, Words("en")) == "At most one person in the whole city (a must)."
    both = LimitDraft(at_least=10, at_most=30, hard=True, skills=["computer"])
    both.where["borough"] = ["Cotta"]
    assert limit_sentence(both, {}, Words("en")) == (
        "10 to 30 people with the skill “use of a computer” in the borough Cotta "
        "(the minimum: a must; the maximum: a must)."
    )
