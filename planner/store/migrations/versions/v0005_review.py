"""How reviewers work: checklists before the contract, own views, guards against nodding."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "checks",
        sa.Column("project_id", sa.String(16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name="fk_checks_project_id"),
        sa.PrimaryKeyConstraint("project_id", "candidate_id", "site_id", "item", name="pk_checks"),
    )
    op.create_table(
        "own_views",
        sa.Column("project_id", sa.String(16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name="fk_own_views_project_id"),
        sa.PrimaryKeyConstraint("project_id", "candidate_id", "site_id", "by", name="pk_own_views"),
    )
    op.create_table(
        "review_guards",
        sa.Column("project_id", sa.String(16), nullable=False),
        sa.Column("own_view", sa.Boolean(), nullable=False),
        sa.Column("sample", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name="fk_review_guards_project_id"),
        sa.PrimaryKeyConstraint("project_id", name="pk_review_guards"),
    )
