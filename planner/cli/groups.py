"""Groups side by side on the terminal."""

from typing import TYPE_CHECKING

from planner.cli.manner import Show
from planner.cli.show import notes_list
from planner.messages import Language, text
from planner.messages.written import percent

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from planner.report.groups import GroupAudit
    from planner.service import GroupComparison

HEAVIEST = 6
"""Requirements shown, those that part the groups most; ``--json`` gives all."""

HIDDEN = "."
"""What stands for a number that is withheld, as in the statistics of Dresden and Saxony."""


def groups_view(found: "GroupComparison") -> Show:
    """Return the comparison: for each column its counts, its requirements, and what they say."""

    def show(console: "Console", language: Language) -> None:
        from planner.report.groups import audit_words

        if found.notes:
            notes_list(found.notes)(console, language)
            console.print()
        for audit, women in found.audits:
            console.print(text("groups.head", language, {"column": audit.column}), style="bold", markup=False)
            console.print(_counts(audit, language))
            console.print()
            if audit.requirements:
                console.print(_requirements(audit, language))
                if (more := len(audit.requirements) - HEAVIEST) > 0:
                    console.print(text("cli.more", language, {"number": more}))
                console.print()
            for sentence in audit_words(audit, women, language):
                console.print(f"- {sentence}", markup=False)
            console.print()

    return show


def _counts(audit: "GroupAudit", language: Language) -> "Table":
    from rich.text import Text

    from planner.fairness import EVERYBODY, Stage
    from planner.report.groups import group_name

    table = _table(["groups.col.group", *(f"groups.col.{stage.name.lower()}" for stage in Stage)], language)
    for name in (*audit.names, EVERYBODY):
        row = audit.counts[name]
        table.add_row(Text(group_name(name, language)), *(row[stage].text for stage in Stage))
    return table


def _requirements(audit: "GroupAudit", language: Language) -> "Table":
    from rich.text import Text

    from planner.fairness import EVERYBODY
    from planner.report.groups import group_name

    heads = ("requirement", "group", "refuses", "alone", "opens")
    table = _table([f"groups.col.{head}" for head in heads], language)
    for row in audit.requirements[:HEAVIEST]:
        opened = {one.group: one.found.share for one in row.opens}
        for name in (*audit.names, EVERYBODY):
            table.add_row(
                text(f"reason.{row.reason}", language) if name == audit.names[0] else "",
                Text(group_name(name, language)),
                _part(row.refuses.get(name), language),
                _part(row.alone.get(name), language),
                percent(opened[name], language) if name in opened else ("" if name == EVERYBODY else HIDDEN),
            )
    return table


def _part(per_mille: int | None, language: Language) -> str:
    return HIDDEN if per_mille is None else percent(per_mille / 1000, language, 1)


def _table(heads: list[str], language: Language) -> "Table":
    from rich.table import Table

    table = Table(show_edge=False, pad_edge=False)
    left = {"groups.col.group", "groups.col.requirement"}
    for head in heads:
        table.add_column(text(head, language), justify="left" if head in left else "right")
    return table
