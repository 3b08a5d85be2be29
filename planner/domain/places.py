"""Where people live and where they work."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from decimal import Decimal

from planner.domain.codes import Level, Shift

DAY_SHIFTS: frozenset[Shift] = frozenset({Shift.MORNING, Shift.AFTERNOON})
"""Shifts of a site or a candidate that names none."""

MIN_HOURS = Decimal(15)
MAX_HOURS = Decimal(39)

MINIMUM_WAGE = "minimum_wage"
"""``Site.pay`` of a post at the statutory minimum wage of each month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """A statistical district (Stadtteil).

    Parameters
    ----------
    code
        Text; a leading zero belongs to it.
    counts
        Non-negative counts by column name; scenarios choose indicators among them. Every neighbourhood of a case has
        the same columns.
    blank
        The columns whose cell was blank; they count as 0 and are shown as such.
    """

    code: str
    name: str
    borough: str
    counts: Mapping[str, int] = attribute(default_factory=dict)
    blank: frozenset[str] = frozenset()
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place of work of a host, in one neighbourhood (Einsatzstelle).

    Parameters
    ----------
    host
        Blank for a planned post.
    pay
        ``MINIMUM_WAGE``, the name of a wage table in ``data/law``, or EUR per hour.
    material_costs_per_year
        Cents per placement.
    """

    site_id: str
    name: str
    host: str
    neighbourhood: str
    field: str
    posts: int
    lat: float | None = None
    lon: float | None = None
    min_hours: Decimal = MIN_HOURS
    max_hours: Decimal = MAX_HOURS
    languages: Mapping[str, Level] = attribute(default_factory=dict)
    skills: frozenset[str] = frozenset()
    clearance: bool = False
    measles_proof: bool = False
    step_free: bool = False
    shifts: frozenset[Shift] = DAY_SHIFTS
    pay: str | Decimal = MINIMUM_WAGE
    tariff_bound: bool = False
    material_costs_per_year: int = 0
    available_from: date | None = None
    available_to: date | None = None

    @property
    def planned(self) -> bool:
        """Whether no host stands behind the posts yet."""
        return not self.host
