"""Why there is no plan: a smallest set of rules in which each one is needed.

First the whole: its integer prices prove that there is no plan and name the rules that the proof uses, mostly a few.
Then deletion: leave a rule out, or twice as many as went the last time; if there is still no plan, go on with the
rules that this proof uses. What remains cannot lose any member. Sources: Chinneck and Dravnieks 1991 (deletion filter,
elastic programs), Gleeson and Ryan 1990 (prices of an infeasible program name a set that cannot hold together).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from planner.domain import Conflict
from planner.solve.clock import Clock
from planner.solve.demands import Demands, Named, demands
from planner.solve.program import Program
from planner.solve.relief import Reliefs
from planner.solve.stage import Mask
from planner.solve.trial import Verdict, attempt, first_columns

_MANY = 20
"""Of more rules of one kind than this nobody wants to hear one by one by how much each would have to give way."""


@dataclass(frozen=True)
class Core:
    """A set of rules that cannot hold together.

    Parameters
    ----------
    minimal
        Whether each one is proven to be needed; otherwise time ran out.
    """

    rules: tuple[Named, ...]
    minimal: bool


def conflict(program: Program, clock: Clock) -> tuple[Conflict, ...]:
    """Return rules that cannot hold together, as small a set as the time allows, and by how much each had to give way.

    Decisions that are impossible by themselves are the whole answer where there are any. Where nothing could be proven
    in time, all rules are named.
    """
    if program.impossible:
        return program.impossible
    everything = demands(program)
    found = core(everything, clock)
    if found is None:
        return tuple(n.what for n in everything.named)
    reliefs = Reliefs(everything, clock)
    kinds = Counter(n.what.rule for n in found.rules)
    return tuple(n.what if kinds[n.what.rule] > _MANY else _with_relief(n, reliefs) for n in found.rules)


def core(everything: Demands, clock: Clock) -> Core | None:
    """Return a smallest set of rules that cannot hold together; ``None`` if they can, or nothing was proven in time."""
    if not everything.anything:
        return None
    stage = everything.stage
    verdict = attempt(stage, first_columns(stage), clock)
    if not verdict.impossible:
        return None
    here, start = _blamed(everything, everything.named, verdict)
    needed: set[int] = set()
    minimal, many = True, 1
    while untried := [n.row for n in here.named if n.row not in needed]:
        if clock.over:
            return Core(here.named, minimal=False)
        out = set(untried[:many])
        fewer = tuple(n for n in here.named if n.row not in out)
        verdict = attempt(here.under(fewer), start, clock)
        if verdict.impossible:
            here, start = _blamed(here, fewer, verdict)
            many *= 2
        elif len(out) > 1:
            many = 1
        else:
            needed |= out
            minimal &= verdict.plan is not None
            start = verdict.taken
    return Core(here.named, minimal)


def _blamed(everything: Demands, kept: Iterable[Named], verdict: Verdict) -> tuple[Demands, Mask]:
    """Return the demands of the rules that a proof uses, and columns to begin with."""
    rules = tuple(n for n in kept if verdict.blamed[everything.stage.people + n.at])
    return everything.narrowed(rules, verdict.taken)


def _with_relief(named: Named, reliefs: Reliefs) -> Conflict:
    """Add by how much the rule alone would have to give way for a plan to exist, where that is possible and known."""
    relief = reliefs.of(named)
    if relief is None or not relief.proven:
        return named.what
    return replace(named.what, params={**named.what.params, "relax_by": relief.amount})
