"""The list of envy with its reasons: is there anybody to whom the plan owes one?"""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain import Plan, Tier
from planner.fairness.envy import Envy, envies
from planner.fairness.grounds import Cause, Decided, Ground, by_asking, by_preview
from planner.progress import Progress, Silent, Step, Stop, never
from planner.solve import Workbench


@dataclass(frozen=True, slots=True)
class EnvyReport:
    """Every case of envy in a plan, and why the other person has the post.

    Parameters
    ----------
    grounds
        In the order of ``envies``: who waits longest first.
    order
        The aims of the case, the lot left out.
    """

    grounds: Mapping[Envy, Ground]
    order: tuple[Tier, ...]

    @property
    def count(self) -> Mapping[Cause, int]:
        """How many there are by cause, previews as what they show so far."""
        found = Counter(ground.cause for ground in self.grounds.values())
        return {cause: found[cause] for cause in Cause}

    @property
    def exact(self) -> int:
        """How many are settled exactly."""
        return sum(ground.exact for ground in self.grounds.values())

    @property
    def clean(self) -> bool:
        """Whether a rule or an aim down to quality is the reason, every time and proven."""
        return not (self.count[Cause.NONE] or self.count[Cause.OPEN])

    @property
    def unjustified(self) -> tuple[Envy, ...]:
        """Those without a rule or an aim as the reason."""
        return tuple(envy for envy, ground in self.grounds.items() if ground.cause is Cause.NONE)


def justified(
    bench: Workbench,
    plan: Plan,
    *,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Stop = never,
) -> EnvyReport:
    """Return the cases of envy in a plan with their reasons.

    What is settled by a decision needs no time. Then come the cases in which no recorded price proves a higher aim to
    be the reason: if some envy has none, it is among them. The others follow as long as there is time.

    Parameters
    ----------
    bench
        Of the plan's case.
    time_limit
        Seconds for all questions together; what they do not reach stays a preview.
    """
    watch, began = progress or Silent(), time.monotonic()
    order = plan.scenario.tiers.order
    losses = bench.losses()
    decided = Decided(bench.case, bench.pairs)
    grounds: dict[Envy, Ground] = {}
    for envy in envies(bench.case, bench.pairs, plan):
        grounds[envy] = decided.ground(envy) or by_preview(losses.of(envy.candidate_id, envy.site_id), order)
    asked = sorted((e for e in grounds if not grounds[e].exact), key=lambda e: grounds[e].cause is not Cause.OPEN)
    for done, envy in enumerate(asked):
        watch.report(Step("envy", done, len(asked)))
        left = None if time_limit is None else time_limit - (time.monotonic() - began)
        if stop() or (left is not None and left <= 0):
            break
        answer = by_asking(bench, plan, envy, time_limit=left, stop=stop)
        if answer.cause is not Cause.OPEN:
            grounds[envy] = answer
    return EnvyReport(grounds, order)
