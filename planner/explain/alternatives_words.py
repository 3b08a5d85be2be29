"""Near-equal plans as sentences built from codes."""

from collections.abc import Iterator

from planner.domain import Case, Plan, Tier
from planner.explain.alternatives import Alternatives, Pair
from planner.explain.difference import tier_changes
from planner.explain.price_words import change_values, site_name
from planner.explain.statement import Statement, Term, Value
from planner.messages import Language
from planner.messages.written import percent

SHOWN = 40
"""Placements named one by one; ``--json`` gives all."""


def sentences(case: Case, found: Alternatives, language: Language) -> list[str]:
    """Return what was found, one sentence a line."""
    return [line.text(language) for line in _lines(case, found, language)]


def _lines(case: Case, found: Alternatives, language: Language) -> Iterator[Statement]:
    shares: tuple[Value, ...] = tuple(
        Statement.of("ways.share", tier=Term(f"tier.{tier}"), share=percent(share, language, _digits(share)))
        for tier, share in found.tolerance.items()
    )
    yield Statement.of("ways.within", tolerances=shares)
    yield _farthest(found)
    for number, other in enumerate(found.plans, 1):
        changes = change_values(tier_changes(found.plan.tiers, other.plan.tiers))
        tiers: Value = changes or Statement("ways.no_changes")
        yield Statement.of("ways.alternative", number=number, differs=other.differs, tiers=tiers)
    if found.plans:
        yield Statement.of("ways.shared", number=len(found.shared))
    yield from _common(case, found)


def _digits(share: object) -> int:
    """Return the decimals that a share needs as percent."""
    return max(0, len(str(share).partition(".")[2]) - 2)


def _farthest(found: Alternatives) -> Statement:
    number = len(found.plan.placements)
    if found.plans:
        differs = found.plans[0].differs
        code = "ways.farthest" if found.settled else "ways.farthest_open"
        values: dict[str, Value] = {"number": number, "differs": differs}
        return Statement(code, values if found.settled else {**values, "most": found.farthest})
    return Statement("ways.farthest_unknown" if found.farthest else "ways.farthest_none")


def _common(case: Case, found: Alternatives) -> Iterator[Statement]:
    if found.proven:
        named: tuple[Value, ...] = tuple(_pair(case, pair) for pair in found.proven[:SHOWN])
        more = ("…",) if len(found.proven) > SHOWN else ()
        yield Statement.of("ways.proven", number=len(found.proven), pairs=named + more)
    elif not found.undecided:
        yield Statement("ways.proven_none")
    if found.undecided:
        yield Statement.of("ways.undecided", number=len(found.undecided))


def _pair(case: Case, pair: Pair) -> Statement:
    return Statement.of("ways.pair", candidate=pair[0], site=site_name(case, pair[1]))


def record(case: Case, found: Alternatives, language: Language) -> dict[str, object]:
    """Return what was found for programs."""
    return {
        "placements": len(found.plan.placements),
        "tolerance": {tier.value: str(share) for tier, share in found.tolerance.items()},
        "farthest": found.farthest,
        "farthest_proven": found.settled or not (found.plans or found.farthest),
        "alternatives": [
            {"differs": a.differs, "least": a.least, "tiers": _values(a.plan), "placements": _pairs(a.plan)}
            for a in found.plans
        ],
        "shared": [list(pair) for pair in found.shared],
        "shared_by_all_proven": [list(pair) for pair in found.proven],
        "undecided": [list(pair) for pair in found.undecided],
        "text": sentences(case, found, language),
    }


def _values(plan: Plan) -> dict[str, int]:
    return {t.name.value: t.value for t in plan.tiers if t.name is not Tier.LOT}


def _pairs(plan: Plan) -> list[list[str]]:
    return [[p.candidate_id, p.site_id] for p in plan.placements]
