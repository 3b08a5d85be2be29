"""``planner compare``: two plans of one city side by side."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.checked import refused
from planner.cli.explaining import lines
from planner.cli.interrupt import interruptible
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, limit_option, option
from planner.cli.watch import watching
from planner.errors import InputError
from planner.messages import N_
from planner.progress import Step, Stop

if TYPE_CHECKING:
    from planner.explain.compare import Avoided, Comparison
    from planner.service import Checked, OpenedCase


@click.command(
    cls=Command,
    help=N_("Compare two plans of CASE, of one scenario or of two: objectives, money, quarters, who moves."),
)
@click.argument("case", type=a_path)
@click.argument("first", type=a_path)
@click.argument("second", type=a_path)
@option("--prices", is_flag=True, help=N_("Say for everyone who loses a place what keeping it would cost."))
@limit_option
@answering
@click.pass_obj
def compare(how: Manner, case: Path, first: Path, second: Path, *, prices: bool, time_limit: float | None) -> Answer:
    """Compare plans."""
    from planner.explain.compare import compare as side_by_side
    from planner.explain.compare_words import record, sentences
    from planner.service import open_case

    with watching(how.language) as progress:
        progress.report(Step("check"))
        opened = open_case(case)
        pair = [_checked(opened, folder) for folder in (first, second)]
        for one in pair:
            if (no := refused(how, one)) is not None:
                return no
        found = side_by_side(pair[0].plan, pair[1].plan)
        priced: tuple[Avoided, ...] = ()
        if prices:
            progress.report(Step("solve"))
            priced = interruptible(lambda stop: _prices(pair[1], found, time_limit, stop), how.language)
    told = sentences(opened.case, found, priced, how.language)
    return Answer(DONE, {"status": "done", **record(opened.case, found, priced, how.language)}, lines(told))


def _checked(opened: "OpenedCase", folder: Path) -> "Checked":
    """Read a plan and check it under the scenario that lies in its folder.

    Raises
    ------
    InputError
        ``ways.no_placements`` if it has none.
    """
    from planner.check import check_plan
    from planner.service import Checked, opened_from
    from planner.tables import read_plan

    plan = read_plan(folder)
    if plan.scenario != opened.case.scenario:
        opened = opened_from(replace(opened.case, scenario=plan.scenario))
    if not plan.has_placements:
        raise InputError.of("ways.no_placements", file=str(folder))
    return Checked(opened, plan, check_plan(opened.case, plan, opened.law, opened.travel))


def _prices(second: "Checked", found: "Comparison", time_limit: float | None, stop: Stop) -> "tuple[Avoided, ...]":
    from planner.explain.compare import avoided
    from planner.service import pairs_of
    from planner.solve import Workbench

    opened, law = second.opened, second.opened.law
    bench = Workbench.of(opened.case, pairs_of(opened), law_version=law.version, plan=second.plan, stop=stop)
    return tuple(avoided(bench, found.moves, time_limit=time_limit, stop=stop))
