"""Plans are told apart by their number, and a repaired one by the plan it was made from; projects count their plans."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the columns, and number the plans there are in the order in which they were made."""
    op.add_column("plans", sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("plans", sa.Column("repair_of", sa.String(16)))
    op.execute(
        "UPDATE plans SET number = (SELECT COUNT(*) FROM plans AS other WHERE other.project_id = plans.project_id "
        "AND (other.made_at < plans.made_at OR (other.made_at = plans.made_at AND other.plan_id <= plans.plan_id)))"
    )
    op.add_column("projects", sa.Column("plans_made", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "UPDATE projects SET plans_made = (SELECT COUNT(*) FROM plans WHERE plans.project_id = projects.project_id)"
    )
