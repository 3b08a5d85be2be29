"""What a way out changes in a case: one rule, by how much; applied, it gives the case that is ready to be planned."""

from dataclasses import dataclass, replace
from enum import StrEnum

from planner.domain import Case, Conflict, Payer, Scenario


class Table(StrEnum):
    """Where a change is written, which also says who decides on it: planner, host, reviewer."""

    SCENARIO = "scenario"
    SITES = "sites"
    DECISIONS = "decisions"


class Kind(StrEnum):
    """What a change is about."""

    POSTS = "posts"
    SITE_POSTS = "site_posts"
    BUDGET = "budget"
    MAX_CHANGES = "max_changes"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    COMMUTE = "max_commute"
    PIN = "pin"
    ACCEPTED = "accepted"
    STARTED = "started"


_DECISIONS = frozenset({Kind.PIN, Kind.ACCEPTED, Kind.STARTED})


@dataclass(frozen=True, slots=True)
class Change:
    """One rule and its new value.

    Parameters
    ----------
    before, after
        Posts, people, placements, cents or minutes; 1 and 0 for a decision that goes.
    limit
        Number of the limit, from 1, where it is one.
    payer, year
        Whose budget, where it is one.
    site_id, candidate_id
        Which site or pair.
    """

    kind: Kind
    before: int
    after: int
    limit: int = 0
    payer: Payer | None = None
    year: int = 0
    site_id: str = ""
    candidate_id: str = ""

    @property
    def amount(self) -> int:
        """By how much the rule gives way."""
        return abs(self.after - self.before)

    @property
    def table(self) -> Table:
        """Where the change is written."""
        if self.kind in _DECISIONS:
            return Table.DECISIONS
        return Table.SITES if self.kind is Kind.SITE_POSTS else Table.SCENARIO

    @property
    def touches_pairs(self) -> bool:
        """Whether the case has other possible pairs afterwards."""
        return self.kind in _DECISIONS or self.kind is Kind.COMMUTE


def change_of(rule: Conflict, amount: int) -> Change:
    """Return a rule of a conflict giving way by an amount."""
    params = rule.params
    match rule.rule:
        case "posts" | "max_changes":
            before = int(params[rule.rule])
            return Change(Kind(rule.rule), before, before + amount)
        case "site_posts":
            before = int(params["posts"])
            return Change(Kind.SITE_POSTS, before, before + amount, site_id=str(params["site_id"]))
        case "budget":
            before, payer = int(params["cents"]), Payer(str(params["payer"]))
            return Change(Kind.BUDGET, before, before + amount, payer=payer, year=int(params["year"]))
        case "limit" if "at_least" in params:
            before = int(params["at_least"])
            return Change(Kind.AT_LEAST, before, before - amount, limit=int(params["limit"]))
        case "limit":
            before = int(params["at_most"])
            return Change(Kind.AT_MOST, before, before + amount, limit=int(params["limit"]))
    return Change(Kind(rule.rule), 1, 0, site_id=str(params["site_id"]), candidate_id=str(params["candidate_id"]))


def changed(case: Case, *changes: Change) -> Case:
    """Return the case with the changes made."""
    for change in changes:
        case = _changed(case, change)
    return case


def _changed(case: Case, change: Change) -> Case:
    match change.table:
        case Table.DECISIONS:
            gone = change.candidate_id, change.site_id
            return replace(case, decisions=tuple(d for d in case.decisions if (d.candidate_id, d.site_id) != gone))
        case Table.SITES:
            sites = (replace(s, posts=change.after) if s.site_id == change.site_id else s for s in case.sites)
            return replace(case, sites=tuple(sites))
    return replace(case, scenario=_scenario(case.scenario, change))


def _scenario(scenario: Scenario, change: Change) -> Scenario:
    match change.kind:
        case Kind.BUDGET if change.payer is not None:
            years = {**scenario.budget[change.payer], change.year: change.after}
            return scenario.model_copy(update={"budget": {**scenario.budget, change.payer: years}})
        case Kind.AT_LEAST | Kind.AT_MOST:
            limits = list(scenario.limit)
            at = change.limit - 1
            limits[at] = limits[at].model_copy(update={change.kind.value: change.after})
            return scenario.model_copy(update={"limit": tuple(limits)})
    return scenario.model_copy(update={change.kind.value: change.after})
