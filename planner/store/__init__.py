"""What is kept: projects, cases, plans, decisions, users, jobs and the audit trail, in SQLite or PostgreSQL."""
