"""The solver-free twin: every rule verified and every tier recomputed in plain Python, from the case alone."""

from planner.check.certificate import CertificateReport, VerifiedTier, verify_certificate
from planner.check.check import check_plan
from planner.check.registry import RULES, Rule
from planner.check.remembered import Remembered
from planner.check.repeats import REPEATS, check_repeats
from planner.check.report import CheckReport, Finding

__all__ = [
    "REPEATS",
    "RULES",
    "CertificateReport",
    "CheckReport",
    "Finding",
    "Remembered",
    "Rule",
    "VerifiedTier",
    "check_plan",
    "check_repeats",
    "verify_certificate",
]
