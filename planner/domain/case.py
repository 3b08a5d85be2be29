"""Everything one solve needs, as one value with one hash."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from planner.domain.codes import DecisionKind, Transport
from planner.domain.people import Candidate
from planner.domain.places import Neighbourhood, Site
from planner.domain.scenario import Scenario

FIXED = frozenset({DecisionKind.PIN, DecisionKind.ACCEPTED, DecisionKind.STARTED})
"""Decisions whose pair must be in the plan."""

BEYOND_TESTS = frozenset({DecisionKind.ACCEPTED, DecisionKind.STARTED})
"""Decisions that make their pair possible whatever the tests say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reviewer said about one pair; ``since`` is the first working day."""

    candidate_id: str
    site_id: str
    decision: DecisionKind
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class Case:
    """All tables and the scenario.

    Rows are sorted by id when the case is made, so that row order can never matter. Making a case checks nothing:
    ``planner.tables`` does, and hands over only what is consistent.

    Parameters
    ----------
    travel_times
        Minutes by (origin code, destination code, transport); empty where the case brings no table.
    previous_plan
        Pairs of candidate id and site id.
    """

    scenario: Scenario
    neighbourhoods: tuple[Neighbourhood, ...]
    sites: tuple[Site, ...]
    candidates: tuple[Candidate, ...]
    travel_times: Mapping[tuple[str, str, Transport], int]
    decisions: tuple[Decision, ...] = ()
    previous_plan: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Sort every table by its ids."""
        put = object.__setattr__
        put(self, "neighbourhoods", tuple(sorted(self.neighbourhoods, key=lambda n: n.code)))
        put(self, "sites", tuple(sorted(self.sites, key=lambda s: s.site_id)))
        put(self, "candidates", tuple(sorted(self.candidates, key=lambda c: c.candidate_id)))
        put(self, "decisions", tuple(sorted(self.decisions, key=lambda d: (d.candidate_id, d.site_id))))
        put(self, "previous_plan", tuple(sorted(self.previous_plan)))

    @cached_property
    def neighbourhood_of(self) -> Mapping[str, Neighbourhood]:
        """Neighbourhoods by code."""
        return {n.code: n for n in self.neighbourhoods}

    @cached_property
    def site_of(self) -> Mapping[str, Site]:
        """Sites by id."""
        return {s.site_id: s for s in self.sites}

    @cached_property
    def candidate_of(self) -> Mapping[str, Candidate]:
        """Candidates by id."""
        return {c.candidate_id: c for c in self.candidates}

    @cached_property
    def candidate_position(self) -> Mapping[str, int]:
        """Positions in ``candidates`` by id."""
        return {c.candidate_id: k for k, c in enumerate(self.candidates)}

    @cached_property
    def site_position(self) -> Mapping[str, int]:
        """Positions in ``sites`` by id."""
        return {s.site_id: k for k, s in enumerate(self.sites)}

    @cached_property
    def decision_of(self) -> Mapping[tuple[str, str], Decision]:
        """Decisions by candidate id and site id."""
        return {(d.candidate_id, d.site_id): d for d in self.decisions}

    def start_of(self, candidate_id: str, site_id: str) -> date:
        """Return the first working day of a placement: the decision's ``since``, else the scenario's start."""
        decision = self.decision_of.get((candidate_id, site_id))
        fixed = decision is not None and decision.decision in FIXED
        return (decision.since if fixed and decision and decision.since else None) or self.scenario.start

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the normalised, sorted content, as 64 hexadecimal digits."""
        parts = ",".join(f'"{name}":{text}' for name, text in sorted(self._spelled.items()))
        return hashlib.sha256(f"{{{parts}}}".encode()).hexdigest()

    @cached_property
    def _spelled(self) -> Mapping[str, str]:
        """What is hashed of each field."""
        return {field.name: _spell(field.name, getattr(self, field.name)) for field in fields(self)}

    def amended(self, **changes: Any) -> "Case":
        """Return the case with other values in some fields, as ``dataclasses.replace`` does.

        The rows of the other fields are spelled only once for the hashes of both: a city has thousands.
        """
        amended = replace(self, **changes)
        spelled = {name: text for name, text in self._spelled.items() if name not in changes}
        amended.__dict__["_spelled"] = {**spelled, **{name: _spell(name, getattr(amended, name)) for name in changes}}
        return amended


def _spell(name: str, value: Any) -> str:
    """Return the canonical JSON of a field of a case."""
    if name == "scenario":
        value = _plain(value.model_dump(mode="python"))
    elif name == "travel_times":
        value = sorted([*key, minutes] for key, minutes in value.items())
    elif name != "previous_plan":
        value = [_record(row) for row in value]
    return json.dumps(value, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _record(row: Neighbourhood | Site | Candidate | Decision) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__slots__}


def _plain(value: Any) -> Any:
    """Turn what JSON has no type for into one it has, equal values into equal ones.

    Called by the encoder for such values only: most of a city are none.
    """
    match value:
        case Decimal():
            return format(value.normalize(), "f")
        case date():
            return value.isoformat()
        case frozenset() | set():
            return sorted(_plain(item) for item in value)
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
    return value
