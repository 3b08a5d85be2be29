"""What a release makes public: counts behind disclosure control and rounded money, safe beside the earlier ones."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from planner.domain import Case, Payer, Plan
from planner.report.disclosure import (
    Cell,
    Dimension,
    Ledger,
    Published,
    Rules,
    Table,
    areas,
    flat,
    from_record,
    merged,
    publish,
    to_record,
)
from planner.report.disclosure import Publication as Counted
from planner.store import NotFoundError, Transaction, plans, publications
from planner.store.publications import StoredPublication

SUBJECT = "candidates"
PLACED, UNPLACED, EVERYBODY = "placed", "unplaced", ""

ROUGHLY = 1_000_000
"""Money is shown in multiples of this many cents (10,000 EUR): less than half of what a year of one person costs."""

GRANT = "grant"
"""Integration budget and transfer together: apart they tell who has a child (the cap of the transfer)."""

Money = Mapping[str, Mapping[str, int]]
"""Cents by calendar year and payer (``city``, ``host``, ``grant``)."""


def publish_plan(tx: Transaction, project: str, plan_id: str, case: Case, plan: Plan) -> None:
    """Keep what leadership may see of a plan that is being released."""
    earlier = publications.list_publications(tx, project)
    rules = Rules()
    ledger = Ledger(tuple(counted(one) for one in earlier))
    table = count_people(case, plan)
    record = to_record(Counted(table, publish(table, rules, ledger)))
    publications.add_publication(
        tx, project, plan_id, {"people": record, "money": _money(tx, plan_id, plan, rules, earlier)}
    )


def counted(stored: StoredPublication) -> Counted:
    """Return the counts of a publication that was kept."""
    return from_record(stored.content["people"])


def published_people(stored: StoredPublication) -> Published:
    """Return the part of a publication's counts that may be shown."""
    return counted(stored).published


def published_money(stored: StoredPublication) -> Money | None:
    """Return the money of a publication; ``None`` where it would be that of a few people."""
    shown: Money | None = stored.content["money"]["shown"]
    return shown


def count_people(case: Case, plan: Plan) -> Table:
    """Count people by home and by whether the plan has a place for them."""
    home: Dimension = areas(case.neighbourhoods)
    counted_with = merged(case.neighbourhoods)
    placed = {placement.candidate_id for placement in plan.placements}
    counts = Counter[Cell](
        (counted_with[one.neighbourhood], PLACED if one.candidate_id in placed else UNPLACED) for one in case.candidates
    )
    return Table(SUBJECT, (home, flat("status", (PLACED, UNPLACED), EVERYBODY)), counts)


def _money(
    tx: Transaction, plan_id: str, plan: Plan, rules: Rules, earlier: Sequence[StoredPublication]
) -> Mapping[str, Any]:
    """Return the money as it may be shown.

    Where fewer than k placements differ from a plan whose money was shown, that money stays: the difference of the two
    would be the money of a few people.
    """
    pairs = {(p.candidate_id, p.site_id, p.start) for p in plan.placements}
    if len(pairs) < rules.threshold:
        return {"shown": None, "plan_id": ""}
    for one in reversed(earlier):
        basis = one.content["money"]
        if basis["plan_id"] == one.plan_id and _differing(tx, pairs, one.plan_id) < rules.threshold:
            return dict(basis)
    return {"shown": _rounded(plan), "plan_id": plan_id}


def _differing(tx: Transaction, pairs: set[tuple[str, str, Any]], plan_id: str) -> int:
    """Return how many people's placements differ from those of another plan."""
    try:
        before = {(p.candidate_id, p.site_id, p.start) for p in plans.load_plan(tx, plan_id).placements}
    except NotFoundError:
        return len(pairs)
    return len({one for one, *_ in pairs ^ before})


def _rounded(plan: Plan) -> Money:
    found: dict[str, Counter[str]] = {}
    for (year, payer), cents in plan.costs().items():
        who = GRANT if payer in {Payer.INTEGRATION, Payer.TRANSFER} else payer.value
        found.setdefault(str(year), Counter())[who] += cents
    return {
        year: {who: (cents + ROUGHLY // 2) // ROUGHLY * ROUGHLY for who, cents in sorted(by.items())}
        for year, by in sorted(found.items())
    }
