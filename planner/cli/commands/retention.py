"""``planner retention``: delete what may no longer be kept."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from planner.cli.kept import listed
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Group, answering, option
from planner.cli.show import say
from planner.cli.stores import operated_store
from planner.messages import N_, text

if TYPE_CHECKING:
    from planner.messages import Language
    from planner.store.retention import Due


@click.group(cls=Group, help=N_("Delete what may no longer be kept."))
@option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help=N_("Another day than today."))
@answering
@click.pass_context
def retention(context: click.Context, today: datetime | None) -> None:
    """Hold the two halves of deletion; both go by one day."""
    context.meta["today"] = (today or datetime.now(UTC)).date()


@retention.command("due", help=N_("Say what is to be deleted, and delete nothing."))
@answering
@click.pass_context
def due(context: click.Context) -> Answer:
    """Look."""
    from planner.service import retention_due

    today: date = context.meta["today"]
    how = context.find_object(Manner) or Manner()
    with operated_store() as (store, user):
        found = retention_due(store, user, today)
    return _answer("operate.due", found, today, how.language)


@retention.command("apply", help=N_("Delete it, in the database and among the backups."))
@answering
@click.pass_context
def apply(context: click.Context) -> Answer:
    """Delete."""
    from planner.service import apply_retention

    today: date = context.meta["today"]
    how = context.find_object(Manner) or Manner()
    with operated_store() as (store, user):
        done = apply_retention(store, user, today)
    more = {"clean": done.clean, "backups": len(done.backups)}
    return _answer("operate.deleted", done.due, today, how.language, **more)


def _answer(code: str, found: "Sequence[Due]", today: date, language: "Language", **more: bool | int) -> Answer:
    """Count what is or was due by rule; nobody is named."""
    counts = Counter[tuple[str, str]]()
    for one in found:
        counts[one.rule.value, one.what] += one.rows
    rows = [{"rule": rule, "what": what, "rows": number} for (rule, what), number in sorted(counts.items())]
    data = {"status": "done", "today": today.isoformat(), "rows": rows, **more}
    if not rows:
        return Answer(DONE, data, say("operate.nothing_due", today=today.isoformat()))
    told = [
        text(
            "operate.rule_rows",
            language,
            {"rule": text(f"retention.{rule}", language), "what": text(f"due.{what}", language), "rows": number},
        )
        for (rule, what), number in sorted(counts.items())
    ]
    return Answer(DONE, data, listed(code, told))
