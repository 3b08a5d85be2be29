"""``planner alternatives``: plans nearly as good and as different as possible, and what they all share."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.explaining import explaining, lines
from planner.cli.folders import claim
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, limit_option, option, scenario_option
from planner.domain import Tier
from planner.errors import InputError
from planner.messages import N_, text
from planner.progress import Progress, Stop

if TYPE_CHECKING:
    from planner.explain.alternatives import Alternatives
    from planner.service import Checked


@click.command(
    cls=Command,
    help=N_("Show plans of CASE nearly as good as PLAN and as different as possible, and what they all share."),
)
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@option("--k", "number", type=click.IntRange(min=1), default=5, metavar="K", help=N_("How many plans at most."))
@option(
    "--tolerance",
    multiple=True,
    metavar="TIER=SHARE",
    help=N_("Share of an objective that may be given up; by default 0 for shortage and placements, 0.01 for others."),
)
@option("--out", type=a_path, metavar="DIR", help=N_("Folder for the plans, one folder each."))
@scenario_option
@limit_option
@answering
@click.pass_obj
def alternatives(
    how: Manner,
    case: Path,
    plan: Path,
    *,
    number: int,
    tolerance: tuple[str, ...],
    out: Path | None,
    scenario: Path | None,
    time_limit: float | None,
) -> Answer:
    """Find near-equal plans."""
    from planner.explain.alternatives import alternatives as find
    from planner.explain.alternatives_words import record, sentences
    from planner.service import pairs_of

    shares = read_tolerances(tolerance)
    if out is not None:
        claim(out)

    def explain(checked: "Checked", _progress: Progress, stop: Stop) -> Answer:
        opened = checked.opened
        found = find(
            opened.case,
            pairs_of(opened),
            checked.plan,
            number=number,
            tolerance=shares,
            time_limit=time_limit,
            stop=stop,
        )
        told = sentences(opened.case, found, how.language)
        if out is not None:
            write_plans(found, out)
            told.append(text("cli.written", how.language, {"out": str(out)}))
        return Answer(DONE, record(opened.case, found, how.language), lines(told))

    return explaining(how, case, plan, scenario, explain)


def read_tolerances(written: tuple[str, ...]) -> Mapping[Tier, Decimal]:
    """Return shares by tier.

    Raises
    ------
    InputError
        ``ways.tolerance_form`` for what is not ``TIER=SHARE``.
    """
    shares = {}
    for one in written:
        name, _, share = one.partition("=")
        try:
            shares[Tier(name.strip())] = Decimal(share.strip().replace(",", "."))
        except (ValueError, InvalidOperation):
            raise InputError.of("ways.tolerance_form", value=one) from None
    return shares


def write_plans(found: "Alternatives", out: Path) -> None:
    """Write the plans into a new folder, whole or not at all, as ``plan-1``, ``plan-2``, …"""
    from planner.tables import write_folder, write_plan

    def write(folder: Path) -> None:
        for number, other in enumerate(found.plans, 1):
            write_plan(other.plan, folder / f"plan-{number}")

    write_folder(out, write)
