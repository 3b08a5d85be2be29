"""Fairness of outcomes: no justified envy, blindness, and groups compared outside the optimiser."""

from planner.fairness.blind import Blindness, Made, Probe, blind
from planner.fairness.blind_words import blind_data
from planner.fairness.blind_words import sentences as blind_words
from planner.fairness.envy import Envy, envies
from planner.fairness.envy_words import claim_words, envy_data
from planner.fairness.envy_words import sentences as envy_words
from planner.fairness.grounds import Cause, Ground
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
from planner.fairness.justified import EnvyReport, justified
from planner.fairness.perturb import Change
from planner.fairness.rates import CONFIDENCE, Rate, rate
from planner.fairness.standing import Stage, Standing, standing_of
from planner.fairness.women import Reference, WomenShare, reference_of, women_among, women_share

__all__ = [
    "CONFIDENCE",
    "EVERYBODY",
    "NOT_STATED",
    "Barrier",
    "Blindness",
    "Cause",
    "Change",
    "Envy",
    "EnvyReport",
    "Gap",
    "Ground",
    "Grouping",
    "Made",
    "Measure",
    "Probe",
    "Rate",
    "Reference",
    "Stage",
    "Standing",
    "WomenShare",
    "barriers",
    "blind",
    "blind_data",
    "blind_words",
    "claim_words",
    "envies",
    "envy_data",
    "envy_words",
    "gaps",
    "grouping",
    "justified",
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
