"""``planner why``: why somebody is placed where they are, or what it would take to place them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.explaining import PATIENCE, explaining, known_candidate, lines
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, limit_option, option, scenario_option
from planner.messages import N_
from planner.progress import Progress, Stop

if TYPE_CHECKING:
    from planner.explain.why import WhyPlaced, WhyUnplaced
    from planner.service import Checked


@click.command(
    cls=Command,
    help=N_("Say why somebody is placed where plan PLAN of CASE says, or what it would take to place them."),
)
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@option("--candidate", required=True, metavar="ID", help=N_("Pseudonym of the person in question."))
@option(
    "--changes",
    type=click.IntRange(min=0),
    default=1,
    metavar="N",
    help=N_("How many changes to look for that would place the person."),
)
@scenario_option
@limit_option
@answering
@click.pass_obj
def why(
    how: Manner,
    case: Path,
    plan: Path,
    candidate: str,
    *,
    changes: int,
    scenario: Path | None,
    time_limit: float | None,
) -> Answer:
    """Explain one person."""
    from planner.explain.why import mark_of, placement_of, sentences, why_placed, why_unplaced
    from planner.explain.why.record import record
    from planner.service import pairs_of
    from planner.solve import Workbench

    def explain(checked: "Checked", progress: Progress, stop: Stop) -> Answer:
        known_candidate(checked, candidate)
        opened, made = checked.opened, checked.plan
        pairs = pairs_of(opened)
        base = (opened.case, pairs, made, opened.law, opened.travel, candidate)
        placement = placement_of(made, candidate)
        found: WhyPlaced | WhyUnplaced
        if placement is None:
            found = why_unplaced(*base, wanted=changes, time_limit=time_limit or PATIENCE, stop=stop)
        else:
            bench = Workbench.of(
                opened.case, pairs, law_version=opened.law.version, plan=made, progress=progress, stop=stop
            )
            mark = mark_of(bench, made, placement, time_limit=time_limit or PATIENCE, stop=stop)
            found = why_placed(*base, mark=mark)
        told = sentences(opened.case, found, how.language)
        return Answer(DONE, record(opened.case, found, how.language), lines(told))

    return explaining(how, case, plan, scenario, explain)
