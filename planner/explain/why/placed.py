"""Why somebody is where the plan proposes them."""

from dataclasses import dataclass

from planner.domain import Case, Pair, Pairs, Placement, Plan
from planner.errors import InputError
from planner.explain.kompass import Mark
from planner.explain.why.adds import Addition, additions
from planner.explain.why.parts import Part, quality_facts
from planner.explain.why.rules import RuleFact, rule_facts
from planner.geo import TravelTimes
from planner.law import Law
from planner.match import distances
from planner.solve.columns import pair_position


@dataclass(frozen=True, slots=True)
class WhyPlaced:
    """Everything that speaks for one placement.

    Parameters
    ----------
    pair
        The placed pair with its hours, minutes and costs.
    parts
        The six parts of its quality; their points add up to ``pair.quality``.
    rules
        Every test of the pair with the values on both sides. One that is not met was overruled: somebody accepted the
        pair, or it has started.
    adds
        What the placement adds to each tier, the lot last.
    mark
        Its Kompass mark; ``None`` where nobody asked.
    """

    placement: Placement
    pair: Pair
    parts: tuple[Part, ...]
    rules: tuple[RuleFact, ...]
    adds: tuple[Addition, ...]
    mark: Mark | None = None

    @property
    def candidate_id(self) -> str:
        """Who."""
        return self.placement.candidate_id


def placement_of(plan: Plan, candidate_id: str) -> Placement | None:
    """Return the placement of a person, ``None`` where the plan has none."""
    return next((p for p in plan.placements if p.candidate_id == candidate_id), None)


def why_placed(
    case: Case,
    pairs: Pairs,
    plan: Plan,
    law: Law,
    travel: TravelTimes,
    candidate_id: str,
    *,
    mark: Mark | None = None,
) -> WhyPlaced:
    """Return why a person is placed where they are.

    Parameters
    ----------
    case, pairs, law, travel
        What the plan was made from.
    plan
        A plan that passed its check.
    mark
        The Kompass mark of the placement, from ``planner.explain.kompass`` or ``mark_of``.

    Raises
    ------
    InputError
        ``why.not_placed`` if the plan does not place the person.
    """
    placement = placement_of(plan, candidate_id)
    position = None if placement is None else pair_position(pairs, case, candidate_id, placement.site_id)
    if placement is None or position is None:
        raise InputError.of("why.not_placed", candidate=candidate_id)
    pair = pairs.row(case, position)
    person, site = case.candidate_of[candidate_id], case.site_of[placement.site_id]
    failed = int(distances(case, law, travel, person).failed[case.site_position[site.site_id]])
    return WhyPlaced(
        placement=placement,
        pair=pair,
        parts=quality_facts(case, pair),
        rules=rule_facts(case, law, travel, person, site, failed),
        adds=additions(case, plan, pair),
        mark=mark,
    )
