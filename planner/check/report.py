"""What a check found: codes with values, readable in German and English."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.domain import Tier
from planner.messages import Language, text

Params = Mapping[str, str | int]
"""Values of a finding: ids of candidates and sites, codes, numbers as the plan states them and as they should be."""

NAMED = ("status", "tier", "payer")
"""Params whose codes have a name that people read."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule at one place of the plan.

    Parameters
    ----------
    rule
        Code of the rule, a key of ``RULES``.
    params
        Values of its sentence.
    """

    rule: str
    params: Params = field(default_factory=dict)

    def text(self, language: Language) -> str:
        """Return the sentence that says what is wrong."""
        named = {key: text(f"{key}.{self.params[key]}", language) for key in NAMED if key in self.params}
        return text(f"check.{self.rule}", language, {**self.params, **named})

    def as_dict(self, language: Language) -> dict[str, str | int]:
        """Return the finding as a flat record for tables and JSON."""
        return {"rule": self.rule, **self.params, "text": self.text(language)}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The outcome of a check.

    Parameters
    ----------
    findings
        Every broken rule, in the order of ``RULES``.
    tiers
        The value of every tier, ordered by the scenario or not, recomputed from the case; empty for a plan that shows
        no placements because it is infeasible or was stopped before there was one.
    """

    findings: tuple[Finding, ...]
    tiers: Mapping[Tier, int]

    @property
    def passed(self) -> bool:
        """Whether no rule is broken."""
        return not self.findings
