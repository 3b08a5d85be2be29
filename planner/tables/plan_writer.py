"""A plan as a folder: byte-identical for equal plans, but for ``run``."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from planner.domain import PAYERS, Payer, Plan
from planner.messages import text
from planner.tables.atomic import write_folder
from planner.tables.certificate import CERTIFICATE, certificate_json
from planner.tables.csvout import spell_eur, table_bytes, write_table
from planner.tables.plan_format import COSTS, LIMITS, NEIGHBOURHOODS, PLACEMENTS, PLAN_FILES, UNPLACED, cost_column
from planner.tables.scenario_writer import scenario_toml

Costs = Mapping[tuple[int, Payer], int]


def write_plan(plan: Plan, folder: Path) -> None:
    """Write a plan as a folder, whole or not at all; an earlier plan in its place is replaced.

    Without placements to show (infeasible, or stopped too early) only ``plan.json`` is written, which then holds the
    scenario's text too.

    Raises
    ------
    InputError
        ``folder.taken`` if the folder holds anything but a plan, ``folder.failed`` if the system refuses.
    """
    write_folder(folder, lambda path: write_plan_files(plan, path), replaces=PLAN_FILES)


def write_plan_files(plan: Plan, folder: Path) -> None:
    """Write the files of a plan into an existing folder."""
    if plan.has_placements:
        _tables(plan, folder)
        if plan.certificate is not None:
            (folder / CERTIFICATE).write_bytes(certificate_json(plan.certificate).encode())
        (folder / "scenario.toml").write_bytes(scenario_toml(plan.scenario).encode())
    (folder / "plan.json").write_bytes(plan_json(plan).encode())


def plan_json(plan: Plan) -> str:
    """Return the text of ``plan.json``."""
    content: dict[str, Any] = {
        "status": plan.status.value,
        "case_hash": plan.case_hash,
        "law": plan.law,
        "seed": plan.scenario.tiers.seed,
        "tiers": [
            {"name": t.name.value, "value": t.value, "best": t.best, "bound": t.bound, "gap": t.gap, "proven": t.proven}
            for t in plan.tiers
        ],
    }
    if plan.conflict:
        content["conflict"] = [{"rule": c.rule, "params": dict(sorted(c.params.items()))} for c in plan.conflict]
    if not plan.has_placements:
        content["scenario"] = scenario_toml(plan.scenario)
    content["run"] = dict(plan.run)
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def cost_keys(plan: Plan) -> list[tuple[int, Payer]]:
    """Return every year and payer that occur in the plan, by year, payers in the order of the contract."""
    keys = {key for placement in plan.placements for key in placement.costs}
    return sorted(keys, key=lambda key: (key[0], PAYERS.index(key[1])))


def placements_hash(plan: Plan) -> str:
    """Return the SHA-256 of the plan's ``placements.csv``, as 64 hexadecimal digits: who is proposed where, and how."""
    return hashlib.sha256(table_bytes(*_placements(plan))).hexdigest()


def _placements(plan: Plan) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
    """Return the header and the rows of ``placements.csv``."""
    keys = cost_keys(plan)
    rows = (
        (
            *(p.candidate_id, p.site_id, p.neighbourhood, p.start, p.hours, p.minutes, p.quality, ";".join(p.marks)),
            *(spell_eur(p.costs.get(key, 0)) for key in keys),
        )
        for p in sorted(plan.placements, key=lambda p: (p.candidate_id, p.site_id))
    )
    return (*PLACEMENTS, *(cost_column(*key) for key in keys)), rows


def _tables(plan: Plan, folder: Path) -> None:
    write_table(folder / "placements.csv", *_placements(plan))
    unplaced = sorted(plan.unplaced, key=lambda u: u.candidate_id)
    reasons = ((u.candidate_id, u.reason, text(f"unplaced.{u.reason}", "de")) for u in unplaced)
    write_table(folder / "unplaced.csv", UNPLACED, reasons)
    neighbourhoods = sorted(plan.neighbourhoods, key=lambda n: n.code)
    outcome = ((n.code, n.need, n.target, n.placed, n.planned_posts) for n in neighbourhoods)
    write_table(folder / "neighbourhoods.csv", NEIGHBOURHOODS, outcome)
    limits = sorted(plan.limits, key=lambda limit: limit.name)
    write_table(folder / "limits.csv", LIMITS, ((n.name, n.at_least, n.at_most, n.got, n.short) for n in limits))
    total = plan.costs()
    by_year = sorted(total, key=lambda key: (key[0], PAYERS.index(key[1])))
    write_table(folder / "costs.csv", COSTS, ((year, payer, spell_eur(total[year, payer])) for year, payer in by_year))
