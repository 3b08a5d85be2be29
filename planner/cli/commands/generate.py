"""``planner generate``: an invented case of any size."""

from pathlib import Path

import click

from planner.cli.folders import claim
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, option
from planner.cli.show import say
from planner.cli.watch import watching
from planner.messages import N_
from planner.progress import Step

count = click.IntRange(min=0)


@click.command(cls=Command, help=N_("Write an invented case to the new folder DIR: the same for the same seed."))
@click.argument("folder", metavar="DIR", type=a_path)
@option("--candidates", type=count, required=True, metavar="N", help=N_("How many people."))
@option("--sites", type=count, required=True, metavar="N", help=N_("How many sites."))
@option("--posts", type=count, required=True, metavar="N", help=N_("How many placements at most."))
@option("--seed", type=count, required=True, metavar="S", help=N_("Any whole number."))
@answering
@click.pass_obj
def generate(how: Manner, folder: Path, candidates: int, sites: int, posts: int, seed: int) -> Answer:
    """Invent a case."""
    from planner.synthetic import generate as invent
    from planner.tables import write_case

    claim(folder)
    with watching(how.language) as progress:
        progress.report(Step("generate"))
        case = invent(candidates, sites, posts, seed)
        progress.report(Step("write"))
        write_case(case, folder)
    data = {"status": "done", "out": str(folder), "case_hash": case.hash}
    return Answer(DONE, data, say("cli.generated", out=str(folder), candidates=candidates, sites=sites))
