"""What a release makes public: counts behind disclosure control and rounded money, safe beside the earlier ones."""

from collections.abc import Mapping, Sequence
from typing import Any

from planner.domain import Case, Plan
from planner.law import load_law
from planner.outlook import course_of
from planner.report.disclosure import Ledger, Published, Rules, from_record, publish, to_record
from planner.report.disclosure import Publication as Counted
from planner.report.situation import Money, contracts_table, people_table, rounded_money
from planner.store import NotFoundError, Transaction, plans, publications
from planner.store.publications import StoredPublication


def publish_plan(tx: Transaction, project: str, plan_id: str, case: Case, plan: Plan) -> None:
    """Keep what leadership may see of a plan that is being released."""
    earlier = publications.list_publications(tx, project)
    rules = Rules()
    ledger = Ledger(tuple(counted(one) for one in earlier))
    people = people_table(case, plan)
    law = load_law()
    contracts = contracts_table(case, course_of(case, plan, law), law)
    told = Ledger(tuple(from_record(one.content["contracts"]) for one in earlier if "contracts" in one.content))
    content = {
        "people": to_record(Counted(people, publish(people, rules, ledger))),
        "contracts": to_record(Counted(contracts, publish(contracts, rules, told))),
        "money": _money(tx, plan_id, plan, rules, earlier),
    }
    publications.add_publication(tx, project, plan_id, content)


def counted(stored: StoredPublication) -> Counted:
    """Return the counts of a publication that was kept."""
    return from_record(stored.content["people"])


def published_people(stored: StoredPublication) -> Published:
    """Return the part of a publication's counts that may be shown."""
    return counted(stored).published


def published_contracts(stored: StoredPublication) -> Published | None:
    """Return what may be shown of the contracts' lengths; ``None`` for a publication that did not count them."""
    record = stored.content.get("contracts")
    return from_record(record).published if record else None


def published_money(stored: StoredPublication) -> Money | None:
    """Return the money of a publication; ``None`` where it would be that of a few people."""
    shown: Money | None = stored.content["money"]["shown"]
    return shown


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
    return {"shown": rounded_money(plan), "plan_id": plan_id}


def _differing(tx: Transaction, pairs: set[tuple[str, str, Any]], plan_id: str) -> int:
    """Return how many people's placements differ from those of another plan."""
    try:
        before = {(p.candidate_id, p.site_id, p.start) for p in plans.load_plan(tx, plan_id).placements}
    except NotFoundError:
        return len(pairs)
    return len({one for one, *_ in pairs ^ before})
