"""``planner value``: what one more post is worth, quarter by quarter."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.asking import asked, paragraphs
from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Command, Seconds, a_path, answering, option, scenario_option
from planner.messages import N_

if TYPE_CHECKING:
    from planner.domain import Case


@click.command(
    cls=Command, help=N_("Say what one more post is worth in each quarter, also where there is no site yet.")
)
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@option("--neighbourhood", multiple=True, metavar="CODE", help=N_("Only these quarters; may be given several times."))
@option("--exact", type=click.IntRange(min=0), default=3, metavar="N", help=N_("How many quarters to solve anew."))
@option("--time-limit", type=Seconds(), metavar="S", help=N_("Seconds for each exact answer."))
@scenario_option
@answering
@click.pass_obj
def value(
    how: Manner,
    case: Path,
    plan: Path,
    neighbourhood: tuple[str, ...],
    exact: int,
    time_limit: float | None,
    scenario: Path | None,
) -> Answer:
    """Value posts."""
    from planner.explain.price import require_known
    from planner.explain.price_data import value_data
    from planner.explain.price_words import value_line, value_note

    def first(tables: "Case") -> None:
        for code in neighbourhood:
            require_known(tables, code=code)

    found = asked(
        how,
        case,
        plan,
        scenario,
        lambda asking, stop: asking.value_of_posts(
            codes=neighbourhood or None, exact=exact, time_limit=time_limit, stop=stop
        ),
        first,
    )
    if isinstance(found, Answer):
        return found
    asking, values = found
    lines = [[value_line(asking.case, one).text(how.language)] for one in values]
    data = {"status": "done", "values": [value_data(one) for one in values]}
    return Answer(DONE, data, paragraphs([*lines, [value_note().text(how.language)]]))
