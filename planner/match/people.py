"""The candidates as columns: what the tests ask of a person."""

from dataclasses import dataclass, fields

import numpy as np

from planner.domain import Case, Eligibility, Transport
from planner.law import Law, assess, measles_proof_needed
from planner.match.arrays import (
    ALWAYS,
    FOREVER,
    Bools,
    Ints,
    Levels,
    flags,
    hundredths,
    ints,
    levels,
    memberships,
    ordinals,
    shift_masks,
)
from planner.match.vocabulary import Vocabulary

NO_CAP = np.iinfo(np.int32).max
"""Minutes where nobody sets a cap."""

TRANSPORT_ROW = {transport: row for row, transport in enumerate(Transport)}


@dataclass(frozen=True, slots=True)
class People:
    """Columns of the candidates; the first axis of each is the candidate.

    Parameters
    ----------
    not_eligible, unclear
        What the law and the Jobcenter's word say; never both.
    home, transport
        Positions in ``case.neighbourhoods`` and in ``Transport``.
    min_hours, max_hours
        Hundredths of an hour per week.
    max_commute
        Minutes one way, the smaller of the person's and the planner's cap; ``NO_CAP`` without either.
    levels, skills
        Shape (people, words of the vocabulary).
    measles_safe
        Whether proof is there or not needed.
    shifts
        Masks, a bit per shift.
    available_from, permit_until
        Ordinals.
    fields_refused, neighbourhoods_refused
        Shape (people, words of the vocabulary).
    """

    not_eligible: Bools
    unclear: Bools
    home: Ints
    transport: Ints
    min_hours: Ints
    max_hours: Ints
    max_commute: Ints
    levels: Levels
    skills: Bools
    clearance: Bools
    measles_safe: Bools
    needs_step_free: Bools
    shifts: Ints
    available_from: Ints
    permit_until: Ints
    fields_refused: Bools
    neighbourhoods_refused: Bools

    def __len__(self) -> int:
        return len(self.home)

    def rows(self, first: int, last: int) -> "People":
        """Return the people at positions ``first`` up to, not including, ``last``, as views."""
        return People(*(getattr(self, column.name)[first:last] for column in fields(self)))


def people_of(case: Case, law: Law, words: Vocabulary) -> People:
    """Return the columns of a case's candidates. Each person is assessed once."""
    everyone = case.candidates
    status = [assess(person, case.scenario, law).status for person in everyone]
    planner_cap = NO_CAP if case.scenario.max_commute is None else case.scenario.max_commute
    own_caps = (NO_CAP if person.max_commute is None else person.max_commute for person in everyone)
    return People(
        not_eligible=flags(s is Eligibility.NOT_ELIGIBLE for s in status),
        unclear=flags(s is Eligibility.UNCLEAR for s in status),
        home=ints(words.neighbourhoods[person.neighbourhood] for person in everyone),
        transport=ints(TRANSPORT_ROW[person.transport] for person in everyone),
        min_hours=hundredths(person.min_hours for person in everyone),
        max_hours=hundredths(person.max_hours for person in everyone),
        max_commute=ints(min(cap, planner_cap) for cap in own_caps),
        levels=levels([person.languages for person in everyone], words.languages),
        skills=memberships([person.skills for person in everyone], words.skills),
        clearance=flags(person.clearance for person in everyone),
        measles_safe=flags(person.measles_proof or not measles_proof_needed(law, person) for person in everyone),
        needs_step_free=flags(person.needs_step_free for person in everyone),
        shifts=shift_masks(person.shifts for person in everyone),
        available_from=ordinals((person.available_from for person in everyone), ALWAYS),
        permit_until=ordinals((person.permit_until for person in everyone), FOREVER),
        fields_refused=memberships([person.fields_refused for person in everyone], words.fields),
        neighbourhoods_refused=memberships(
            [person.neighbourhoods_refused for person in everyone], words.neighbourhoods
        ),
    )
