"""Tables of how reviewers work: the checklist of a placement, their own views, the guard against nodding."""

from sqlalchemy import Boolean, Column, Integer, Table, Text

from planner.store.layout.base import METADATA, Instant, project_column

checks = Table(
    "checks",
    METADATA,
    project_column(primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("site_id", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("done", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
)
"""What of the checklist before the contract is done, and who said so."""

own_views = Table(
    "own_views",
    METADATA,
    project_column(primary_key=True),
    Column("candidate_id", Text, primary_key=True),
    Column("site_id", Text, primary_key=True),
    Column("by", Text, primary_key=True),
    Column("view", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Instant, nullable=False),
)
"""What a reviewer thought of a proposal before they saw the reasons; never changed afterwards."""

review_guards = Table(
    "review_guards",
    METADATA,
    project_column(primary_key=True),
    Column("own_view", Boolean, nullable=False),
    Column("sample", Integer, nullable=False),
    Column("seed", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Instant, nullable=False),
)
"""Which guards against nodding a project has switched on."""

PAIR_ROWS = (checks, own_views)
"""What reviewers noted on single pairs."""
