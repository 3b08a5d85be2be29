"""Need, coverage and fair shares: by hand, and against the domain's other way to compute them."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from planner.check.needs import coverage_value, need_shares, unfair_exchange
from planner.domain import Neighbourhood
from planner.domain.need import coverage, targets
from tests.check.build import small_case, with_scenario


def test_need_is_population_unless_named() -> None:
    """Without indicators a neighbourhood's need is its share of the population."""
    assert need_shares(small_case()) == {"01": Fraction(1, 2), "02": Fraction(3, 10), "03": Fraction(1, 5)}


def test_need_mixes_indicators_by_normalised_weight() -> None:
    """Weights 3 and 1 count three quarters and one quarter; a column nobody is in gives nothing."""
    case = with_scenario(small_case(), need={"old": Decimal("1.5"), "alone": Decimal("0.5"), "none": Decimal(2)})
    places = tuple(
        Neighbourhood(code=code, name=code, borough="", counts={"old": old, "alone": alone, "none": 0})
        for code, old, alone in (("01", 10, 3), ("02", 30, 1))
    )
    object.__setattr__(case, "neighbourhoods", places)
    assert need_shares(case) == {
        "01": Fraction(3, 8) * Fraction(1, 4) + Fraction(1, 8) * Fraction(3, 4),
        "02": Fraction(3, 8) * Fraction(3, 4) + Fraction(1, 8) * Fraction(1, 4),
    }


def test_coverage_by_hand() -> None:
    """Need 1/2 is worth 500,000, then 166,667, then 100,000; a half of one is rounded up."""
    assert coverage_value({"a": Fraction(1, 2)}, {"a": 3}) == 500_000 + 166_667 + 100_000
    assert coverage_value({"a": Fraction(1, 2 * 10**6)}, {"a": 1}) == 1
    assert coverage_value({"a": Fraction(1)}, {"a": 0}) == 0


def test_ties_go_to_the_smaller_code() -> None:
    """Of two neighbourhoods with equal need the smaller code gets the odd seat."""
    need = {"01": Fraction(1, 2), "02": Fraction(1, 2)}
    assert unfair_exchange(need, {"01": 2, "02": 1}) is None
    assert unfair_exchange(need, {"01": 1, "02": 2}) == ("02", "01")


def test_nobody_meant_gets_no_seat() -> None:
    """A seat for a neighbourhood without need is one too many."""
    assert unfair_exchange({"01": Fraction(1), "02": Fraction(0)}, {"01": 0, "02": 1}) == ("02", "01")


needs = st.lists(st.integers(0, 12), min_size=1, max_size=6).map(
    lambda heads: {f"{n:02}": Fraction(head, max(1, sum(heads))) for n, head in enumerate(heads)}
)


@given(needs, st.integers(0, 30))
def test_the_apportionment_is_fair_and_no_other_is(need: dict[str, Fraction], seats: int) -> None:
    """Sainte-Laguë's distribution passes; with any seat moved it does not."""
    fair = dict(targets(need, seats))
    assert unfair_exchange(need, fair) is None
    for giver in (code for code in fair if fair[code]):
        for taker in (code for code in fair if code != giver):
            assert unfair_exchange(need, {**fair, giver: fair[giver] - 1, taker: fair[taker] + 1}) is not None


@given(needs, st.data())
def test_coverage_equals_the_domains(need: dict[str, Fraction], data: st.DataObject) -> None:
    """Two ways of computing coverage give one number."""
    placed = {code: data.draw(st.integers(0, 9)) for code in need}
    assert coverage_value(need, placed) == coverage(need, placed)
