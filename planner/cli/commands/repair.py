"""``planner repair``: what keeps a case from a plan, or its plan from its minima, and the cheapest ways out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.checked import refused
from planner.cli.explaining import lines
from planner.cli.folders import claim
from planner.cli.interrupt import interruptible
from planner.cli.manner import DONE, INFEASIBLE, STOPPED, Answer, Manner
from planner.cli.parts import Command, a_path, answering, limit_option, option, scenario_option
from planner.cli.watch import watching
from planner.messages import N_, text
from planner.progress import Step, Stop

if TYPE_CHECKING:
    from planner.explain.repair import Repair
    from planner.service import Checked


@click.command(
    cls=Command,
    help=N_("Say what keeps CASE from a plan, or PLAN from its minima, and what the cheapest ways out cost."),
)
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path, required=False)
@option("--out", type=a_path, metavar="DIR", help=N_("Folder for the ways out, each ready to be planned."))
@option(
    "--ways",
    type=click.IntRange(min=1),
    default=5,
    metavar="N",
    help=N_("How many ways out to solve for each trouble."),
)
@scenario_option
@limit_option
@answering
@click.pass_obj
def repair(
    how: Manner,
    case: Path,
    plan: Path | None,
    *,
    out: Path | None,
    ways: int,
    scenario: Path | None,
    time_limit: float | None,
) -> Answer:
    """Find ways out."""
    from planner.explain.repair import repair as find
    from planner.explain.repair.words import record, sentences
    from planner.match import find_pairs
    from planner.service import check_folder, open_case, pairs_of

    if out is not None:
        claim(out)
    checked: Checked | None = None
    with watching(how.language) as progress:
        if plan is not None:
            progress.report(Step("check"))
            checked = check_folder(case, plan, scenario)
            if (no := refused(how, checked)) is not None:
                return no
        else:
            progress.report(Step("read"))
        opened = checked.opened if checked else open_case(case, scenario)
        progress.report(Step("solve"))

        def work(stop: Stop) -> "Repair":
            return find(
                opened.case,
                pairs_of(opened),
                law_version=opened.law.version,
                match=lambda changed: find_pairs(changed, opened.law, opened.travel),
                plan=checked.plan if checked else None,
                most=ways,
                time_limit=time_limit,
                stop=stop,
            )

        found = interruptible(work, how.language)
    told = sentences(opened.case, found, how.language)
    data = record(opened.case, found, how.language)
    if out is not None:
        files = write_ways(found, out)
        data["files"] = [str(out / name) for name in files]
        told.append(text("ways.written", how.language, {"files": ", ".join(str(out / name) for name in files) or "–"}))
    return Answer(_code(found), data, lines(told))


def write_ways(found: "Repair", out: Path) -> list[str]:
    """Write each way out into a new folder, whole or not at all; return the names in it.

    A way that changes the scenario alone is a scenario, ``way-1.toml``; one that changes sites or decisions as well is
    a case of its own, ``way-2``.
    """
    from planner.tables import scenario_toml, write_case, write_folder

    names = [f"way-{k}{'.toml' if way.only_scenario else ''}" for k, way in enumerate(found.ways, 1)]

    def write(folder: Path) -> None:
        for name, way in zip(names, found.ways, strict=True):
            if way.only_scenario:
                (folder / name).write_bytes(scenario_toml(way.case.scenario).encode())
            else:
                write_case(way.case, folder / name)

    write_folder(out, write)
    return names


def _code(found: "Repair") -> int:
    """Return the exit code: done with a plan or a way to one."""
    if found.plan.has_placements or found.ways:
        return DONE
    return INFEASIBLE if found.conflict is not None else STOPPED
