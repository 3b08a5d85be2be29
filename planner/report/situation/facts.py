"""What is known of the city, none of it about a person."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from planner.domain import Case, Plan
from planner.outlook import PostCourse
from planner.report.disclosure import CITY, Published, Shown
from planner.report.situation.counting import EARLY, EVERYBODY, PLACED, UNPLACED, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """The posts of one neighbourhood.

    Parameters
    ----------
    posts, planned
        Posts of all sites, and of those behind which no host stands yet.
    occupied
        Posts on which somebody works.
    proposed, target
        Posts that the plan fills, and its fair share of them; ``None`` where no plan says it.
    """

    code: str
    name: str
    borough: str
    posts: int
    planned: int
    occupied: int
    proposed: int | None
    target: int | None

    @property
    def coverage(self) -> Fraction | None:
        """Proposed / target; ``None`` where there is no target."""
        return Fraction(self.proposed or 0, self.target) if self.target else None

    @property
    def met(self) -> int:
        """Posts that the plan fills here, up to the target."""
        return min(self.proposed or 0, self.target or 0)

    @property
    def missing(self) -> int:
        """Posts that the plan fills too few here."""
        return (self.target or 0) - self.met


@dataclass(frozen=True, slots=True)
class StepDay:
    """The day on which the grant falls for the contracts that begin with the plan, and the share it then covers."""

    day: date
    share: Fraction


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The city as leadership may see it.

    Parameters
    ----------
    as_of
        The day it is told on.
    released
        The day on which the plan was released; ``None`` where none was, or where the plan comes from files.
    places, plan
        For drawing: places without people; the plan without placements, people, limits and sums about people.
    people, contracts
        Counts by home and by ``placed`` or ``unplaced``; of contracts by ``full`` or ``early``.
    money
        Cents by year and payer, rounded; ``None`` where it would be that of a few people.
    course
        Occupied posts by month, from public facts; ``None`` without a plan.
    steps, ends
        When the grant falls for contracts that begin with the plan, and the first day after the longest of them.
    """

    project: str
    as_of: date
    released: date | None
    places: Case
    plan: Plan | None
    quarters: tuple[Quarter, ...]
    people: Published | None
    contracts: Published | None
    money: Money | None
    course: PostCourse | None
    steps: tuple[StepDay, ...]
    ends: date | None

    def figure(self, status: str = EVERYBODY) -> Shown | None:
        """Return how many people of a status there are in the city, as it may be shown."""
        return self.people[CITY, status] if self.people else None

    @property
    def placed(self) -> Shown | None:
        """People for whom the plan has a place."""
        return self.figure(PLACED)

    @property
    def unplaced(self) -> Shown | None:
        """People for whom it has none."""
        return self.figure(UNPLACED)

    @property
    def early(self) -> Shown | None:
        """Contracts that end earlier than law and site allow."""
        return self.contracts[(EARLY,)] if self.contracts else None

    def total(self, name: str) -> int:
        """Return the sum of one of the counts of the quarters, as far as it is known."""
        return sum(getattr(quarter, name) or 0 for quarter in self.quarters)


def quarters_of(case: Case, plan: Plan | None, occupied: Mapping[str, int]) -> tuple[Quarter, ...]:
    """Return the posts of every neighbourhood.

    Parameters
    ----------
    occupied
        By site id, on how many posts somebody works.
    """
    posts, planned, working = Counter[str](), Counter[str](), Counter[str]()
    for site in case.sites:
        posts[site.neighbourhood] += site.posts
        planned[site.neighbourhood] += site.posts if site.planned else 0
        working[site.neighbourhood] += occupied.get(site.site_id, 0)
    outcome = {row.code: row for row in plan.neighbourhoods} if plan else {}
    return tuple(
        Quarter(
            code=place.code,
            name=place.name,
            borough=place.borough,
            posts=posts[place.code],
            planned=planned[place.code],
            occupied=working[place.code],
            proposed=outcome[place.code].placed if place.code in outcome else None,
            target=outcome[place.code].target if place.code in outcome else None,
        )
        for place in case.neighbourhoods
    )
