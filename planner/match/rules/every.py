"""The list of all tests, by the reason that a failure leaves."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from planner.domain import Reason
from planner.match.arrays import Bools
from planner.match.board import Block
from planner.match.rules import (
    available,
    clearance,
    commute,
    eligibility,
    hours,
    language,
    measles,
    permit,
    refused,
    shift,
    skill,
    step_free,
)

Test = Callable[[Block], Bools]
"""Answers where a block fails; the shape broadcasts to (people, sites)."""

RULES: Mapping[Reason, Test] = MappingProxyType(
    {
        Reason.NOT_ELIGIBLE: eligibility.not_eligible,
        Reason.UNCLEAR: eligibility.unclear,
        Reason.HOURS: hours.no_overlap,
        Reason.LANGUAGE: language.lacks_language,
        Reason.SKILL: skill.lacks_skill,
        Reason.CLEARANCE: clearance.lacks_clearance,
        Reason.MEASLES: measles.lacks_measles_proof,
        Reason.STEP_FREE: step_free.has_steps,
        Reason.SHIFT: shift.no_common_shift,
        Reason.AVAILABLE: available.not_there,
        Reason.PERMIT: permit.runs_out,
        Reason.COMMUTE: commute.too_far,
        Reason.FIELD_REFUSED: refused.field_refused,
        Reason.NEIGHBOURHOOD_REFUSED: refused.neighbourhood_refused,
    }
)
