"""Tables and sentences on the terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.cli.manner import Show
from planner.errors import Problem
from planner.messages import Language, text

if TYPE_CHECKING:
    from rich.console import Console

    from planner.check import VerifiedTier
    from planner.geo import Imported

FIRST = 50
"""Problems shown; ``--json`` gives all."""


def say(code: str, **params: str | int) -> Show:
    """Return an answer of one sentence."""

    def show(console: "Console", language: Language) -> None:
        console.print(text(code, language, params), markup=False)

    return show


def problem_table(problems: Sequence[Problem]) -> Show:
    """Return problems as a table: file, row, column, value, what is wrong and what is allowed."""

    def show(console: "Console", language: Language) -> None:
        from rich.table import Table
        from rich.text import Text

        placed = [p for p in problems if p.file or p.column]
        for problem in [p for p in problems if p not in placed][:FIRST]:
            console.print(problem.text(language), markup=False)
        if placed:
            table = Table(expand=False, show_edge=False, pad_edge=False)
            for head in ("file", "row", "column", "value", "problem"):
                table.add_column(text(f"cli.head_{head}", language), overflow="fold")
            for p in placed[:FIRST]:
                cells = (p.file, "" if p.row is None else str(p.row), p.column, p.value, p.text(language))
                table.add_row(*(Text(cell) for cell in cells))
            console.print(table)
        if len(problems) > FIRST:
            console.print(text("cli.more", language, {"number": len(problems) - FIRST}))

    return show


def notes_list(notes: Sequence[Problem]) -> Show:
    """Return what is to be known beside a result, one line each with its place."""

    def show(console: "Console", language: Language) -> None:
        console.print(text("cli.notes", language), style="bold")
        for note in notes[:FIRST]:
            place = ", ".join(str(part) for part in (note.file, note.row, note.column) if part)
            console.print(f"- {place}: {note.text(language)}" if place else f"- {note.text(language)}", markup=False)
        if len(notes) > FIRST:
            console.print(text("cli.more", language, {"number": len(notes) - FIRST}))

    return show


def findings_list(sentences: Sequence[str]) -> Show:
    """Return broken rules, one sentence each."""

    def show(console: "Console", language: Language) -> None:
        console.print(text("cli.check_broken", language, {"number": len(sentences)}), style="bold")
        for sentence in sentences[:FIRST]:
            console.print(f"- {sentence}", markup=False)
        if len(sentences) > FIRST:
            console.print(text("cli.more", language, {"number": len(sentences) - FIRST}))

    return show


def certificate_view(tiers: "Sequence[VerifiedTier]") -> Show:
    """Return what the arithmetic of a certificate proves, objective by objective."""

    def show(console: "Console", language: Language) -> None:
        console.print(text("cli.check_passed", language), style="bold")
        for tier in tiers:
            code = "cli.bound_verified" if tier.by_arithmetic else "cli.bound_searched"
            name = text(f"tier.{tier.tier.value}", language)
            proven = "–" if tier.proven is None else tier.proven
            console.print(
                f"- {text(code, language, {'tier': name, 'bound': tier.bound, 'proven': proven})}", markup=False
            )

    return show


def imported_view(imported: "Imported") -> Show:
    """Return what was imported, and what is to be known about it."""

    def show(console: "Console", language: Language) -> None:
        if imported.notes:
            problem_table(imported.notes)(console, language)
        say(
            "cli.imported",
            number=len(imported.codes),
            area=f"{imported.square_kilometres:.1f}",
            column=imported.column,
            out=str(imported.path),
        )(console, language)

    return show
