"""The audit trail refuses to be changed or cut, whichever program asks."""

from alembic import op

revision = "0002"
down_revision = "0001"

_SQLITE = """
CREATE TRIGGER audit_entries_no_{verb} BEFORE {verb} ON audit_entries
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
"""

_POSTGRES = """
CREATE FUNCTION audit_entries_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$
"""

_POSTGRES_TRIGGER = """
CREATE TRIGGER audit_entries_no_{verb} BEFORE {verb} ON audit_entries
FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_append_only()
"""


def upgrade() -> None:
    """Add the triggers; SQLite has no TRUNCATE."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(_SQLITE.format(verb=verb))
    else:
        op.execute(_POSTGRES)
        for verb in ("UPDATE", "DELETE", "TRUNCATE"):
            op.execute(_POSTGRES_TRIGGER.format(verb=verb))
