"""The sites that somebody misses by one rule, nearest first, grouped by what is missing."""

from dataclasses import dataclass, replace

import numpy as np

from planner.domain import Candidate, Case, Reason
from planner.explain.why.rules import RuleFact, rule_facts
from planner.geo import TravelTimes
from planner.law import Law
from planner.match import distances

SHOWN = 3
"""Sites shown per group."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A site that fails one rule, and by how much.

    Parameters
    ----------
    amount
        In the unit of the rule, see ``planner.match.Distances``.
    """

    site_id: str
    amount: int
    rule: RuleFact


@dataclass(frozen=True, slots=True)
class MissGroup:
    """Sites that one rule alone keeps away.

    Parameters
    ----------
    sites
        How many.
    nearest
        The nearest of them.
    """

    reason: Reason
    sites: int
    nearest: tuple[NearMiss, ...]


@dataclass(frozen=True, slots=True)
class Misses:
    """What stands between a person and the sites.

    Parameters
    ----------
    personal
        Rules that fail because of the person alone, so at every site; with the values.
    open_otherwise
        How many sites fail no rule but those.
    groups
        Sites that fail exactly one rule beside those, nearest group first.
    farther
        How many sites fail two rules or more beside those.
    """

    personal: tuple[RuleFact, ...]
    open_otherwise: int
    groups: tuple[MissGroup, ...]
    farther: int


def misses(case: Case, law: Law, travel: TravelTimes, person: Candidate) -> Misses:
    """Return what keeps a person from the sites.

    What hangs on the person alone, as eligibility or a permit, is named once; near misses are those beside it.
    """
    if not case.sites:
        return Misses((), 0, (), 0)
    found = distances(case, law, travel, person)
    personal = _personal(case, person) & int(np.bitwise_and.reduce(found.failed))
    beside = found.failed & ~personal
    number = np.bitwise_count(beside)
    steps = found.steps()

    def fact(site: int) -> RuleFact:
        facts = rule_facts(case, law, travel, person, case.sites[site], int(found.failed[site]))
        return next(known for known in facts if beside[site] & known.reason.bit)

    groups = []
    for reason in Reason:
        here = np.flatnonzero(beside == reason.bit)
        if len(here):
            order = here[np.lexsort((here, found.minutes[here], found.amounts[reason][here]))]
            nearest = (NearMiss(case.sites[s].site_id, int(found.amounts[reason][s]), fact(s)) for s in order[:SHOWN])
            groups.append((float(steps[order[0]]), MissGroup(reason, len(here), tuple(nearest))))
    return Misses(
        personal=_personal_facts(case, law, travel, person, personal),
        open_otherwise=int((number == 0).sum()),
        groups=tuple(group for _, group in sorted(groups, key=lambda known: known[0])),
        farther=int((number > 1).sum()),
    )


def _personal(case: Case, person: Candidate) -> int:
    """Return the mask of the rules that can fail because of the person alone."""
    late = person.available_from is not None and person.available_from > case.scenario.start
    alone = (Reason.NOT_ELIGIBLE, Reason.UNCLEAR, Reason.PERMIT, *((Reason.AVAILABLE,) if late else ()))
    return sum(reason.bit for reason in alone)


def _personal_facts(
    case: Case, law: Law, travel: TravelTimes, person: Candidate, personal: int
) -> tuple[RuleFact, ...]:
    if not personal:
        return ()
    anywhere = replace(case.sites[0], available_from=None, available_to=None)
    facts = rule_facts(case, law, travel, person, anywhere, personal)
    return tuple(fact for fact in facts if not fact.met)
