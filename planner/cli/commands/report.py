"""``planner report``: the situation of the city as a page for leadership."""

from pathlib import Path

import click

from planner.cli.checked import refused
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, option, scenario_option
from planner.cli.show import say
from planner.cli.watch import watching
from planner.messages import N_
from planner.progress import Step


@click.command(
    cls=Command, help=N_("Write what plan PLAN of CASE means for the city as a PDF; nobody can be recognised in it.")
)
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@option("--out", type=a_path, required=True, metavar="FILE", help=N_("PDF file to write."))
@scenario_option
@answering
@click.pass_obj
def report(how: Manner, case: Path, plan: Path, out: Path, scenario: Path | None) -> Answer:
    """Write the report."""
    from planner.report import situation_pdf
    from planner.service import check_folder, folder_situation
    from planner.tables import whole_file

    with watching(how.language) as progress:
        progress.report(Step("check"))
        checked = check_folder(case, plan, scenario)
    if (answer := refused(how, checked)) is not None:
        return answer
    content = situation_pdf(folder_situation(checked), how.language)
    with whole_file(out) as file:
        file.write_bytes(content)
    data = {"status": "done", "out": str(out), "bytes": len(content)}
    return Answer(DONE, data, say("cli.written", out=str(out)))
