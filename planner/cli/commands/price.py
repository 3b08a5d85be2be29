"""``planner price``: what a pair costs; all sites of a person and all people for a site or a quarter, ranked."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.asking import asked, paragraphs
from planner.cli.manner import DONE, INFEASIBLE, Answer, Manner
from planner.cli.parts import Command, Seconds, a_path, answering, option, scenario_option
from planner.errors import InputError
from planner.messages import N_
from planner.progress import Stop

if TYPE_CHECKING:
    from planner.domain import Case
    from planner.explain.price import Price
    from planner.explain.ranking import Ranking
    from planner.service import Asking

SHOWN = 10
"""Pairs of a ranking that are shown; ``--json`` gives all."""


@click.command(
    cls=Command,
    help=N_("Say what a candidate at a site costs every aim of PLAN, or rank sites and people by price."),
)
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@option("--candidate", metavar="ID", help=N_("The candidate; alone, all possible sites are ranked."))
@option("--site", metavar="ID", help=N_("The site; alone, all possible people are ranked."))
@option("--neighbourhood", metavar="CODE", help=N_("The quarter instead of a site: people are ranked for its sites."))
@option("--exact", type=click.IntRange(min=0), default=3, metavar="N", help=N_("How many to solve exactly."))
@option("--time-limit", type=Seconds(), metavar="S", help=N_("Seconds for each exact answer."))
@scenario_option
@answering
@click.pass_obj
def price(
    how: Manner,
    case: Path,
    plan: Path,
    candidate: str | None,
    site: str | None,
    neighbourhood: str | None,
    exact: int,
    time_limit: float | None,
    scenario: Path | None,
) -> Answer:
    """Price a pair or rank pairs."""
    if candidate is None and site is None and neighbourhood is None:
        raise InputError.of("prices.asked_for_nothing")

    def question(asking: "Asking", stop: Stop) -> "Price | Ranking":
        if candidate is not None and site is not None:
            return asking.price(candidate, site, time_limit=time_limit, stop=stop)
        if candidate is not None:
            return asking.sites_of(candidate, exact=exact, time_limit=time_limit, stop=stop)
        sites = (site,) if site is not None else asking.sites_in(neighbourhood or "")
        return asking.people_for(sites, exact=exact, time_limit=time_limit, stop=stop)

    def first(tables: "Case") -> None:
        from planner.explain.price import require_known

        require_known(tables, candidate, site, neighbourhood)

    found = asked(how, case, plan, scenario, question, first)
    if isinstance(found, Answer):
        return found
    return _answer(how, *found, subject=candidate or site or neighbourhood or "", ranks_sites=candidate is not None)


def _answer(how: Manner, asking: "Asking", result: "Price | Ranking", *, subject: str, ranks_sites: bool) -> Answer:
    from planner.explain.price import Price
    from planner.explain.price_data import price_data, ranking_data
    from planner.explain.price_words import price_lines, ranked_lines, ranking_end, ranking_head, sentences

    if isinstance(result, Price):
        impossible = not result.possible or (result.exact is not None and result.exact.status.value == "infeasible")
        data = {"status": "done", **price_data(result, how.language)}
        lines = sentences(price_lines(asking.case, result), how.language)
        return Answer(INFEASIBLE if impossible else DONE, data, paragraphs([lines]))
    head = sentences(ranking_head(asking.case, result, subject, ranks_sites=ranks_sites), how.language)
    rows = [sentences(ranked_lines(asking.case, row), how.language) for row in result.pairs[:SHOWN]]
    end = sentences(ranking_end(result, SHOWN), how.language)
    return Answer(DONE, {"status": "done", **ranking_data(result, how.language)}, paragraphs([head, *rows, end]))
