"""The people who may be proposed: pseudonyms with what the law and the match need, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from planner.domain.codes import Answer, Level, Shift, Transport, Verdict
from planner.domain.places import DAY_SHIFTS, MAX_HOURS, MIN_HOURS


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A pseudonymous person (Kandidat/in). ``None`` and empty mean that the cell was blank.

    Parameters
    ----------
    born
        A bare year is its 31 December.
    benefit_months_last_84, benefit_months_last_60, benefit_months_last_24
        Months with basic income support within the last 84, 60, 24 months; never inferred from each other.
    brief_work_only
        Whether there was no work or only brief work in the window; set by a person, never computed.
    subsidised_months
        Months already subsidised under § 16i, whatever the employer.
    max_commute
        Minutes one way the person puts up with.
    waiting_since
        Since when the person waits for a proposal.
    tandem
        People with the same mark start at the same site or not at all.
    """

    candidate_id: str
    neighbourhood: str
    born: date | None = None
    benefit_months_last_84: int | None = None
    benefit_months_last_60: int | None = None
    benefit_months_last_24: int | None = None
    brief_work_only: Answer | None = None
    minor_child: bool = False
    severely_disabled: bool = False
    subsidised_months: int = 0
    coaching_accepted: bool = True
    eligibility: Verdict | None = None
    languages: Mapping[str, Level] = field(default_factory=dict)
    skills: frozenset[str] = frozenset()
    clearance: bool = False
    measles_proof: bool = False
    needs_step_free: bool = False
    shifts: frozenset[Shift] = DAY_SHIFTS
    min_hours: Decimal = MIN_HOURS
    max_hours: Decimal = MAX_HOURS
    max_commute: int | None = None
    transport: Transport = Transport.TRANSIT
    permit_until: date | None = None
    fields_wanted: frozenset[str] = frozenset()
    fields_refused: frozenset[str] = frozenset()
    neighbourhoods_wanted: frozenset[str] = frozenset()
    neighbourhoods_refused: frozenset[str] = frozenset()
    available_from: date | None = None
    waiting_since: date | None = None
    tandem: str = ""
