"""The quarters covered worst and best."""

from dataclasses import replace

from planner.report.situation import equity, equity_sheets
from tests.report.situation.example import make_situation, without_plan

SITUATION = make_situation()


def test_worst_and_best_come_first() -> None:
    """The worst begin with the smallest coverage, the best with the largest; no quarter is at both ends."""
    found = equity(SITUATION)
    assert found is not None
    assert [q.code for q in found.worst][:3] == ["01", "02", "03"]
    assert [q.code for q in found.best][:2] == ["06", "04"]
    assert len(found.worst) == len(found.best) == 5
    assert not set(found.worst) & set(found.best)


def test_quarters_without_a_target_are_at_neither_end() -> None:
    """Where nothing is aimed at, nothing is covered well or badly; without any target there are no ends."""
    found = equity(SITUATION)
    assert found is not None
    assert "05" not in {q.code for q in (*found.worst, *found.best)}
    assert equity(without_plan()) is None


def test_few_quarters_are_shared_between_the_ends() -> None:
    """Of three quarters one is at each end."""
    found = equity(replace(SITUATION, quarters=SITUATION.quarters[:3]))
    assert found is not None
    assert ([q.code for q in found.worst], [q.code for q in found.best]) == (["01"], ["02"])


def test_the_table_shows_what_coverage_is_made_of() -> None:
    """Each row has proposed, target and their ratio."""
    found = equity(SITUATION)
    assert found is not None
    worst, best = equity_sheets(found, "en")
    assert worst.rows[0] == ("Innere Altstadt", 0.0, 0, 3)
    assert all(row[1] == row[2] / row[3] for row in (*worst.rows, *best.rows))  # type: ignore[operator]
