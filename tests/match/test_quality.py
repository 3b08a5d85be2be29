"""The six parts of the quality, by numbers worked out by hand."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from planner.domain import Case, Level, Limit, Pairs, Where, Who
from planner.match.quality import full_months
from tests.match.plain_case import candidate, case, site

Change = dict[str, Any]
ARABIC = Limit(where=Where(borough="Nord"), who=Who(languages="ar:A2"), reason="work", at_least=1)


@pytest.mark.parametrize(
    ("person", "place", "part", "points"),
    [
        ({"fields_wanted": frozenset({"seniors"})}, {}, "field", 30),
        ({"fields_wanted": frozenset({"garden"})}, {}, "field", 0),
        ({"neighbourhoods_wanted": frozenset({"02"})}, {}, "neighbourhood", 15),
        ({}, {"neighbourhood": "01"}, "near_home", 10),
        ({}, {"neighbourhood": "02"}, "near_home", 5),
        ({}, {"neighbourhood": "03"}, "near_home", 0),
        ({"languages": {"ar": Level.B1}}, {}, "limit", 15),
        ({"languages": {"ar": Level.A1}}, {}, "limit", 0),
        ({"languages": {"ar": Level.B1}}, {"neighbourhood": "03"}, "limit", 0),
        ({"waiting_since": date(2026, 9, 1)}, {}, "waiting", 1),
        ({"waiting_since": date(2026, 9, 2)}, {}, "waiting", 0),
        ({"waiting_since": date(1999, 1, 1)}, {}, "waiting", 20),
        ({"waiting_since": date(2030, 1, 1)}, {}, "waiting", 0),
        ({"max_hours": Decimal(30)}, {"max_hours": Decimal(20)}, "hours", 6),
        ({"max_hours": Decimal(30)}, {"max_hours": Decimal(39)}, "hours", 10),
    ],
)
def test_part(person: Change, place: Change, part: str, points: int, pairs_of: Callable[[Case], Pairs]) -> None:
    """Each part gives its points where its fact holds and none where it does not."""
    one = case([candidate(**person)], [site(**place)], limit=(ARABIC,))
    pairs = pairs_of(one)
    row = pairs.row(one, 0)
    assert row.parts[part] == points
    assert row.quality == sum(row.parts.values()) == pairs.quality[0]


def test_many_limits(pairs_of: Callable[[Case], Pairs]) -> None:
    """The ninth limit counts as the first does."""
    others = [Limit(where=Where(site="nowhere"), who=Who(skills="x"), reason="work", at_least=1)] * 8
    one = case([candidate(languages={"ar": Level.A2})], limit=(*others, ARABIC))
    assert pairs_of(one).row(one, 0).parts["limit"] == 15


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (date(2027, 1, 31), date(2027, 2, 28), 1),
        (date(2027, 1, 31), date(2027, 2, 27), 0),
        (date(2028, 1, 30), date(2028, 2, 29), 1),
        (date(2026, 3, 1), date(2027, 3, 1), 12),
        (date(2026, 3, 2), date(2027, 3, 1), 11),
        (date(2027, 3, 2), date(2027, 3, 1), 0),
        (date(2026, 12, 31), date(9999, 12, 31), 95676),
    ],
)
def test_full_months(since: date, until: date, months: int) -> None:
    """A month is complete on its day, or on the last day of a shorter month."""
    assert full_months(since, until) == months
