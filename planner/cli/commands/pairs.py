"""``planner pairs``: every possible pair, or every other one with its reasons."""

from pathlib import Path

import click

from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, option, scenario_option
from planner.cli.show import say
from planner.cli.watch import watching
from planner.messages import N_
from planner.progress import Step


@click.command(cls=Command, help=N_("Write every possible pair of CASE, or with --refused every other one."))
@click.argument("case", type=a_path)
@option("--out", type=a_path, required=True, metavar="FILE", help=N_("CSV file to write."))
@option("--refused", is_flag=True, help=N_("The pairs that are not possible, with all reasons."))
@scenario_option
@answering
@click.pass_obj
def pairs(how: Manner, case: Path, out: Path, *, refused: bool, scenario: Path | None) -> Answer:
    """List pairs."""
    from planner.service import open_case, pairs_of, write_pairs_csv, write_refused_csv

    with watching(how.language) as progress:
        progress.report(Step("read"))
        opened = open_case(case, scenario)
        progress.report(Step("pairs"))
        if refused:
            number = write_refused_csv(opened, out)
        else:
            found = pairs_of(opened)
            number = len(found)
            write_pairs_csv(opened, found, out)
    data = {
        "status": "done",
        "out": str(out),
        "pairs": number,
        "refused": refused,
        "notes": [note.as_dict(how.language) for note in opened.notes],
    }
    return Answer(DONE, data, say("cli.pairs_refused" if refused else "cli.pairs", number=number, out=str(out)))
