"""What a published table looks like: signs, rounding, lines, what stays, what is refused."""

import pytest
from hypothesis import given, settings

from planner.errors import InputError
from planner.messages import text
from planner.report.disclosure import (
    ROUNDING,
    Ledger,
    Rules,
    Sign,
    Table,
    flat,
    from_record,
    publish,
    share,
    to_record,
)
from tests.report.disclosure.tables import STATUS, city, histories, published, rules, tables

BIG = {("b0q0",): 40, ("b0q1",): 30, ("b0q2",): 25, ("b1q0",): 50, ("b1q1",): 36, ("b1q2",): 20}


def of(counts: dict[tuple[str, ...], int]) -> Table:
    return Table("candidates", (city([3, 3]),), counts)


def show(table: Table, ledger: Ledger | None = None) -> dict[str, str]:
    return {cell[0]: shown.text for cell, shown in publish(table, Rules(), ledger or Ledger()).cells.items()}


def test_thresholds_have_a_floor() -> None:
    """A threshold below three is refused with a sentence, and so are shares of fewer people than the threshold."""
    with pytest.raises(InputError) as refused:
        Rules(threshold=2)
    assert "3" in refused.value.problems[0].text("de")
    with pytest.raises(InputError):
        Rules(threshold=40)
    assert Rules(threshold=3).threshold == 3


def test_big_counts_are_rounded() -> None:
    """Where everybody is many, every count is shown as the nearest multiple of five."""
    assert show(of(BIG)) == {
        "city": "200", "b0": "95", "b1": "105", "b0q0": "40", "b0q1": "30", "b0q2": "25", "b1q0": "50", "b1q1": "35",
        "b1q2": "20",
    }  # fmt: skip


def test_small_counts_never_hide_alone() -> None:
    """A small count is a point, and so is the smallest cell beside it; totals stay where they can."""
    shown = show(of(BIG | {("b0q2",): 4}))
    assert (shown["b0q2"], shown["b0q1"], shown["b0q0"], shown["b0"], shown["city"]) == (".", ".", "40", "75", "180")


def test_zero_is_shown_where_it_tells_nothing() -> None:
    """Nobody among many is a dash; beside a small total, or where one status holds everybody, it is a point."""
    counts = {("b0q0", "eligible"): 40, ("b0q0", "unclear"): 30, ("b0q1", "eligible"): 30}
    counts |= {(f"b1q{q}", status): 40 for q in range(2) for status in ("eligible", "not_eligible", "unclear")}
    cells = publish(Table("candidates", (city([2, 2]), STATUS), counts), Rules(), Ledger())
    assert cells["b0q0", "not_eligible"].text == "."  # else b0 would have one part left, and it is unsafe in b0q1
    assert cells["b0q1", "unclear"].text == "."
    assert cells["b0q1", "eligible"].text == "."
    alone = publish(Table("candidates", (STATUS,), {("eligible",): 20, ("unclear",): 20}), Rules(), Ledger())
    assert alone["not_eligible",].text == "-"


def test_public_facts_are_exact() -> None:
    """Occupied posts are shown as they are, however few."""
    table = Table("posts", (city([2]),), {("b0q0",): 1, ("b0q1",): 2}, frozenset({("b0q0",), ("b0q1",), ("b0",)}))
    assert publish(table, Rules(), Ledger())["b0q0",].text == "1"


def test_sensitive_dimensions_are_not_crossed() -> None:
    """A sensitive group is counted for the whole city only, whatever its numbers."""
    group = flat("language", ("ar", "uk"), "all", sensitive=True)
    counts = {(f"b0q{q}", code): 100 for q in range(2) for code in ("ar", "uk")}
    table = Table("candidates", (city([2]), group), counts)
    cells = publish(table, Rules(), Ledger()).cells
    assert ("city", "ar") in cells
    assert ("b0q0", "ar") not in cells


def test_small_changes_stay_unseen() -> None:
    """A count stays as published until at least k people came or went, also when an old scenario comes back."""
    ledger = Ledger()
    seen = []
    for count in (40, 44, 49, 50, 42):
        table = of(BIG | {("b0q0",): count})
        made = publish(table, Rules(), ledger)
        ledger = ledger.with_publication(table, made)
        seen.append(made["b0q0",].text)
    assert seen == ["40", "40", "40", "50", "40"]


def test_other_breakdowns_are_refused() -> None:
    """The same people by other dimensions cannot be audited together and are not published."""
    ledger = Ledger().with_publication(of(BIG), publish(of(BIG), Rules(), Ledger()))
    with pytest.raises(InputError):
        publish(Table("candidates", (STATUS,), {("eligible",): 100}), Rules(), ledger)
    publish(Table("hosts", (STATUS,), {("eligible",): 100}), Rules(), ledger)


@settings(max_examples=60, deadline=None)
@given(tables(), rules)
def test_lines_and_signs(table: Table, rules: Rules) -> None:
    """No line has a single hidden cell, shown counts are multiples of five of at least k people, a dash is nobody."""
    cells = publish(table, rules, Ledger()).cells
    for line in table.lines:
        assert [cells[cell].sign for cell in (line.total, *line.parts)].count(Sign.HIDDEN) != 1
    for cell, shown in cells.items():
        if shown.sign is Sign.ROUNDED:
            assert shown.value is not None
            assert shown.value % ROUNDING == 0
            assert table.totals[cell] >= rules.threshold
            assert abs(shown.value - table.totals[cell]) <= ROUNDING // 2
        elif shown.sign is Sign.ZERO:
            assert table.totals[cell] == 0


@settings(max_examples=20, deadline=None)
@given(histories(), rules)
def test_records_read_back(history: list[Table], rules: Rules) -> None:
    """A ledger survives being written down, and the next publication comes out the same."""
    made = published(history, rules)
    again = tuple(from_record(to_record(one)) for one in made)
    assert again == made
    assert published(history, rules) == made


def test_shares_come_from_what_is_shown() -> None:
    """A share is that of the shown counts; of fewer than thirty people, or beside a point, there is none."""
    made = publish(of(BIG | {("b0q2",): 4}), Rules(), Ledger())
    assert share(made, ("b0",), ("city",)) == 42
    assert share(made, ("b0q2",), ("b0",)) is None
    assert share(made, ("b1q2",), ("b1q2",)) is None


def test_legend_names_the_numbers() -> None:
    """The legend says the threshold and the rounding in both languages."""
    for language in ("de", "en"):
        legend = text("disclosure.legend", language, {"threshold": 10, "rounding": ROUNDING})
        assert "10" in legend
        assert "5" in legend
