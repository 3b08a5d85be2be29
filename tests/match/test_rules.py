"""Each test at its border: the last value that passes and the first that fails."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from planner.domain import Answer, DecisionKind, Level, Reason, Shift, Verdict, reasons_of
from planner.geo import travel_times
from planner.law import Law
from planner.match import refusals
from planner.match.rules import RULES
from tests.match.plain_case import START, candidate, case, decision, site

EVENING, MORNING = frozenset({Shift.EVENING}), frozenset({Shift.MORNING})
B1, B2 = {"de": Level.B1}, {"de": Level.B2}
BOTH = {"de": Level.B1, "ar": Level.A1}
SHORT = {"min_hours": Decimal(15), "max_hours": Decimal("19.99")}
LONG = {"min_hours": Decimal("19.99"), "max_hours": Decimal(39)}

Change = dict[str, Any]

PASSING: list[tuple[Change, Change, Change]] = [
    ({}, {}, {}),
    ({"eligibility": Verdict.CONFIRMED, "coaching_accepted": False}, {}, {}),
    ({"brief_work_only": Answer.UNCLEAR}, {}, {"unclear_is_eligible": True}),
    (SHORT, LONG, {}),
    ({"languages": B2}, {"languages": B1}, {}),
    ({"skills": frozenset({"a", "b"})}, {"skills": frozenset({"a"})}, {}),
    ({"clearance": True}, {"clearance": True}, {}),
    ({"measles_proof": True}, {"measles_proof": True}, {}),
    ({"born": date(1970, 12, 31)}, {"measles_proof": True}, {}),
    ({"needs_step_free": True}, {"step_free": True}, {}),
    ({"shifts": EVENING | MORNING}, {"shifts": EVENING}, {}),
    ({"available_from": START, "permit_until": START}, {"available_from": START, "available_to": START}, {}),
    ({"max_commute": 60}, {}, {"minutes": 60}),
    ({"max_hours": Decimal("30.01")}, {}, {"minutes": 75}),
    ({"fields_refused": frozenset({"garden"}), "neighbourhoods_refused": frozenset({"01", "99"})}, {}, {}),
]

FAILING: list[tuple[Reason, Change, Change, Change]] = [
    (Reason.NOT_ELIGIBLE, {"eligibility": Verdict.REJECTED}, {}, {}),
    (Reason.NOT_ELIGIBLE, {"benefit_months_last_84": 71}, {}, {}),
    (Reason.UNCLEAR, {"brief_work_only": Answer.UNCLEAR}, {}, {}),
    (Reason.HOURS, SHORT, LONG | {"min_hours": Decimal(20)}, {}),
    (Reason.LANGUAGE, {"languages": B1}, {"languages": B2}, {}),
    (Reason.LANGUAGE, {"languages": B2}, {"languages": BOTH}, {}),
    (Reason.SKILL, {"skills": frozenset({"a"})}, {"skills": frozenset({"a", "b"})}, {}),
    (Reason.CLEARANCE, {}, {"clearance": True}, {}),
    (Reason.MEASLES, {"born": date(1971, 1, 1)}, {"measles_proof": True}, {}),
    (Reason.MEASLES, {"born": None, "eligibility": Verdict.CONFIRMED}, {"measles_proof": True}, {}),
    (Reason.STEP_FREE, {"needs_step_free": True}, {}, {}),
    (Reason.SHIFT, {"shifts": MORNING}, {"shifts": EVENING}, {}),
    (Reason.AVAILABLE, {"available_from": date(2027, 3, 2)}, {}, {}),
    (Reason.AVAILABLE, {}, {"available_from": date(2027, 3, 2)}, {}),
    (Reason.AVAILABLE, {}, {"available_to": date(2027, 2, 28)}, {}),
    (Reason.PERMIT, {"permit_until": date(2027, 2, 28)}, {}, {}),
    (Reason.COMMUTE, {"max_commute": 59}, {}, {"minutes": 60}),
    (Reason.COMMUTE, {}, {}, {"minutes": 60, "max_commute": 59}),
    (Reason.COMMUTE, {}, {}, {"minutes": 76}),
    (Reason.COMMUTE, {"max_hours": Decimal(30)}, {}, {"minutes": 61}),
    (Reason.FIELD_REFUSED, {"fields_refused": frozenset({"seniors"})}, {}, {}),
    (Reason.NEIGHBOURHOOD_REFUSED, {"neighbourhoods_refused": frozenset({"02"})}, {}, {}),
]


def _reasons(law: Law, person: Change, place: Change, choices: Change, *kinds: DecisionKind) -> list[Reason]:
    one = case([candidate(**person)], [site(**place)], [decision(kind) for kind in kinds], **choices)
    blocks = list(refusals(one, law, travel_times(one)))
    return [reason for block in blocks for mask in block.reasons.tolist() for reason in reasons_of(mask)]


@pytest.mark.parametrize(("person", "place", "choices"), PASSING)
def test_passes(person: Change, place: Change, choices: Change, law: Law) -> None:
    """The last value allowed passes every test."""
    assert _reasons(law, person, place, choices) == []


@pytest.mark.parametrize(("reason", "person", "place", "choices"), FAILING)
def test_fails(reason: Reason, person: Change, place: Change, choices: Change, law: Law) -> None:
    """The first value beyond what is allowed fails this one test and no other."""
    assert _reasons(law, person, place, choices) == [reason]


def test_decisions_rule_out(law: Law) -> None:
    """Forbid and declined leave their reason, the other decisions leave none."""
    found = {kind: _reasons(law, {}, {}, {}, kind) for kind in DecisionKind}
    assert found.pop(DecisionKind.FORBID) == [Reason.FORBIDDEN]
    assert found.pop(DecisionKind.DECLINED) == [Reason.DECLINED]
    assert not any(found.values())


def test_one_rule_per_reason() -> None:
    """Every reason but those of decisions has its rule, in the order of the tests."""
    assert tuple(RULES) == tuple(r for r in Reason if r not in {Reason.FORBIDDEN, Reason.DECLINED})


def test_more_words_than_bits(law: Law) -> None:
    """Two hundred languages and skills are told apart as well as two."""
    words = [f"w{number}" for number in range(200)]
    sites = [
        site(f"s{number:03}", languages={word: Level.A1}, skills=frozenset({word})) for number, word in enumerate(words)
    ]
    people = [candidate("c1", languages=dict.fromkeys(words, Level.A1), skills=frozenset(words[:-1]))]
    one = case(people, sites)
    (block,) = refusals(one, law, travel_times(one))
    assert (block.site.tolist(), block.codes().tolist()) == ([199], ["skill"])
