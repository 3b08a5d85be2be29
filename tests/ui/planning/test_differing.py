"""In what two scenarios differ, in sentences."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from planner.domain import DEFAULT_ORDER, Limit, Payer, Scenario, Scheme, Tier
from planner.synthetic import generate
from planner.ui.planning.differing import differences
from planner.ui.words import Words

CASE = generate(20, 6, 8, 1)
START = date(2027, 3, 1)
PLAIN = Scenario(start=START)
GERMAN = Words("de")
LANGUAGE = Limit(name="Arabisch", at_least=1, who={"languages": ("ar:A2",)}, reason="Gespräche")


def told(before, after):
    """Return what is said of two scenarios over the same tables."""
    cases = (replace(CASE, scenario=one) for one in (before, after))
    return [": ".join(one) for one in differences(*cases, GERMAN)]


CHOICES = [
    ({"start": date(2027, 6, 1)}, "Erster Arbeitstag: 01.03.2027 → 01.06.2027"),
    ({"scheme": Scheme.P16E}, "Förderung: § 16i SGB II → § 16e SGB II"),
    ({"posts": 100}, "Plätze höchstens: ohne Grenze → 100"),
    ({"max_commute": 45}, "Weg höchstens (min): ohne Grenze → 45"),
    ({"max_changes": 5}, "Änderungen höchstens: ohne Grenze → 5"),
    ({"own_share_paid_by": Payer.HOST}, "Eigenanteil zahlt: Stadt → Träger"),
    ({"unclear_is_eligible": True}, "Auch Menschen mit unklarer Förderfähigkeit planen: nein → ja"),
    ({"fields": {"confirmed": ("garden",)}}, "Bestätigte Einsatzfelder: keine Stellungnahme → Gärten"),
    ({"need": {"age_65p": 3, "households": 1}}, "nach Einwohnern → nach Gewichten (65 und älter 75"),
    ({"budget": {Payer.CITY: {2027: 25_000_000}}}, "Budget „Stadt“ 2027: ohne Grenze → 250.000\xa0€"),
    ({"tiers": {"order": DEFAULT_ORDER[:2]}}, "→ Fehlende Mindestzahlen, Vorschläge"),
    ({"tiers": {"tolerance": {Tier.COVERAGE: Decimal("0.025")}}}, "0\xa0% → 2,5\xa0%"),
    ({"tiers": {"seed": "2027"}}, "Startwert des Loses: leer → „2027“"),
    ({"limit": (LANGUAGE,)}, "Grenze neu: Arabisch · Mindestens eine Person mit Arabisch (ab A2)"),
]


@pytest.mark.parametrize(("change", "said"), CHOICES)
def test_each_choice_is_told_with_before_and_after(change, said):
    """What one scenario chooses otherwise is one sentence, and the only one."""
    (found,) = told(PLAIN, Scenario(**{"start": START, **change}))
    assert said in found


def test_a_limit_is_added_changed_or_gone():
    """A limit of the same name was changed, whether its number or only its reason; the order of limits says nothing."""
    other = Limit(at_most=3, where={"field": ("garden",)})
    fewer = Limit(at_most=2, where={"field": ("garden",)})
    argued = LANGUAGE.model_copy(update={"reason": "Beratung"})
    with_both = PLAIN.model_copy(update={"limit": (LANGUAGE, other)})
    assert told(with_both, PLAIN.model_copy(update={"limit": (other, LANGUAGE)})) == []
    changed = told(with_both, PLAIN.model_copy(update={"limit": (argued, fewer)}))
    assert [one.split(":")[0] for one in changed] == ["Grenze geändert"] * 2
    assert "Gespräche" in changed[0]
    assert "Beratung" in changed[0]
    assert "Höchstens 3 Personen im Einsatzfeld Gärten" in changed[1]
    assert [one.split(":")[0] for one in told(with_both, PLAIN)] == ["Grenze entfallen"] * 2


def test_no_choice_is_left_untold():
    """Everything a scenario holds has its sentence but its name, which stands in the name of the plan."""
    assert {key for change, _ in CHOICES for key in change} == Scenario.model_fields.keys() - {"name"}


def test_other_people_and_sites_are_counted():
    """Who came, who went and which sites have changed is counted beside the numbers of both."""
    fewer = replace(
        CASE,
        candidates=CASE.candidates[2:],
        sites=(replace(CASE.sites[0], posts=CASE.sites[0].posts + 1), *CASE.sites[1:]),
    )
    found = dict(differences(CASE, fewer, GERMAN))
    assert found["Kandidatinnen und Kandidaten"] == "20 → 18 (2 nicht mehr dabei)"
    assert found["Einsatzstellen"] == "6 → 6 (1 geändert)"
    assert len(found) == 2


def test_the_need_differs_only_where_its_shares_do():
    """Weights of the same proportion are the same need."""
    one, twice = ({"age_65p": a, "households": b} for a, b in ((1, 2), (2, 4)))
    assert told(Scenario(start=START, need=one), Scenario(start=START, need=twice)) == []
