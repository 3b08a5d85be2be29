"""Tables of what a solve needs: projects, places, people, scenarios, and the cases made of them."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from planner.store.layout.base import HASH, ID, METADATA, Instant, project_column

projects = Table(
    "projects",
    METADATA,
    Column("project_id", ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("people_revision", Integer, nullable=False),
    Column("places_revision", Integer, nullable=False),
    Column("plans_made", Integer, nullable=False, server_default="0"),
)

documents = Table(
    "documents",
    METADATA,
    Column("digest", HASH, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Tables without people, each content kept once."""

places = Table(
    "places",
    METADATA,
    project_column(primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("neighbourhoods", HASH, ForeignKey("documents.digest"), nullable=False),
    Column("sites", HASH, ForeignKey("documents.digest"), nullable=False),
    Column("travel_times", HASH, ForeignKey("documents.digest"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", Text, nullable=False),
)

person_keys = Table(
    "person_keys",
    METADATA,
    project_column(primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("key", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("left_at", Instant),
)
"""The random key that turns a person into a hash in the audit trail, and when they left the current list."""

person_rows = Table(
    "person_rows",
    METADATA,
    Column("row_id", ID, primary_key=True),
    project_column(),
    Column("candidate_id", Text, nullable=False),
    Column("digest", HASH, nullable=False),
    Column("content", Text, nullable=False),
    Column("kept_at", Instant, nullable=False),
    UniqueConstraint("project_id", "candidate_id", "digest"),
    ForeignKeyConstraint(["project_id", "candidate_id"], ["person_keys.project_id", "person_keys.candidate_id"]),
)
"""What is known of a person, once per content; lists and cases refer to it."""

people = Table(
    "people",
    METADATA,
    project_column(primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("row_id", ID, ForeignKey("person_rows.row_id"), nullable=False, index=True),
)

scenario_versions = Table(
    "scenario_versions",
    METADATA,
    Column("version_id", ID, primary_key=True),
    project_column(),
    Column("number", Integer, nullable=False),
    Column("parent_id", ID, ForeignKey("scenario_versions.version_id", deferrable=True, initially="DEFERRED")),
    Column("name", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Text, nullable=False),
    UniqueConstraint("project_id", "number"),
)

cases = Table(
    "cases",
    METADATA,
    Column("case_id", ID, primary_key=True),
    project_column(),
    Column("hash", HASH, nullable=False),
    Column("scenario", Text, nullable=False),
    Column("neighbourhoods", HASH, ForeignKey("documents.digest"), nullable=False),
    Column("sites", HASH, ForeignKey("documents.digest"), nullable=False),
    Column("travel_times", HASH, ForeignKey("documents.digest"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("forgotten_rule", Text),
    Column("forgotten_at", Instant),
    UniqueConstraint("project_id", "hash"),
)

case_people = Table(
    "case_people",
    METADATA,
    Column("case_id", ID, ForeignKey("cases.case_id"), primary_key=True),
    Column("row_id", ID, ForeignKey("person_rows.row_id"), primary_key=True, index=True),
)

case_decisions = Table(
    "case_decisions",
    METADATA,
    Column("case_id", ID, ForeignKey("cases.case_id"), primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("site_id", Text, primary_key=True),
    Column("decision", Text, nullable=False),
    Column("since", Date),
    Index(None, "candidate_id"),
)

case_previous = Table(
    "case_previous",
    METADATA,
    Column("case_id", ID, ForeignKey("cases.case_id"), primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("site_id", Text, primary_key=True),
    Index(None, "candidate_id"),
)
