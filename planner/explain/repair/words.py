"""What is in the way and the ways out, as sentences built from codes."""

from collections.abc import Iterator
from itertools import count

from planner.domain import Case, Conflict, Payer, Status, Tier
from planner.explain.conflict_words import conflict_text
from planner.explain.price_words import change_values, site_name
from planner.explain.repair.change import Change, Kind, Table
from planner.explain.repair.conflict import Exits
from planner.explain.repair.repair import Repair
from planner.explain.repair.shortage import Cause, Missing
from planner.explain.repair.way import Way
from planner.explain.statement import Bare, Eur, Reached, Statement, Term, Value, plain
from planner.messages import Language

STEP = "  "
"""What stands before a line that belongs to the one above."""


def sentences(case: Case, found: Repair, language: Language) -> list[str]:
    """Return everything that was found, one sentence a line; what belongs to another stands under it.

    Ways out are numbered in the order of ``Repair.ways``.
    """
    return list(_lines(case, found, language))


def _lines(case: Case, found: Repair, language: Language) -> Iterator[str]:
    numbers = count(1)
    if found.conflict is not None:
        yield from _conflict(case, found.conflict, numbers, language)
    for missing in found.missing:
        yield from _missing(case, missing, numbers, language)
    if found.conflict is None and not found.missing:
        code = "ways.nothing" if found.plan.has_placements else "ways.stopped"
        yield Statement(code).text(language)


def _conflict(case: Case, exits: Exits, numbers: Iterator[int], language: Language) -> Iterator[str]:
    yield Statement("ways.conflict" if len(exits.rules) > 1 else "ways.conflict.one").text(language)
    yield from (STEP + conflict_text(rule, language) for rule in exits.rules)
    if len(exits.rules) > 1:
        yield Statement("ways.minimal" if exits.minimal else "ways.not_minimal").text(language)
    yield from _ways(case, exits.ways, exits.untried, numbers, language)


def _missing(case: Case, missing: Missing, numbers: Iterator[int], language: Language) -> Iterator[str]:
    result = missing.result
    yield Statement.of(
        "ways.missing", limit=missing.limit, name=result.name, short=result.short, at_least=result.at_least or 0
    ).text(language)
    yield Statement(f"ways.cause.{missing.cause}").text(language)
    if missing.cause in {Cause.RULES, Cause.MINIMA}:
        others = tuple(r for r in missing.rules if r.rule != "limit" or r.params["limit"] != missing.limit)
        yield from (STEP + conflict_text(rule, language) for rule in others)
    yield from _ways(case, missing.ways, missing.untried, numbers, language)


def _ways(case: Case, ways: tuple[Way, ...], untried: int, numbers: Iterator[int], language: Language) -> Iterator[str]:
    yield Statement("ways.head" if ways else "ways.none").text(language)
    for way in ways:
        changes: tuple[Value, ...] = tuple(change_line(case, change) for change in way.changes)
        yield STEP + Statement.of("ways.way", number=next(numbers), changes=changes).text(language)
        yield from (STEP + STEP + line.text(language) for line in way_lines(way))
    if untried:
        yield STEP + Statement.of("ways.untried", number=untried).text(language)


def change_line(case: Case, change: Change) -> Statement:
    """Return a change as a phrase."""
    values: dict[str, Value] = {"before": change.before, "after": change.after}
    if change.kind is Kind.BUDGET:
        payer = Term(f"payer.{change.payer}")
        values = {"payer": payer, "year": Bare(change.year), "more": Eur(change.amount), "after": Eur(change.after)}
    elif change.limit:
        values |= {"limit": change.limit, "name": case.scenario.limit[change.limit - 1].label}
    elif change.site_id:
        values |= {"site": site_name(case, change.site_id), "candidate": change.candidate_id}
    return Statement(f"ways.change.{change.kind}", values)


def way_lines(way: Way) -> Iterator[Statement]:
    """Yield what is to be known of a way: whether it is the least, whose word it needs, what it leads to."""
    tables = {change.table for change in way.changes}
    yield Statement("ways.least" if way.least else "ways.not_least")
    if Table.SITES in tables:
        yield Statement("ways.host")
    if Table.DECISIONS in tables:
        yield Statement("ways.reviewer")
    if way.before is None:
        tiers: tuple[Value, ...] = tuple(
            Statement.of("ways.tier", tier=Term(f"tier.{t.name}"), value=Reached(t.name, t.value))
            for t in way.plan.tiers
            if t.name is not Tier.LOT
        )
        yield Statement.of("ways.reaches", tiers=tiers)
        yield Statement.of("ways.costs", money=_money(way, "ways.cost", "ways.cost"))
        return
    changes = change_values(way.tiers)
    yield Statement.of("ways.changes", tiers=changes) if changes else Statement("ways.no_changes")
    money = _money(way, "ways.more", "ways.less")
    yield Statement.of("ways.costs", money=money) if money else Statement("ways.no_money")


def _money(way: Way, more: str, less: str) -> tuple[Value, ...]:
    """Return the sum over all years of each payer."""
    total: dict[Payer, int] = {}
    for (_, payer), cents in way.money.items():
        total[payer] = total.get(payer, 0) + cents
    return tuple(
        Statement.of(more if cents > 0 else less, payer=Term(f"payer.{payer}"), eur=Eur(abs(cents)))
        for payer, cents in total.items()
        if cents
    )


def record(case: Case, found: Repair, language: Language) -> dict[str, object]:
    """Return everything that was found for programs."""
    exits = found.conflict
    return {
        "status": "infeasible" if found.plan.status is Status.INFEASIBLE else found.plan.status.value,
        "conflict": None
        if exits is None
        else {
            "rules": _rule_records(exits.rules, language),
            "minimal": exits.minimal,
            "ways": [_way_record(case, way, language) for way in exits.ways],
            "untried": exits.untried,
        },
        "missing": [
            {
                "limit": m.limit,
                "name": m.result.name,
                "at_least": m.result.at_least,
                "short": m.result.short,
                "cause": m.cause.value,
                "rules": _rule_records(m.rules, language),
                "minimal": m.minimal,
                "ways": [_way_record(case, way, language) for way in m.ways],
                "untried": m.untried,
            }
            for m in found.missing
        ],
        "text": sentences(case, found, language),
    }


def _rule_records(rules: tuple[Conflict, ...], language: Language) -> list[dict[str, object]]:
    return [{"rule": rule.rule, **rule.params, "text": conflict_text(rule, language)} for rule in rules]


def _way_record(case: Case, way: Way, language: Language) -> dict[str, object]:
    return {
        "changes": [
            {
                "kind": change.kind.value,
                "table": change.table.value,
                "before": change.before,
                "after": change.after,
                **({"limit": change.limit} if change.limit else {}),
                **({"payer": change.payer.value, "year": change.year} if change.payer else {}),
                **({"site_id": change.site_id} if change.site_id else {}),
                **({"candidate_id": change.candidate_id} if change.candidate_id else {}),
                "text": change_line(case, change).text(language),
            }
            for change in way.changes
        ],
        "least": way.least,
        "status": way.plan.status.value,
        "tiers": [
            {"name": t.name.value, "value": t.value, "best": t.best, "bound": t.bound, "proven": t.proven}
            for t in way.plan.tiers
        ],
        "differences": {t.tier.value: t.difference for t in way.tiers},
        "money": [{"year": y, "payer": p.value, "eur": plain(Eur(c))} for (y, p), c in way.money.items()],
        "case_hash": way.case.hash,
    }
