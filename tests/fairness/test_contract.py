"""Nothing but the contract's columns exists for anybody to look at: neither in the types nor in the arrays."""

from dataclasses import fields

import pytest

from planner.domain import Candidate, Decision, Neighbourhood, Pair, Pairs, Placement, Site
from planner.match.people import People
from planner.tables import contract_columns
from planner.tables.protected import refusal

CANDIDATE = """
    candidate_id neighbourhood born benefit_months_last_84 benefit_months_last_60 benefit_months_last_24
    brief_work_only minor_child severely_disabled subsidised_months coaching_accepted eligibility languages skills
    clearance measles_proof needs_step_free shifts min_hours max_hours max_commute transport permit_until fields_wanted
    fields_refused neighbourhoods_wanted neighbourhoods_refused available_from waiting_since tandem
"""
SITE = """
    site_id name host neighbourhood field posts lat lon min_hours max_hours languages skills clearance measles_proof
    step_free shifts pay tariff_bound material_costs_per_year available_from available_to
"""
PEOPLE = """
    not_eligible unclear home transport min_hours max_hours max_commute levels skills clearance measles_safe
    needs_step_free shifts available_from permit_until fields_refused neighbourhoods_refused
"""
PAIRS = "candidate site hours minutes parts broken cost_class class_costs years common unclear"

CONTRACT = {
    Candidate: CANDIDATE,
    Site: SITE,
    Neighbourhood: "code name borough lat lon counts blank",
    Decision: "candidate_id site_id decision since",
    People: PEOPLE,
    Pairs: PAIRS,
    Pair: "candidate_id site_id hours minutes quality parts broken costs",
    Placement: "candidate_id site_id neighbourhood start hours minutes quality marks costs",
}
"""Every field there is, as the contract lists it; a new one has to be written down here, on purpose."""


@pytest.mark.parametrize("kind", CONTRACT)
def test_no_field_outside_the_contract(kind: type) -> None:
    """A type that a solve sees has the fields of the contract and no other."""
    assert {field.name for field in fields(kind)} == set(CONTRACT[kind].split())


def test_no_person_can_carry_anything_else() -> None:
    """Types of people have no room for further attributes."""
    for kind in (Candidate, Decision, Placement, Pair, People):
        assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)


def test_columns_about_people_are_the_contracts() -> None:
    """What is read about people is what the contract lists, and none of it names a protected attribute."""
    assert contract_columns("candidates") == frozenset(CANDIDATE.split())
    named = (*CANDIDATE.split(), *PEOPLE.split(), *PAIRS.split())
    assert {name: refusal(name) for name in named if refusal(name)} == {}
