"""The tables. Whatever is about a person has a column ``candidate_id``, so that deletion finds it."""

from planner.store.layout.base import METADATA, Instant
from planner.store.layout.material import (
    case_decisions,
    case_people,
    case_previous,
    cases,
    documents,
    people,
    person_keys,
    person_rows,
    places,
    projects,
    scenario_versions,
)
from planner.store.layout.published import publications
from planner.store.layout.trail import (
    audit_entries,
    audit_head,
    claim_roles,
    reads,
    retention_periods,
    sessions,
    user_roles,
    users,
)
from planner.store.layout.work import (
    decision_history,
    decisions,
    jobs,
    plan_conflicts,
    plan_placements,
    plan_unplaced,
    plans,
)

__all__ = [
    "METADATA",
    "Instant",
    "audit_entries",
    "audit_head",
    "case_decisions",
    "case_people",
    "case_previous",
    "cases",
    "claim_roles",
    "decision_history",
    "decisions",
    "documents",
    "jobs",
    "people",
    "person_keys",
    "person_rows",
    "places",
    "plan_conflicts",
    "plan_placements",
    "plan_unplaced",
    "plans",
    "projects",
    "publications",
    "reads",
    "retention_periods",
    "scenario_versions",
    "sessions",
    "user_roles",
    "users",
]
