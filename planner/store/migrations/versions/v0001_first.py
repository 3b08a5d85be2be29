"""The first layout."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, and the beginning of the audit trail."""
    op.create_table(
        "audit_entries",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("law", sa.Text(), nullable=False),
        sa.Column("case_hash", sa.Text(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_entries")),
    )
    op.create_table(
        "audit_head",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "claim_roles",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "role", name=op.f("pk_claim_roles")),
    )
    op.create_table(
        "documents",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_documents")),
    )
    op.create_table(
        "projects",
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("people_revision", sa.Integer(), nullable=False),
        sa.Column("places_revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_projects")),
    )
    op.create_table(
        "reads",
        sa.Column("read_id", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("read_id", name=op.f("pk_reads")),
    )
    op.create_index(op.f("ix_reads_at"), "reads", ["at"], unique=False)
    op.create_index(op.f("ix_reads_project_id_candidate_id"), "reads", ["project_id", "candidate_id"], unique=False)
    op.create_table(
        "retention_periods",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("rule", name=op.f("pk_retention_periods")),
    )
    op.create_table(
        "users",
        sa.Column("user_id", sa.String(length=16), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_users")),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_users_issuer_subject")),
    )
    op.create_table(
        "cases",
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("scenario", sa.Text(), nullable=False),
        sa.Column("neighbourhoods", sa.String(length=64), nullable=False),
        sa.Column("sites", sa.String(length=64), nullable=False),
        sa.Column("travel_times", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.String(length=27), nullable=False),
        sa.Column("forgotten_rule", sa.Text(), nullable=True),
        sa.Column("forgotten_at", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(["neighbourhoods"], ["documents.digest"], name=op.f("fk_cases_neighbourhoods")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_cases_project_id")),
        sa.ForeignKeyConstraint(["sites"], ["documents.digest"], name=op.f("fk_cases_sites")),
        sa.ForeignKeyConstraint(["travel_times"], ["documents.digest"], name=op.f("fk_cases_travel_times")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_cases")),
        sa.UniqueConstraint("project_id", "hash", name=op.f("uq_cases_project_id_hash")),
    )
    op.create_table(
        "decision_history",
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_decision_history_project_id")),
        sa.PrimaryKeyConstraint("project_id", "candidate_id", "site_id", "version", name=op.f("pk_decision_history")),
    )
    op.create_table(
        "decisions",
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_decisions_project_id")),
        sa.PrimaryKeyConstraint("project_id", "candidate_id", "site_id", name=op.f("pk_decisions")),
    )
    op.create_index(
        "ux_decisions_fixed_once",
        "decisions",
        ["project_id", "candidate_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('pin', 'accepted', 'started')"),
        postgresql_where=sa.text("state IN ('pin', 'accepted', 'started')"),
    )
    op.create_table(
        "person_keys",
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("left_at", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_person_keys_project_id")),
        sa.PrimaryKeyConstraint("project_id", "candidate_id", name=op.f("pk_person_keys")),
    )
    op.create_table(
        "places",
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("neighbourhoods", sa.String(length=64), nullable=False),
        sa.Column("sites", sa.String(length=64), nullable=False),
        sa.Column("travel_times", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["neighbourhoods"], ["documents.digest"], name=op.f("fk_places_neighbourhoods")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_places_project_id")),
        sa.ForeignKeyConstraint(["sites"], ["documents.digest"], name=op.f("fk_places_sites")),
        sa.ForeignKeyConstraint(["travel_times"], ["documents.digest"], name=op.f("fk_places_travel_times")),
        sa.PrimaryKeyConstraint("project_id", "revision", name=op.f("pk_places")),
    )
    op.create_table(
        "scenario_versions",
        sa.Column("version_id", sa.String(length=16), nullable=False),
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.String(length=16), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["scenario_versions.version_id"],
            name=op.f("fk_scenario_versions_parent_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_scenario_versions_project_id")),
        sa.PrimaryKeyConstraint("version_id", name=op.f("pk_scenario_versions")),
        sa.UniqueConstraint("project_id", "number", name=op.f("uq_scenario_versions_project_id_number")),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=16), nullable=False),
        sa.Column("started_at", sa.String(length=27), nullable=False),
        sa.Column("expires_at", sa.String(length=27), nullable=False),
        sa.Column("revoked_at", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.user_id"], name=op.f("fk_sessions_user_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_user_id"), "sessions", ["user_id"], unique=False)
    op.create_table(
        "user_roles",
        sa.Column("user_id", sa.String(length=16), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.user_id"], name=op.f("fk_user_roles_user_id")),
        sa.PrimaryKeyConstraint("user_id", "role", name=op.f("pk_user_roles")),
    )
    op.create_table(
        "case_decisions",
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.case_id"], name=op.f("fk_case_decisions_case_id")),
        sa.PrimaryKeyConstraint("case_id", "candidate_id", "site_id", name=op.f("pk_case_decisions")),
    )
    op.create_index(op.f("ix_case_decisions_candidate_id"), "case_decisions", ["candidate_id"], unique=False)
    op.create_table(
        "case_previous",
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.case_id"], name=op.f("fk_case_previous_case_id")),
        sa.PrimaryKeyConstraint("case_id", "candidate_id", "site_id", name=op.f("pk_case_previous")),
    )
    op.create_index(op.f("ix_case_previous_candidate_id"), "case_previous", ["candidate_id"], unique=False)
    op.create_table(
        "person_rows",
        sa.Column("row_id", sa.String(length=16), nullable=False),
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id", "candidate_id"],
            ["person_keys.project_id", "person_keys.candidate_id"],
            name=op.f("fk_person_rows_project_id_candidate_id"),
        ),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_person_rows_project_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_person_rows")),
        sa.UniqueConstraint(
            "project_id", "candidate_id", "digest", name=op.f("uq_person_rows_project_id_candidate_id_digest")
        ),
    )
    op.create_table(
        "plans",
        sa.Column("plan_id", sa.String(length=16), nullable=False),
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("case_hash", sa.String(length=64), nullable=False),
        sa.Column("version_id", sa.String(length=16), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("law", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("placed", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(length=27), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("released_at", sa.String(length=27), nullable=True),
        sa.Column("released_by", sa.Text(), nullable=True),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("removed_rule", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_plans_project_id")),
        sa.ForeignKeyConstraint(["version_id"], ["scenario_versions.version_id"], name=op.f("fk_plans_version_id")),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_plans")),
    )
    op.create_index(op.f("ix_plans_project_id_case_hash"), "plans", ["project_id", "case_hash"], unique=False)
    op.create_table(
        "case_people",
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("row_id", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.case_id"], name=op.f("fk_case_people_case_id")),
        sa.ForeignKeyConstraint(["row_id"], ["person_rows.row_id"], name=op.f("fk_case_people_row_id")),
        sa.PrimaryKeyConstraint("case_id", "row_id", name=op.f("pk_case_people")),
    )
    op.create_index(op.f("ix_case_people_row_id"), "case_people", ["row_id"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("job_id", sa.String(length=16), nullable=False),
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("version_id", sa.String(length=16), nullable=False),
        sa.Column("previous_plan_id", sa.String(length=16), nullable=True),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("time_limit", sa.Float(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("stop_requested", sa.Boolean(), nullable=False),
        sa.Column("submitted_at", sa.String(length=27), nullable=False),
        sa.Column("started_at", sa.String(length=27), nullable=True),
        sa.Column("heartbeat_at", sa.String(length=27), nullable=True),
        sa.Column("finished_at", sa.String(length=27), nullable=True),
        sa.Column("progress", sa.Text(), nullable=False),
        sa.Column("plan_id", sa.String(length=16), nullable=True),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.plan_id"], name=op.f("fk_jobs_plan_id")),
        sa.ForeignKeyConstraint(["previous_plan_id"], ["plans.plan_id"], name=op.f("fk_jobs_previous_plan_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_jobs_project_id")),
        sa.ForeignKeyConstraint(["version_id"], ["scenario_versions.version_id"], name=op.f("fk_jobs_version_id")),
        sa.PrimaryKeyConstraint("job_id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("number", name=op.f("uq_jobs_number")),
    )
    op.create_index(op.f("ix_jobs_state"), "jobs", ["state"], unique=False)
    op.create_table(
        "people",
        sa.Column("project_id", sa.String(length=16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("row_id", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.project_id"], name=op.f("fk_people_project_id")),
        sa.ForeignKeyConstraint(["row_id"], ["person_rows.row_id"], name=op.f("fk_people_row_id")),
        sa.PrimaryKeyConstraint("project_id", "candidate_id", name=op.f("pk_people")),
    )
    op.create_index(op.f("ix_people_row_id"), "people", ["row_id"], unique=False)
    op.create_table(
        "plan_conflicts",
        sa.Column("plan_id", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=True),
        sa.Column("tandem", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.plan_id"], name=op.f("fk_plan_conflicts_plan_id")),
        sa.PrimaryKeyConstraint("plan_id", "position", name=op.f("pk_plan_conflicts")),
    )
    op.create_index(op.f("ix_plan_conflicts_candidate_id"), "plan_conflicts", ["candidate_id"], unique=False)
    op.create_table(
        "plan_placements",
        sa.Column("plan_id", sa.String(length=16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.plan_id"], name=op.f("fk_plan_placements_plan_id")),
        sa.PrimaryKeyConstraint("plan_id", "candidate_id", "site_id", name=op.f("pk_plan_placements")),
    )
    op.create_index(op.f("ix_plan_placements_candidate_id"), "plan_placements", ["candidate_id"], unique=False)
    op.create_table(
        "plan_unplaced",
        sa.Column("plan_id", sa.String(length=16), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.plan_id"], name=op.f("fk_plan_unplaced_plan_id")),
        sa.PrimaryKeyConstraint("plan_id", "candidate_id", name=op.f("pk_plan_unplaced")),
    )
    op.create_index(op.f("ix_plan_unplaced_candidate_id"), "plan_unplaced", ["candidate_id"], unique=False)
    head = sa.table("audit_head", sa.column("one"), sa.column("seq"), sa.column("hash"))
    op.execute(head.insert().values(one=1, seq=0, hash="0" * 64))
