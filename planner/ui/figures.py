"""The key figures of a plan, as numbers."""

from dataclasses import dataclass

from planner.domain import Case, Plan, Tier


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """What the five tiles above the map say.

    Parameters
    ----------
    filled, posts
        Placements, and the posts there are for them: all of the sites', at most the scenario's.
    met, targets
        Placements up to the target of each neighbourhood, and the sum of the targets.
    minutes_mean, minutes_longest
        One way; ``None`` without placements.
    under, aimed
        Neighbourhoods below their target, and those that have one.
    proven
        Whether nothing better exists in any tier.
    open_tier, gap
        The first tier that is not proven, and how far the proof is open there (0 to 1).
    """

    filled: int
    posts: int
    met: int
    targets: int
    minutes_mean: float | None
    minutes_longest: int | None
    under: int
    aimed: int
    proven: bool
    open_tier: Tier | None
    gap: float

    @property
    def coverage(self) -> float | None:
        """The share of the targets that is met; ``None`` without targets."""
        return self.met / self.targets if self.targets else None


def key_figures(case: Case, plan: Plan) -> KeyFigures:
    """Return the key figures of a plan."""
    offered = sum(site.posts for site in case.sites)
    minutes = [placement.minutes for placement in plan.placements]
    aimed = [n for n in plan.neighbourhoods if n.target]
    unproven = next((tier for tier in plan.tiers if not tier.proven), None)
    return KeyFigures(
        filled=len(plan.placements),
        posts=offered if plan.scenario.posts is None else min(offered, plan.scenario.posts),
        met=sum(min(n.placed, n.target) for n in aimed),
        targets=sum(n.target for n in aimed),
        minutes_mean=sum(minutes) / len(minutes) if minutes else None,
        minutes_longest=max(minutes, default=None),
        under=sum(n.placed < n.target for n in aimed),
        aimed=len(aimed),
        proven=unproven is None and bool(plan.tiers),
        open_tier=unproven.name if unproven else None,
        gap=unproven.gap if unproven else 0.0,
    )
