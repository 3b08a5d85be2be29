"""Key figures."""

from dataclasses import replace

import pytest

from planner.domain import Tier
from planner.ui.figures import key_figures


def test_key_figures_count_posts_targets_and_minutes(case, plan):
    """The tiles say what the plan's rows add up to."""
    figures = key_figures(case, plan)
    assert (figures.filled, figures.posts) == (3, 3)
    assert figures.targets == 3
    assert figures.met == sum(min(n.placed, n.target) for n in plan.neighbourhoods)
    assert figures.coverage == pytest.approx(figures.met / 3)
    assert figures.minutes_mean == pytest.approx(50 / 3)
    assert figures.minutes_longest == 35
    assert figures.aimed == sum(n.target > 0 for n in plan.neighbourhoods)


def test_an_open_tier_shows_its_gap(case, plan):
    """A plan with a gap is never called proven, and the first open tier is named."""
    figures = key_figures(case, plan)
    assert not figures.proven
    assert figures.open_tier is Tier.COVERAGE
    assert figures.gap == pytest.approx(0.1)
    closed = replace(plan, tiers=tuple(replace(tier, bound=tier.best) for tier in plan.tiers))
    assert key_figures(case, closed).proven


def test_an_empty_plan_has_no_mean(case, plan):
    """Without placements there is no coverage and no mean way, not a zero."""
    empty = replace(plan, placements=(), neighbourhoods=())
    figures = key_figures(case, empty)
    assert figures.filled == 0
    assert figures.coverage is None
    assert figures.minutes_mean is None
    assert figures.minutes_longest is None
