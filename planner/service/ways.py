"""Ways out of a conflict or a shortage, each a scenario to be saved; found while somebody watches, nothing is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.domain import Case, Conflict, Pairs, Plan, Scenario
from planner.explain.conflict_words import conflict_text
from planner.explain.repair import Cause, Exits, Missing, Repair, Way, repair
from planner.explain.repair.words import change_line, way_lines
from planner.explain.statement import Statement
from planner.jobs import Errand
from planner.match import find_pairs
from planner.messages import Language
from planner.progress import Step, Stop
from planner.service.acting import looking_at_people
from planner.service.opening import opened_from
from planner.service.owning import case_and_plan
from planner.service.pairing import pairs_of
from planner.store import Role, Store, User, reads

SECONDS = 120.0
"""How long the search may take in all."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """A way out in words.

    Parameters
    ----------
    change
        What gives way.
    lines
        What is to be known of it: whether less is enough, who has to agree, what it leads to and costs.
    scenario
        Ready to be saved; ``None`` where sites or decisions change too.
    """

    change: str
    lines: tuple[str, ...]
    scenario: Scenario | None


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is in the way.

    Parameters
    ----------
    head
        What it is, in sentences.
    rules
        The rules in each other's way.
    about
        What is known of them.
    untried
        Further ways that were found but not solved.
    """

    head: tuple[str, ...]
    rules: tuple[str, ...]
    about: tuple[str, ...]
    ways: tuple[WayOut, ...]
    untried: int


def start_ways(store: Store, user: User, project: str, plan_id: str, language: Language) -> Errand:
    """Look for ways out for a plan in a process of its own; the log of reads notes it. Planners may.

    Parameters
    ----------
    plan_id
        Of an infeasible plan, or of one that misses minima.

    Returns
    -------
    Errand
        Reports ``Step``; its result is a tuple of ``Trouble``, the conflict or each minimum that is missed.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in the plan's case was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    with looking_at_people(store, user, Role.PLANNER) as tx:
        case, plan = case_and_plan(tx, project, plan_id)
        reads.log_read(tx, user.user_id, project, "ways")
    return Errand(ways_of, case, plan, language, SECONDS)


def ways_of(
    case: Case, plan: Plan, language: Language, seconds: float, *, report: Callable[[Step], None], stop: Stop
) -> tuple[Trouble, ...]:
    """Return what is in the way of a plan, and the ways out; see ``planner.explain.repair``."""
    opened = opened_from(case)
    report(Step("pairs"))
    pairs = pairs_of(opened)
    report(Step("solve"))

    def match(changed: Case) -> Pairs:
        return find_pairs(changed, opened.law, opened.travel)

    law = opened.law.version
    found = repair(case, pairs, law_version=law, match=match, plan=plan, time_limit=seconds, stop=stop)
    return tuple(_troubles(case, found, language))


def _troubles(case: Case, found: Repair, language: Language) -> list[Trouble]:
    troubles = [_of_minimum(case, missing, language) for missing in found.missing]
    if found.conflict is not None:
        troubles.insert(0, _of_conflict(case, found.conflict, language))
    return troubles


def _of_conflict(case: Case, exits: Exits, language: Language) -> Trouble:
    return Trouble(
        head=(Statement("ways.conflict").text(language),),
        rules=_rules(exits.rules, language),
        about=(Statement("ways.minimal" if exits.minimal else "ways.not_minimal").text(language),),
        ways=_ways(case, exits.ways, language),
        untried=exits.untried,
    )


def _of_minimum(case: Case, missing: Missing, language: Language) -> Trouble:
    result = missing.result
    head = Statement.of(
        "ways.missing", limit=missing.limit, name=result.name, short=result.short, at_least=result.at_least or 0
    )
    others = tuple(r for r in missing.rules if r.rule != "limit" or r.params.get("limit") != missing.limit)
    return Trouble(
        head=(head.text(language), Statement(f"ways.cause.{missing.cause}").text(language)),
        rules=_rules(others, language) if missing.cause in {Cause.RULES, Cause.MINIMA} else (),
        about=(),
        ways=_ways(case, missing.ways, language),
        untried=missing.untried,
    )


def _rules(rules: tuple[Conflict, ...], language: Language) -> tuple[str, ...]:
    return tuple(conflict_text(rule, language) for rule in rules)


def _ways(case: Case, ways: tuple[Way, ...], language: Language) -> tuple[WayOut, ...]:
    return tuple(
        WayOut(
            change="; ".join(change_line(case, change).text(language) for change in way.changes),
            lines=tuple(line.text(language) for line in way_lines(way)),
            scenario=way.case.scenario if way.only_scenario else None,
        )
        for way in ways
    )
