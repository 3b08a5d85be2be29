"""What every test of a pair is."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from planner.domain import Candidate, Reason, Site

Asked = TypeVar("Asked", bound=Hashable)
Brought = TypeVar("Brought", bound=Hashable)


@dataclass(frozen=True, slots=True)
class PairTest(Generic[Asked, Brought]):
    """One condition of a feasible pair (design § 4), split into what a site asks and what a person brings.

    The split is what makes the twin quick without arrays: sites that ask the same are tested once, people who bring the
    same share the answer.

    Parameters
    ----------
    reason
        The code of a pair that fails.
    asked, brought
        All that the test wants to know of a site, and of a person.
    fails
        Whether what is brought falls short of what is asked.
    """

    reason: Reason
    asked: Callable[[Site], Asked]
    brought: Callable[[Candidate], Brought]
    fails: Callable[[Asked, Brought], bool]

    def fails_pair(self, candidate: Candidate, site: Site) -> bool:
        """Return whether a pair fails."""
        return self.fails(self.asked(site), self.brought(candidate))


AnyTest = PairTest[Any, Any]


def nothing(_: Site) -> None:
    """Ask nothing of the site: the test hangs on the person alone."""
