"""The sites as columns: what a post asks for, each distinct demand once."""

from dataclasses import dataclass

from planner.domain import Case
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
    numbered,
    ordinals,
    shift_masks,
)
from planner.match.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Places:
    """Columns of the sites, shape (sites,), and the distinct demands that some of them point to.

    Parameters
    ----------
    neighbourhood, field
        Positions in ``case.neighbourhoods`` and among the fields of the vocabulary.
    hours, hours_set
        Distinct (min, max) hours in hundredths, shape (sets, 2), and the set of each site.
    languages, languages_set
        Distinct demands, shape (sets, words): the level of each language, 0 where it is not asked for.
    skills, skills_set
        Distinct demands, shape (sets, words).
    shifts, shifts_set
        Distinct masks, shape (sets,).
    available_from, available_to
        Ordinals.
    """

    neighbourhood: Ints
    field: Ints
    hours: Ints
    hours_set: Ints
    languages: Levels
    languages_set: Ints
    skills: Bools
    skills_set: Ints
    shifts: Ints
    shifts_set: Ints
    clearance: Bools
    measles_proof: Bools
    step_free: Bools
    available_from: Ints
    available_to: Ints

    def __len__(self) -> int:
        return len(self.field)


def places_of(case: Case, words: Vocabulary) -> Places:
    """Return the columns of a case's sites."""
    sites = case.sites
    hours, hours_set = numbered((site.min_hours, site.max_hours) for site in sites)
    languages, languages_set = numbered(frozenset(site.languages.items()) for site in sites)
    skills, skills_set = numbered(site.skills for site in sites)
    shifts, shifts_set = numbered(site.shifts for site in sites)
    return Places(
        neighbourhood=ints(words.neighbourhoods[site.neighbourhood] for site in sites),
        field=ints(words.fields[site.field] for site in sites),
        hours=hundredths(value for both in hours for value in both).reshape(-1, 2),
        hours_set=hours_set,
        languages=levels([dict(demand) for demand in languages], words.languages),
        languages_set=languages_set,
        skills=memberships(skills, words.skills),
        skills_set=skills_set,
        shifts=shift_masks(shifts),
        shifts_set=shifts_set,
        clearance=flags(site.clearance for site in sites),
        measles_proof=flags(site.measles_proof for site in sites),
        step_free=flags(site.step_free for site in sites),
        available_from=ordinals((site.available_from for site in sites), ALWAYS),
        available_to=ordinals((site.available_to for site in sites), FOREVER),
    )
