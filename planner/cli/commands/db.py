"""``planner db``: bring the database up to date, back it up, restore it."""

from pathlib import Path

import click

from planner.cli.manner import DONE, Answer
from planner.cli.parts import Group, a_path, answering, option
from planner.cli.show import say
from planner.cli.stores import opened_store
from planner.messages import N_


@click.group(cls=Group, help=N_("Look after the database."))
@answering
def db() -> None:
    """Hold what can be done with the database."""


@db.command("upgrade", help=N_("Bring the database to the layout of this program; make it if there is none."))
@answering
def upgrade() -> Answer:
    """Upgrade."""
    from planner.store import current, head
    from planner.store import upgrade as bring_up

    with opened_store(current=False) as store:
        bring_up(store)
        before_and_after = {"schema": current(store), "head": head(), "database": store.dialect}
    return Answer(DONE, {"status": "done", **before_and_after}, say("operate.upgraded", schema=head()))


@db.command("backup", help=N_("Write the present state of the database to FILE while people go on working."))
@click.argument("file", type=a_path, required=False)
@answering
def backup(file: Path | None) -> Answer:
    """Back up."""
    from planner.settings import backup_dir
    from planner.store import utc_now
    from planner.store.backups import backup as write_backup

    target = file or backup_dir() / f"planner-{utc_now():%Y%m%dT%H%M%SZ}.backup"
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with opened_store() as store:
        write_backup(store, target)
    return Answer(DONE, {"status": "done", "out": str(target)}, say("cli.written", out=str(target)))


@db.command("restore", help=N_("Fill the database from the backup FILE, whole or not at all."))
@click.argument("file", type=a_path)
@option("--replace", is_flag=True, help=N_("Give up what the database holds now."))
@answering
def restore(file: Path, *, replace: bool) -> Answer:
    """Restore."""
    from planner.store.backups import restore as fill

    with opened_store(current=False) as store:
        fill(file, store, replace=replace)
    return Answer(DONE, {"status": "done", "file": str(file)}, say("operate.restored", file=str(file)))
