"""The layout: migrated from the first version, the same as the program's, alone, whole or not at all."""

import multiprocessing
import os
import signal
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, select, text

from planner.store import (
    SchemaError,
    Store,
    StoreError,
    audit,
    connect,
    current,
    head,
    layout,
    projects,
    require_current,
    upgrade,
)
from planner.store.layout import METADATA
from planner.store.schema import _config, alone, migrate
from tests.store.databases import fresh_url, ready_store

VERSIONS = [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()][::-1]


@pytest.fixture
def fresh(dialect: str, tmp_path: Path) -> str:
    """The address of a database without any layout."""
    return fresh_url(dialect, tmp_path)


def test_the_migrated_layout_is_the_programs(store: Store) -> None:
    """Between what the migrations made and what the program expects there is no difference."""
    with store.read() as tx:
        assert compare_metadata(MigrationContext.configure(tx.connection), METADATA) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_every_earlier_layout_is_upgraded_with_its_content(fresh: str, version: str) -> None:
    """From each version there ever was the upgrade leads to the present one, and rows and trail survive."""
    store = connect(fresh)
    upgrade(store, version)
    assert current(store) == version
    at = datetime(2027, 3, 1, tzinfo=UTC)
    project = {"project_id": "0" * 16, "name": "Dresden", "created_at": at, "created_by": "anna"}
    with store.write() as tx:
        tx.run(insert(layout.projects).values(**project, people_revision=0, places_revision=0))
        audit.append(tx, "anna", "create")
    upgrade(store)
    assert current(store) == head() == VERSIONS[-1]
    require_current(store)
    with store.read() as tx:
        assert tx.run(select(layout.projects.c.name)).scalars().all() == ["Dresden"]
        assert audit.verify(tx) == ()
        assert audit.head(tx).seq == 1
    with pytest.raises(StoreError), store.write() as tx:
        tx.run(text("DELETE FROM audit_entries"))
    store.close()


def test_an_upgrade_of_the_present_layout_changes_nothing(store: Store) -> None:
    """Upgrading twice is upgrading once."""
    upgrade(store)
    require_current(store)


def test_an_older_database_is_refused(fresh: str) -> None:
    """Empty and older databases ask for the upgrade."""
    store = connect(fresh)
    assert current(store) is None
    with pytest.raises(SchemaError, match=r"store\.older"):
        require_current(store)
    upgrade(store, VERSIONS[0])
    with pytest.raises(SchemaError, match=r"store\.older"):
        require_current(store)
    store.close()


def test_a_newer_database_is_refused(store: Store) -> None:
    """What a newer program has written is neither used nor upgraded."""
    with store.write() as tx:
        tx.run(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaError, match=r"store\.newer"):
        require_current(store)
    with pytest.raises(SchemaError, match=r"store\.newer"):
        upgrade(store)


def test_a_foreign_database_is_refused(fresh: str) -> None:
    """A database that holds something else is left alone."""
    store = connect(fresh)
    if store.file is not None:
        store.file.touch()
    with store.write() as tx:
        tx.run(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(SchemaError, match=r"store\.foreign"):
        upgrade(store)
    with store.read() as tx:
        assert tx.run(text("SELECT count(*) FROM recipes")).scalar() == 0
    store.close()


def upgrade_at(url: str) -> None:
    """Upgrade in a process of its own."""
    store = connect(url)
    upgrade(store)
    store.close()


def test_processes_that_upgrade_at_once_agree(fresh: str) -> None:
    """Two processes that start at the same moment both end on the present layout."""
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=upgrade_at, args=(fresh,)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
        assert one.exitcode == 0
    store = connect(fresh)
    require_current(store)
    store.close()


def test_sessions_that_upgrade_at_once_agree(fresh: str) -> None:
    """Four threads of one server, too."""
    store = connect(fresh)
    failed: list[BaseException] = []

    def run() -> None:
        try:
            upgrade(store)
        except BaseException as error:  # noqa: BLE001  (whatever it is, the test must show it)
            failed.append(error)

    threads = [Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failed == []
    require_current(store)
    store.close()


def die_while_upgrading(url: str) -> None:
    """Migrate, and be killed before it is committed."""
    with alone(connect(url)) as connection:
        migrate(connection)
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_upgrade_leaves_nothing(fresh: str) -> None:
    """Killed in the middle, the database is as before, and the next upgrade works."""
    one = multiprocessing.get_context("spawn").Process(target=die_while_upgrading, args=(fresh,))
    one.start()
    one.join(60)
    assert one.exitcode == -signal.SIGKILL
    store = connect(fresh)
    assert current(store) is None
    upgrade(store)
    require_current(store)
    store.close()


def test_a_reference_that_points_nowhere_stops_the_upgrade(tmp_path: Path) -> None:
    """SQLite follows no references while it migrates; they are checked before anything is committed."""
    store = ready_store("sqlite", tmp_path)
    with pytest.raises(SchemaError, match=r"store\.damaged"), alone(store) as connection:
        connection.execute(text("INSERT INTO people VALUES ('p', 'c', 'r')"))
    with store.read() as tx:
        assert tx.run(select(layout.people)).all() == []
    store.close()


def test_plans_of_an_older_layout_are_numbered_as_they_were_made(fresh: str) -> None:
    """The upgrade counts the plans of each project by when they were made; none is called a repair."""
    store = connect(fresh)
    upgrade(store, "0005")
    at = datetime(2027, 3, 1, tzinfo=UTC)
    project = {"name": "Dresden", "created_at": at, "created_by": "anna", "people_revision": 0, "places_revision": 0}
    plan = "INSERT INTO plans (plan_id, project_id, case_hash, status, law, content, placed, made_at, made_by, removed)"
    with store.write() as tx:
        tx.run(insert(layout.projects).values(**project, project_id="a" * 16))
        for plan_id, made in (("late", "2027-03-02"), ("soon", "2027-03-01")):
            tx.run(text(f"{plan} VALUES ('{plan_id}', '{'a' * 16}', '', '', '', '', 0, '{made}', 'anna', 0)"))
    upgrade(store)
    with store.read() as tx:
        found = tx.run(select(layout.plans.c.plan_id, layout.plans.c.number, layout.plans.c.repair_of)).all()
        assert projects.get_project(tx, "a" * 16).plans_made == 2
    assert sorted(found) == [("late", 2, None), ("soon", 1, None)]
    store.close()
