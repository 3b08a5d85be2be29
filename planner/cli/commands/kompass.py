"""``planner kompass``: which placements of a plan are forced, which have a price, which are free."""

from pathlib import Path

import click

from planner.cli.asking import asked, paragraphs
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, Seconds, a_path, answering, option, scenario_option
from planner.messages import N_


@click.command(cls=Command, help=N_("Mark every proposal of PLAN as forced, priced or free."))
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@option("--quick", is_flag=True, help=N_("Marks and first aims only, without the whole difference of each price."))
@option("--time-limit", type=Seconds(), metavar="S", help=N_("Seconds; what is left stays open."))
@scenario_option
@answering
@click.pass_obj
def kompass(
    how: Manner, case: Path, plan: Path, *, quick: bool, time_limit: float | None, scenario: Path | None
) -> Answer:
    """Mark placements."""
    from planner.explain.price_data import kompass_data
    from planner.explain.price_words import kompass_lines, mark_line, sentences

    found = asked(
        how,
        case,
        plan,
        scenario,
        lambda asking, stop: asking.kompass(prices=not quick, time_limit=time_limit, stop=stop),
    )
    if isinstance(found, Answer):
        return found
    asking, result = found
    head = sentences(kompass_lines(result), how.language)
    marks = [mark_line(asking.case, mark).text(how.language) for mark in result.marks]
    return Answer(DONE, {"status": "done", **kompass_data(result)}, paragraphs([head, *([mark] for mark in marks)]))
