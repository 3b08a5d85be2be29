"""``planner sheet``: the reason sheet of one placement."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.explaining import PATIENCE, explaining, known_candidate, lines
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, limit_option, option, scenario_option
from planner.cli.show import say
from planner.messages import N_
from planner.progress import Progress, Stop

if TYPE_CHECKING:
    from planner.service import Checked


@click.command(cls=Command, help=N_("Write the reason sheet of a person's placement in plan PLAN of CASE."))
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@option("--candidate", required=True, metavar="ID", help=N_("Pseudonym of the person in question."))
@option(
    "--out",
    type=a_path,
    metavar="FILE",
    help=N_("File to write: a PDF where the name ends so, else text; without it, the sheet is shown."),
)
@scenario_option
@limit_option
@answering
@click.pass_obj
def sheet(
    how: Manner,
    case: Path,
    plan: Path,
    candidate: str,
    *,
    out: Path | None,
    scenario: Path | None,
    time_limit: float | None,
) -> Answer:
    """Write a sheet."""
    from planner.explain.sheet import reason_sheet
    from planner.explain.sheet_words import sheet_record, sheet_text
    from planner.explain.why import mark_of, placement_of
    from planner.report import sheet_pdf
    from planner.service import pairs_of
    from planner.solve import Workbench
    from planner.tables import whole_file

    def explain(checked: "Checked", progress: Progress, stop: Stop) -> Answer:
        known_candidate(checked, candidate)
        opened, made = checked.opened, checked.plan
        placement = placement_of(made, candidate)
        limit = time_limit or PATIENCE
        bench = Workbench.of(
            opened.case,
            pairs_of(opened),
            law_version=opened.law.version,
            plan=made,
            progress=progress,
            stop=stop,
        )
        mark = None if placement is None else mark_of(bench, made, placement, time_limit=limit, stop=stop)
        found = reason_sheet(bench, made, opened.law, opened.travel, candidate, mark=mark, time_limit=limit, stop=stop)
        data = sheet_record(found, how.language)
        written = sheet_text(found, how.language)
        if out is None:
            return Answer(DONE, data, lines(written.splitlines()))
        content = sheet_pdf(found, how.language) if out.suffix.lower() == ".pdf" else written.encode()
        with whole_file(out) as file:
            file.write_bytes(content)
        return Answer(DONE, {**data, "out": str(out)}, say("cli.written", out=str(out)))

    return explaining(how, case, plan, scenario, explain)
