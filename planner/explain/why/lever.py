"""One thing that could be different, in units: what a case would look like then, and how to say it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from planner.domain import Candidate, Case
from planner.explain.statement import Statement


@dataclass(frozen=True, slots=True)
class Lever:
    """A change that comes in amounts.

    Parameters
    ----------
    kind
        Code: ``post``, ``posts``, ``money``, ``own_cap``, ``language``, …
    amounts
        The amounts at which something new becomes possible, rising, in whole units.
    change
        The case with so much of it.
    say
        The change as a phrase.
    """

    kind: str
    amounts: Sequence[int]
    change: Callable[[int], Case]
    say: Callable[[int], Statement]


def with_person(case: Case, person: Candidate) -> Case:
    """Return the case with one person in the place of who had their id."""
    people = (person if one.candidate_id == person.candidate_id else one for one in case.candidates)
    return replace(case, candidates=tuple(people))
