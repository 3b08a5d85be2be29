"""Tables of who may what and who did what: users, sessions, audit trail, reads, periods."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from planner.store.layout.base import HASH, ID, METADATA, Instant

users = Table(
    "users",
    METADATA,
    Column("user_id", ID, primary_key=True),
    Column("issuer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("issuer", "subject"),
)

user_roles = Table(
    "user_roles",
    METADATA,
    Column("user_id", ID, ForeignKey("users.user_id"), primary_key=True),
    Column("role", Text, primary_key=True),
)

claim_roles = Table(
    "claim_roles",
    METADATA,
    Column("claim", Text, primary_key=True),
    Column("role", Text, primary_key=True),
)
"""Which role a claim of the organisation's sign-in stands for."""

sessions = Table(
    "sessions",
    METADATA,
    Column("token_hash", HASH, primary_key=True),
    Column("user_id", ID, ForeignKey("users.user_id"), nullable=False, index=True),
    Column("started_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("revoked_at", Instant),
)

audit_entries = Table(
    "audit_entries",
    METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("project_id", Text, nullable=False),
    Column("law", Text, nullable=False),
    Column("case_hash", Text, nullable=False),
    Column("seed", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("previous_hash", HASH, nullable=False),
    Column("hash", HASH, nullable=False),
)
"""Append-only: triggers refuse everything else. Refers to nothing, so that it outlives what it tells of."""

audit_head = Table(
    "audit_head",
    METADATA,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", HASH, nullable=False),
)
"""One row: how long the trail is and where it ends, so that a cut end shows."""

reads = Table(
    "reads",
    METADATA,
    Column("read_id", ID, primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    Column("user_id", Text, nullable=False),
    Column("project_id", Text, nullable=False),
    Column("candidate_id", Text),
    Column("what", Text, nullable=False),
    Index(None, "project_id", "candidate_id"),
)

retention_periods = Table(
    "retention_periods",
    METADATA,
    Column("rule", Text, primary_key=True),
    Column("months", Integer, nullable=False),
)
"""Periods that differ from the default."""
