"""A plan on the terminal and as JSON: status, aims with their proof, money, conflict."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from planner.cli.manner import Show
from planner.cli.numbers import gap, number
from planner.cli.show import notes_list
from planner.domain import Plan, Status
from planner.errors import Problem
from planner.messages import Language, text
from planner.service import conflict_text

if TYPE_CHECKING:
    from rich.console import Console


def plan_data(plan: Plan, notes: Sequence[Problem], out: Path | None, language: Language) -> Mapping[str, object]:
    """Return the outcome of a solve for programs; the plan itself lies in its folder."""
    return {
        "status": plan.status.value,
        "out": None if out is None else str(out),
        "case_hash": plan.case_hash,
        "law": plan.law,
        "placements": len(plan.placements),
        "unplaced": len(plan.unplaced),
        "tiers": [
            {"name": t.name, "value": t.value, "best": t.best, "bound": t.bound, "gap": t.gap, "proven": t.proven}
            for t in plan.tiers
        ],
        "costs": [
            {"year": year, "payer": payer.value, "eur": f"{cents // 100}.{cents % 100:02d}"}
            for (year, payer), cents in plan.costs().items()
        ],
        "conflict": [{"rule": c.rule, **c.params, "text": conflict_text(c, language)} for c in plan.conflict],
        "notes": [note.as_dict(language) for note in notes],
    }


def plan_view(plan: Plan, notes: Sequence[Problem], out: Path) -> Show:
    """Return the outcome of a solve for people."""

    def show(console: "Console", language: Language) -> None:
        if notes:
            notes_list(notes)(console, language)
            console.print()
        status = text(f"status.{plan.status}", language)
        console.print(text("cli.plan", language, {"status": status}), style="bold")
        for rule in plan.conflict:
            console.print("  " + conflict_text(rule, language), markup=False)
        if plan.has_placements:
            counts = {"placed": len(plan.placements), "unplaced": len(plan.unplaced)}
            console.print(text("cli.placed", language, counts))
            console.print(_tiers(plan, language))
            console.print(_costs(plan, language))
        if plan.has_placements or plan.status is Status.INFEASIBLE:
            console.print(text("cli.written", language, {"out": str(out)}), markup=False)

    return show


def _tiers(plan: Plan, language: Language) -> Table:
    table = Table(show_edge=False, pad_edge=False)
    for head in ("tier", "result", "bound", "gap"):
        table.add_column(text(f"cli.head_{head}", language), justify="left" if head == "tier" else "right")
    for t in plan.tiers:
        left = text("cli.proven", language) if t.proven else gap(t.gap, language)
        table.add_row(text(f"tier.{t.name}", language), number(t.value, language), number(t.bound, language), left)
    return table


def _costs(plan: Plan, language: Language) -> Table:
    costs = plan.costs()
    payers = sorted({payer for _, payer in costs})
    table = Table(show_edge=False, pad_edge=False)
    table.add_column(text("cli.head_eur", language))
    for payer in payers:
        table.add_column(text(f"payer.{payer}", language), justify="right")
    for year in sorted({year for year, _ in costs}):
        table.add_row(str(year), *(number(costs.get((year, payer), 0) / 100, language) for payer in payers))
    return table
