"""The pairs of a case that differs from one whose pairs are known in nothing but decisions."""

from dataclasses import replace

import numpy as np

from planner.domain import Case, Pairs, Scenario
from planner.geo import TravelTimes
from planner.law import Law
from planner.match.costs import costs_of
from planner.match.find import find_pairs

_PER_PAIR = ("candidate", "site", "hours", "minutes", "parts", "broken")


def find_pairs_again(case: Case, law: Law, travel: TravelTimes, before: Case, known: Pairs) -> Pairs:
    """Return what ``find_pairs`` does; only people about whom something else was decided are looked at again.

    Parameters
    ----------
    before, known
        Another case and its pairs. Where the cases differ in more than decisions, the previous plan, the order of the
        tiers or the cap on changes, everybody is looked at again.
    """
    if not same_tests(case, before):
        return find_pairs(case, law, travel)
    differing = {decision.candidate_id for decision in set(case.decisions) ^ set(before.decisions)}
    changed = np.flatnonzero([person.candidate_id in differing for person in case.candidates])
    part = replace(case, candidates=tuple(case.candidates[position] for position in changed.tolist()))
    new = find_pairs(part, law, travel)
    same = ~np.isin(known.candidate, changed)
    columns = {name: np.concatenate([getattr(known, name)[same], getattr(new, name)]) for name in _PER_PAIR}
    columns["candidate"][int(same.sum()) :] = changed[new.candidate]
    order = np.lexsort((columns["site"], columns["candidate"]))
    columns = {name: column[order] for name, column in columns.items()}
    costs = costs_of(case, law, columns["candidate"], columns["site"], columns["hours"])
    common, unclear = known.common.copy(), known.unclear.copy()
    common[changed], unclear[changed] = new.common, new.unclear
    return Pairs(
        **columns,
        cost_class=costs.cost_class,
        class_costs=costs.class_costs,
        years=costs.years,
        common=common,
        unclear=unclear,
    )


def same_tests(case: Case, before: Case) -> bool:
    """Whether two cases have the same people and places, and the same scenario but for what chooses among pairs."""
    return (
        _tests(case.scenario) == _tests(before.scenario)
        and case.sites == before.sites
        and case.neighbourhoods == before.neighbourhoods
        and case.travel_times == before.travel_times
        and case.candidates == before.candidates
    )


def _tests(scenario: Scenario) -> Scenario:
    """Return a scenario without what chooses among the possible pairs."""
    return scenario.model_copy(update={"tiers": None, "max_changes": None})
