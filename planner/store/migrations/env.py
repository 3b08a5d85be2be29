"""Run by Alembic: migrate on the connection handed over, inside its transaction."""

from alembic import context

from planner.store.layout import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
