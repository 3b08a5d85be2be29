"""Answers about what is kept in the database."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.cli.manner import Show
from planner.cli.show import problem_table, say
from planner.messages import Language, text

if TYPE_CHECKING:
    from rich.console import Console

    from planner.service import Imported
    from planner.store import User
    from planner.store.projects import Project


def listed(code: str, told: Sequence[str]) -> Show:
    """Return a sentence with the number of what follows, then one line each."""

    def show(console: "Console", language: Language) -> None:
        console.print(text(code, language, {"number": len(told)}), style="bold")
        for sentence in told:
            console.print(f"- {sentence}", markup=False)

    return show


def imports_view(brought: "Imported") -> Show:
    """Return what an import brought, and what is to be known about it."""

    def show(console: "Console", language: Language) -> None:
        if brought.notes:
            problem_table(brought.notes)(console, language)
        say("operate.imported", number=brought.rows, revision=brought.revision)(console, language)

    return show


def projects_table(found: "Sequence[Project]") -> Show:
    """Return projects as a table."""

    def show(console: "Console", language: Language) -> None:
        rows = [(one.project_id, one.name, str(one.people_revision), str(one.places_revision)) for one in found]
        _table(("project", "name", "people", "places"), rows, console, language)

    return show


def users_table(found: "Sequence[User]") -> Show:
    """Return users as a table."""

    def show(console: "Console", language: Language) -> None:
        answers = [text("report.yes" if one.active else "report.no", language) for one in found]
        rows = [
            (one.user_id, one.name, ", ".join(sorted(one.roles)), answer)
            for one, answer in zip(found, answers, strict=True)
        ]
        _table(("user", "name", "roles", "may_sign_in"), rows, console, language)

    return show


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], console: "Console", language: Language) -> None:
    from rich.table import Table

    table = Table(show_edge=False, pad_edge=False)
    for head in heads:
        table.add_column(text(f"operate.head_{head}", language))
    for row in rows:
        table.add_row(*row)
    console.print(table)
