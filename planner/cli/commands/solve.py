"""``planner solve``: a case goes in, a checked plan comes out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.folders import claim
from planner.cli.interrupt import interruptible
from planner.cli.manner import DONE, INFEASIBLE, STOPPED, Answer, Manner
from planner.cli.parts import Command, a_path, answering, limit_option, option, scenario_option
from planner.cli.watch import watching
from planner.messages import N_
from planner.progress import Step, Stop

if TYPE_CHECKING:
    from planner.domain import Plan
    from planner.errors import Problem


@click.command(cls=Command, help=N_("Propose a plan for CASE and write it to a new folder."))
@click.argument("case", type=a_path)
@option("--out", type=a_path, required=True, metavar="DIR", help=N_("Folder of the plan."))
@scenario_option
@limit_option
@answering
@click.pass_obj
def solve(how: Manner, case: Path, out: Path, scenario: Path | None, time_limit: float | None) -> Answer:
    """Plan a case."""
    from planner.tables import PLAN_FILES, write_plan

    claim(out, ours=PLAN_FILES)
    plan, notes = planned(how, case, scenario, time_limit)
    code = exit_code(plan)
    if code != STOPPED:
        write_plan(plan, out)
    return plan_answer(how, code, plan, notes, out)


def planned(
    how: Manner, case: Path, scenario: Path | None, time_limit: float | None
) -> "tuple[Plan, tuple[Problem, ...]]":
    """Return the plan of a case with the notes on its input, watched and stoppable."""
    from planner.service import make_plan, open_case

    with watching(how.language) as progress:
        progress.report(Step("read"))
        opened = open_case(case, scenario)

        def work(stop: Stop) -> "Plan":
            return make_plan(opened, time_limit=time_limit, progress=progress, stop=stop).plan

        return interruptible(work, how.language), opened.notes


def exit_code(plan: "Plan") -> int:
    """Return the contract's exit code for how a solve ended."""
    if plan.has_placements:
        return DONE
    return INFEASIBLE if plan.status.value == "infeasible" else STOPPED


def plan_answer(how: Manner, code: int, plan: "Plan", notes: "tuple[Problem, ...]", out: Path) -> Answer:
    """Return the answer that a plan gives."""
    from planner.cli.plans import plan_data, plan_view

    return Answer(
        code, plan_data(plan, notes, None if code == STOPPED else out, how.language), plan_view(plan, notes, out)
    )
