"""Who can be funded, why not, and what is unclear."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import Answer, Eligibility, Scheme, Verdict
from planner.law import Law, assess
from tests.law.build import person, scenario

YES, NO, OPEN = Eligibility.ELIGIBLE, Eligibility.NOT_ELIGIBLE, Eligibility.UNCLEAR

NR1, NR2, NR3, NR4 = (f"§ 16i Abs. 3 Nr. {n} SGB II" for n in (1, 2, 3, 4))
FAMILY = "§ 16i Abs. 3 Satz 3 SGB II"
BORN = "§ 16i Abs. 3 Nr. 1 SGB II, § 7a SGB II"

CASES_16I: list[tuple[dict[str, Any], Eligibility, list[tuple[str, str]]]] = [
    ({}, YES, []),
    ({"born": None}, OPEN, [("law.born_missing", BORN)]),
    ({"born": date(2002, 3, 2)}, NO, [("law.age_under_25", NR1)]),
    ({"born": date(2002, 3, 1)}, YES, []),
    ({"born": date(2001, 12, 31)}, YES, []),
    ({"born": date(2002, 12, 31)}, NO, [("law.age_under_25", NR1)]),
    ({"born": date(1955, 1, 1)}, NO, [("law.age_limit", "§ 7a SGB II")]),
    ({"benefit_months_last_84": 72}, YES, []),
    ({"benefit_months_last_84": 71}, NO, [("law.receipt_too_short", NR2)]),
    ({"benefit_months_last_84": None}, OPEN, [("law.receipt_missing", NR2)]),
    ({"benefit_months_last_84": None, "benefit_months_last_60": 60}, OPEN, [("law.receipt_missing", NR2)]),
    ({"benefit_months_last_84": 71, "benefit_months_last_60": 60}, NO, [("law.receipt_too_short", NR2)]),
    ({"benefit_months_last_84": 60, "benefit_months_last_60": 60, "minor_child": True}, YES, []),
    ({"benefit_months_last_84": None, "benefit_months_last_60": 60, "minor_child": True}, YES, []),
    ({"benefit_months_last_84": 60, "benefit_months_last_60": 60, "severely_disabled": True}, YES, []),
    (
        {"benefit_months_last_84": 60, "benefit_months_last_60": 59, "minor_child": True},
        NO,
        [("law.receipt_too_short", NR2), ("law.receipt_too_short_family", FAMILY)],
    ),
    ({"benefit_months_last_84": 60, "minor_child": True}, OPEN, [("law.receipt_missing", FAMILY)]),
    (
        {"benefit_months_last_84": None, "severely_disabled": True},
        OPEN,
        [("law.receipt_missing", NR2), ("law.receipt_missing", FAMILY)],
    ),
    ({"benefit_months_last_84": None, "benefit_months_last_24": 24}, OPEN, [("law.receipt_missing", NR2)]),
    ({"brief_work_only": Answer.NO}, NO, [("law.worked", NR3)]),
    ({"brief_work_only": Answer.UNCLEAR}, OPEN, [("law.work_unclear", NR3)]),
    ({"brief_work_only": None}, OPEN, [("law.work_missing", NR3)]),
    ({"subsidised_months": 59}, YES, []),
    ({"subsidised_months": 60}, NO, [("law.subsidised_out", NR4)]),
    ({"coaching_accepted": False}, NO, [("law.coaching_refused", "§ 16i Abs. 4 SGB II")]),
    (
        {"brief_work_only": None, "born": None, "coaching_accepted": False},
        NO,
        [("law.coaching_refused", "§ 16i Abs. 4 SGB II")],
    ),
    ({"brief_work_only": None, "born": None}, OPEN, [("law.born_missing", BORN), ("law.work_missing", NR3)]),
]

RECEIPT_16E = WORK_16E = "§ 16e Abs. 1 SGB II"

CASES_16E: list[tuple[dict[str, Any], Eligibility, list[tuple[str, str]]]] = [
    ({}, YES, []),
    ({"benefit_months_last_24": 21}, YES, []),
    ({"benefit_months_last_24": 20}, NO, [("law.receipt_too_short", RECEIPT_16E)]),
    ({"benefit_months_last_24": None}, OPEN, [("law.receipt_missing", RECEIPT_16E)]),
    ({"benefit_months_last_84": None}, YES, []),
    ({"benefit_months_last_24": 20, "minor_child": True}, NO, [("law.receipt_too_short", RECEIPT_16E)]),
    ({"born": date(2005, 1, 1)}, YES, []),
    ({"born": None}, OPEN, [("law.born_missing", "§ 7a SGB II")]),
    ({"born": date(1955, 1, 1)}, NO, [("law.age_limit", "§ 7a SGB II")]),
    ({"subsidised_months": 60}, YES, []),
    ({"brief_work_only": Answer.NO}, NO, [("law.worked", WORK_16E)]),
    ({"brief_work_only": None}, OPEN, [("law.work_missing", WORK_16E)]),
    ({"coaching_accepted": False}, NO, [("law.coaching_refused", "§ 16e Abs. 4 SGB II")]),
]


@pytest.mark.parametrize(
    ("scheme", "changes", "expected", "grounds"),
    [(Scheme.P16I, *case) for case in CASES_16I] + [(Scheme.P16E, *case) for case in CASES_16E],
)
def test_answer_and_paragraphs(
    law: Law, scheme: Scheme, changes: dict[str, Any], expected: Eligibility, grounds: list[tuple[str, str]]
) -> None:
    """Each test of each scheme gives its answer, and every ground cites its paragraph in both languages."""
    found = assess(person(**changes), scenario(scheme), law)
    assert found.status is found.computed is expected
    assert [(ground.code, ground.paragraph) for ground in found.grounds] == grounds
    for ground in found.grounds:
        assert ground.paragraph in ground.text("de")
        assert ground.paragraph in ground.text("en")
        assert ground.text("de") != ground.text("en")


@pytest.mark.parametrize(
    ("born", "last_day"),
    [
        (date(1946, 5, 10), date(2011, 5, 31)),
        (date(1957, 5, 10), date(2023, 4, 30)),
        (date(1958, 5, 10), date(2024, 5, 31)),
        (date(1959, 5, 10), date(2025, 7, 31)),
        (date(1960, 5, 10), date(2026, 9, 30)),
        (date(1961, 5, 10), date(2027, 11, 30)),
        (date(1962, 5, 10), date(2029, 1, 31)),
        (date(1963, 5, 10), date(2030, 3, 31)),
        (date(1964, 5, 10), date(2031, 5, 31)),
        (date(1990, 5, 10), date(2057, 5, 31)),
        (date(1964, 5, 1), date(2031, 4, 30)),
        (date(1963, 12, 31), date(2030, 10, 31)),
        (date(1964, 1, 1), date(2030, 12, 31)),
    ],
)
def test_age_limit_by_year_of_birth(law: Law, born: date, last_day: date) -> None:
    """§ 7a SGB II: fundable up to the end of the month in which the age is completed, not a day longer."""
    on_it = assess(person(born=born), scenario(start=last_day), law)
    after = assess(person(born=born), scenario(start=date.fromordinal(last_day.toordinal() + 1)), law)
    assert on_it.computed is YES
    assert (after.computed, [ground.code for ground in after.grounds]) == (NO, ["law.age_limit"])


@pytest.mark.parametrize(("verdict", "status"), [(Verdict.CONFIRMED, YES), (Verdict.REJECTED, NO)])
@pytest.mark.parametrize(
    ("changes", "computed"), [({}, YES), ({"coaching_accepted": False}, NO), ({"brief_work_only": None}, OPEN)]
)
def test_the_jobcenters_word_wins(
    law: Law, verdict: Verdict, status: Eligibility, changes: dict[str, Any], computed: Eligibility
) -> None:
    """The verdict decides, the computed answer and its grounds stay beside it."""
    found = assess(person(eligibility=verdict, **changes), scenario(), law)
    assert (found.status, found.computed, found.verdict) == (status, computed, verdict)
    assert found.grounds == assess(person(**changes), scenario(), law).grounds
    assert found.word is not None
    assert "Jobcenter" in found.word.text("de")


def test_birthday_in_a_leap_year(law: Law) -> None:
    """Whoever is born on 29 February completes an age on the 28th and may start on 1 March."""
    born = person(born=date(2000, 2, 29))
    assert assess(born, scenario(start=date(2025, 2, 28)), law).computed is NO
    assert assess(born, scenario(start=date(2025, 3, 1)), law).computed is YES


@given(
    st.builds(
        person,
        born=st.none() | st.dates(date(1950, 1, 1), date(2008, 12, 31)),
        benefit_months_last_84=st.none() | st.integers(60, 84),
        benefit_months_last_60=st.none() | st.integers(57, 60),
        benefit_months_last_24=st.none() | st.integers(18, 24),
        brief_work_only=st.none() | st.sampled_from(Answer),
        minor_child=st.booleans(),
        severely_disabled=st.booleans(),
        subsidised_months=st.integers(0, 70),
        coaching_accepted=st.booleans(),
    ),
    st.sampled_from(Scheme),
)
def test_filling_a_blank_never_turns_a_certain_answer(law: Law, someone: Any, scheme: Scheme) -> None:
    """Grounds are there exactly where the answer is not yes, and blanks in a certain answer can hold anything."""
    found = assess(someone, scenario(scheme), law)
    assert bool(found.grounds) == (found.computed is not YES)
    if found.computed is not OPEN:
        blanks = {
            "born": date(1980, 1, 1),
            "benefit_months_last_84": 0,
            "benefit_months_last_60": 0,
            "benefit_months_last_24": 0,
        }
        filled = {name: value for name, value in blanks.items() if getattr(someone, name) is None}
        values = {name: getattr(someone, name) for name in someone.__slots__}
        assert assess(person(**{**values, **filled}), scenario(scheme), law).computed is found.computed
