"""What leadership was shown."""

from sqlalchemy import Column, Integer, Table, Text

from planner.store.layout.base import ID, METADATA, Instant, project_column

publications = Table(
    "publications",
    METADATA,
    project_column(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("plan_id", ID, nullable=False),
    Column("content", Text, nullable=False),
)
"""Counts of people, true and as shown: every later publication must be safe against subtraction from the earlier ones.
Refers to no plan, as it outlives them. No pseudonym is in it.
"""
