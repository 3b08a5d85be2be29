"""Plans keep their certificates; what names a person in them stands apart."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "plan_prices",
        sa.Column("plan_id", sa.String(16), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("price", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.plan_id"], name="fk_plan_prices_plan_id"),
        sa.PrimaryKeyConstraint("plan_id", "tier", "candidate_id", "site_id", name="pk_plan_prices"),
    )
    op.create_index("ix_plan_prices_candidate_id", "plan_prices", ["candidate_id"])
