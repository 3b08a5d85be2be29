"""``planner demo``: the demo case and its plan, ready to be looked at."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from planner.cli.commands.solve import exit_code, plan_answer, planned
from planner.cli.folders import claim
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, limit_option, option
from planner.cli.show import say
from planner.errors import InputError
from planner.messages import N_
from planner.settings import data_dir

if TYPE_CHECKING:
    from planner.domain import Plan

PLAN = "plan"


@click.command(cls=Command, help=N_("Copy the demo case to a folder and write its plan beside it."))
@option("--out", type=a_path, default=Path("demo"), show_default=True, metavar="DIR", help=N_("Folder of the demo."))
@limit_option
@answering
@click.pass_obj
def demo(how: Manner, out: Path, time_limit: float | None) -> Answer:
    """Make the demo, unless it is there already."""
    source = data_dir() / "demo"
    if not source.is_dir():
        raise InputError.of("cli.demo_missing", file=str(source))
    names = {entry.name for entry in source.iterdir() if entry.is_file()}
    if _is_current(out, source, names):
        return Answer(DONE, {"status": "current", "out": str(out)}, say("cli.demo_current", out=str(out)))
    claim(out, ours={*names, PLAN} if _is_untouched(out) else ())
    plan, notes = planned(how, source, None, time_limit)
    if (code := exit_code(plan)) == DONE:
        _put(out, source, names, plan)
    return plan_answer(how, code, plan, notes, out)


def _is_current(out: Path, source: Path, names: set[str]) -> bool:
    """Return whether the folder holds the very demo case and a plan for it that passes its check today."""
    from planner.service import check_folder

    same = (out / PLAN).is_dir() and all(
        (out / name).is_file() and (out / name).read_bytes() == (source / name).read_bytes() for name in names
    )
    if not same:
        return False
    try:
        checked = check_folder(out, out / PLAN)
    except InputError:
        return False
    return checked.report.passed and checked.plan.has_placements


def _is_untouched(out: Path) -> bool:
    """Return whether the folder is an earlier demo that nobody has changed: its plan is for exactly its case."""
    from planner.service import open_case
    from planner.tables import read_plan

    try:
        return read_plan(out / PLAN).case_hash == open_case(out).case.hash
    except InputError:
        return False


def _put(out: Path, source: Path, names: set[str], plan: "Plan") -> None:
    """Write case and plan as one folder; an earlier demo goes only once the new one is complete."""
    from planner.tables import write_folder, write_plan

    def write(folder: Path) -> None:
        for name in sorted(names):
            shutil.copyfile(source / name, folder / name)
        write_plan(plan, folder / PLAN)

    out = out.absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as place:
        fresh = Path(place) / "fresh"
        write_folder(fresh, write)
        if out.exists():
            out.rename(Path(place) / "old")
        fresh.rename(out)
