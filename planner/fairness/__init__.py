"""Fairness of outcomes: no justified envy, blindness, and groups compared outside the optimiser."""

from planner.fairness.groups import (
    EVERYBODY,
    NOT_STATED,
    Barrier,
    Gap,
    Grouping,
    Measure,
    barriers,
    gaps,
    grouping,
    mean_per_mille,
    opened,
    reached,
    weighing,
)
from planner.fairness.rates import CONFIDENCE, Rate, rate
from planner.fairness.standing import Stage, Standing, standing_of
from planner.fairness.women import Reference, WomenShare, reference_of, women_among, women_share

__all__ = [
    "CONFIDENCE",
    "EVERYBODY",
    "NOT_STATED",
    "Barrier",
    "Gap",
    "Grouping",
    "Measure",
    "Rate",
    "Reference",
    "Stage",
    "Standing",
    "WomenShare",
    "barriers",
    "gaps",
    "grouping",
    "mean_per_mille",
    "opened",
    "rate",
    "reached",
    "reference_of",
    "standing_of",
    "weighing",
    "women_among",
    "women_share",
]
