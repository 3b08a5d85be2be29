"""Cases by the hash of their content: put together from what is present, kept, and read back exactly."""

from dataclasses import replace
from typing import Any

from sqlalchemy import RowMapping, delete, insert, select, update

from planner.domain import Case, Decision, DecisionKind, Scenario
from planner.errors import Problem
from planner.store import decisions, layout, people, places
from planner.store.codec import scenario_json, scenario_of
from planner.store.errors import ForgottenError, NotFoundError, UnavailableError
from planner.store.ids import new_id
from planner.store.plans import placed_pairs
from planner.store.scenarios import get_scenario
from planner.store.store import Transaction


def assemble(tx: Transaction, project: str, version_id: str, *, previous_plan: str | None = None) -> Case:
    """Put a case together: a scenario with the project's present places, people and decisions.

    What refers to people or sites that are no longer there is left out: such a decision binds nobody, such an earlier
    placement counts as given up.

    Parameters
    ----------
    previous_plan
        Id of the plan whose placements are to change as little as possible.

    Raises
    ------
    NotFoundError
        ``store.no_places``, ``store.no_scenario``, ``store.no_plan``.
    """
    now = places.get_places(tx, project)
    version = get_scenario(tx, version_id)
    if version.project_id != project:
        raise NotFoundError.of("store.no_scenario")
    case = Case(
        scenario=version.scenario,
        neighbourhoods=now.neighbourhoods,
        sites=now.sites,
        candidates=people.get_people(tx, project),
        travel_times=now.travel_times,
    )
    known, sites = case.candidate_of, case.site_of
    decided = (d.as_domain() for d in decisions.list_decisions(tx, project))
    earlier = placed_pairs(tx, previous_plan) if previous_plan is not None else ()
    return replace(
        case,
        decisions=tuple(d for d in decided if d and d.candidate_id in known and d.site_id in sites),
        previous_plan=tuple((one, other) for one, other in earlier if one in known and other in sites),
    )


def remember(tx: Transaction, project: str, case: Case) -> str:
    """Keep everything needed to rebuild a case, and return its hash."""
    found = _find(tx, project, case.hash)
    if found is not None and found["forgotten_rule"] is None:
        return case.hash
    case_id = str(found["case_id"]) if found is not None else new_id()
    kept = places.keep_places(
        tx, places.Places(neighbourhoods=case.neighbourhoods, sites=case.sites, travel_times=case.travel_times)
    )
    values: dict[str, Any] = {
        "scenario": scenario_json(case.scenario),
        "made_at": tx.now,
        "forgotten_rule": None,
        "forgotten_at": None,
        **kept.as_columns(),
    }
    if found is None:
        tx.run(insert(layout.cases).values(case_id=case_id, project_id=project, hash=case.hash, **values))
    else:
        empty_case(tx, case_id)
        tx.run(update(layout.cases).where(layout.cases.c.case_id == case_id).values(values))
    rows = people.keep_people(tx, project, case.candidates)
    tx.insert(insert(layout.case_people), [{"case_id": case_id, "row_id": row} for row in rows.values()])
    decided = [
        {
            "case_id": case_id,
            "candidate_id": d.candidate_id,
            "site_id": d.site_id,
            "decision": d.decision.value,
            "since": d.since,
        }
        for d in case.decisions
    ]
    tx.insert(insert(layout.case_decisions), decided)
    earlier = [{"case_id": case_id, "candidate_id": one, "site_id": other} for one, other in case.previous_plan]
    tx.insert(insert(layout.case_previous), earlier)
    return case.hash


def recall(tx: Transaction, project: str, case_hash: str) -> Case:
    """Rebuild a case exactly.

    Raises
    ------
    NotFoundError
        ``store.no_case``.
    ForgottenError
        If a person of the case was deleted; names the rule.
    UnavailableError
        ``store.damaged`` if what was kept no longer has the hash of the case.
    """
    row = _whole(tx, project, case_hash)
    kept = places.fetch_places(tx, places.PlacesDigests(row["neighbourhoods"], row["sites"], row["travel_times"]))
    case = _with_people(tx, project, row["case_id"], scenario_of(row["scenario"]), kept)
    if case.hash != case_hash:
        raise UnavailableError.of("store.damaged")
    return case


def kept_case(tx: Transaction, project: str, case_hash: str) -> Case:
    """Return a case as ``recall`` does, read at most once in a while.

    Raises
    ------
    NotFoundError, ForgottenError, UnavailableError
        As ``recall``.
    """
    _whole(tx, project, case_hash)
    return tx.shelf.get(("case", project, case_hash), lambda: recall(tx, project, case_hash))


def empty_case(tx: Transaction, case_id: str) -> None:
    """Delete everything a case says of people."""
    for table in (layout.case_people, layout.case_decisions, layout.case_previous):
        tx.run(delete(table).where(table.c.case_id == case_id))


def _with_people(tx: Transaction, project: str, case_id: str, scenario: Scenario, kept: places.Places) -> Case:
    rows, links = layout.person_rows, layout.case_people
    contents = tx.run(
        select(rows.c.content).join(links, links.c.row_id == rows.c.row_id).where(links.c.case_id == case_id)
    ).scalars()
    candidates = people.read_people(tx, project, contents)
    table = layout.case_decisions
    columns = (table.c.candidate_id, table.c.site_id, table.c.decision, table.c.since)
    decided = tx.run(select(*columns).where(table.c.case_id == case_id))
    before = layout.case_previous
    earlier = tx.run(select(before.c.candidate_id, before.c.site_id).where(before.c.case_id == case_id))
    return Case(
        scenario=scenario,
        neighbourhoods=kept.neighbourhoods,
        sites=kept.sites,
        candidates=candidates,
        travel_times=kept.travel_times,
        decisions=tuple(
            Decision(candidate_id=one, site_id=other, decision=DecisionKind(kind), since=since)
            for one, other, kind, since in decided
        ),
        previous_plan=tuple((one, other) for one, other in earlier),
    )


def _whole(tx: Transaction, project: str, case_hash: str) -> RowMapping:
    row = _find(tx, project, case_hash)
    if row is None:
        raise NotFoundError.of("store.no_case")
    if row["forgotten_rule"] is not None:
        tx.shelf.clear()
        raise ForgottenError(Problem(f"forgotten.{row['forgotten_rule']}", {"rule": row["forgotten_rule"]}))
    return row


def _find(tx: Transaction, project: str, case_hash: str) -> RowMapping | None:
    table = layout.cases
    return tx.run(select(table).where(table.c.project_id == project, table.c.hash == case_hash)).mappings().first()
