"""All rows of one database into another of the same layout, whatever kinds the two are."""

from sqlalchemy import Connection, MetaData, delete, func, insert, select, text

BATCH = 1000
_SYSTEM = "alembic_version"


def tables_of(connection: Connection) -> MetaData:
    """Return the tables as they are in a database, those of older layouts included."""
    found = MetaData()
    found.reflect(connection)
    return found


def count_rows(connection: Connection) -> int:
    """Return how many rows there are, but for those a migration makes."""
    tables = tables_of(connection).tables.values()
    made = {_SYSTEM, "audit_head"}
    return sum(
        connection.execute(select(func.count()).select_from(table)).scalar() or 0
        for table in tables
        if table.name not in made
    )


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy every row into a database of the same layout that holds none but those a migration makes."""
    there = tables_of(target).tables
    target.execute(delete(there["audit_head"]))
    for table in tables_of(source).sorted_tables:
        if table.name != _SYSTEM:
            for rows in source.execute(select(table)).mappings().partitions(BATCH):
                target.execute(insert(there[table.name]), [dict(row) for row in rows])


def drop_everything(connection: Connection) -> None:
    """Drop every table and what belongs to it."""
    tables_of(connection).drop_all(connection)
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION IF EXISTS audit_entries_append_only"))
