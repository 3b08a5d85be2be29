"""Tables of what is worked on: plans, decisions, jobs."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from planner.store.layout.base import HASH, ID, METADATA, Instant, project_column

plans = Table(
    "plans",
    METADATA,
    Column("plan_id", ID, primary_key=True),
    project_column(),
    Column("number", Integer, nullable=False),
    Column("case_hash", HASH, nullable=False),
    Column("version_id", ID, ForeignKey("scenario_versions.version_id")),
    Column("repair_of", ID),
    Column("status", Text, nullable=False),
    Column("law", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("placed", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("released_at", Instant),
    Column("released_by", Text),
    Column("removed", Integer, nullable=False),
    Column("removed_rule", Text),
    Index(None, "project_id", "case_hash"),
)
"""``content`` is the plan without its people; ``removed`` counts the rows that deletion took out of it; ``repair_of``
outlives the plan that it names."""

plan_placements = Table(
    "plan_placements",
    METADATA,
    Column("plan_id", ID, ForeignKey("plans.plan_id"), primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("site_id", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Index(None, "candidate_id"),
)

plan_unplaced = Table(
    "plan_unplaced",
    METADATA,
    Column("plan_id", ID, ForeignKey("plans.plan_id"), primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Index(None, "candidate_id"),
)

plan_conflicts = Table(
    "plan_conflicts",
    METADATA,
    Column("plan_id", ID, ForeignKey("plans.plan_id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("candidate_id", Text, index=True),
    Column("tandem", Text),
    Column("content", Text, nullable=False),
)

plan_prices = Table(
    "plan_prices",
    METADATA,
    Column("plan_id", ID, ForeignKey("plans.plan_id"), primary_key=True),
    Column("tier", Text, primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("site_id", Text, primary_key=True),
    Column("price", Text, nullable=False),
    Index(None, "candidate_id"),
)
"""The prices on decisions in a plan's certificate."""

PLAN_ROWS = (plan_placements, plan_unplaced, plan_conflicts, plan_prices)
"""What a plan says of single people."""

decisions = Table(
    "decisions",
    METADATA,
    project_column(primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("site_id", Text, primary_key=True),
    Column("state", Text),
    Column("since", Date),
    Column("until", Date),
    Column("version", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("reason", Text, nullable=False),
    Index(
        "ux_decisions_fixed_once",
        "project_id",
        "candidate_id",
        unique=True,
        sqlite_where=text("state IN ('pin', 'accepted', 'started')"),
        postgresql_where=text("state IN ('pin', 'accepted', 'started')"),
    ),
)
"""The state of each pair that anyone ever decided on; nobody is fixed at two sites, whatever the program does."""

decision_history = Table(
    "decision_history",
    METADATA,
    project_column(primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("site_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("state", Text),
    Column("since", Date),
    Column("until", Date),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("reason", Text, nullable=False),
)

jobs = Table(
    "jobs",
    METADATA,
    Column("job_id", ID, primary_key=True),
    project_column(),
    Column("version_id", ID, ForeignKey("scenario_versions.version_id"), nullable=False),
    Column("previous_plan_id", ID, ForeignKey("plans.plan_id")),
    Column("user_id", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("time_limit", Float),
    Column("attempts", Integer, nullable=False),
    Column("worker", Text, nullable=False),
    Column("stop_requested", Boolean, nullable=False),
    Column("submitted_at", Instant, nullable=False),
    Column("started_at", Instant),
    Column("heartbeat_at", Instant),
    Column("finished_at", Instant),
    Column("progress", Text, nullable=False),
    Column("plan_id", ID, ForeignKey("plans.plan_id")),
    Column("problems", Text, nullable=False),
    UniqueConstraint("number"),
)
"""``number`` is the place in the queue: clocks may be set back, it may not."""
