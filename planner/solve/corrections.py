"""The ways out of a conflict: rules that, given way together by the least amounts, leave a plan.

A rule whose giving way ends the conflict alone is a member of every conflict there is. Where no rule does, conflicts
have to be broken one after another: without a rule of the first, what is the next, and so on. The smallest sets found
so hit every conflict. Source: Reiter 1987 (hitting-set tree).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from planner.solve.clock import Clock
from planner.solve.conflict import core
from planner.solve.demands import Demands, Named
from planner.solve.relief import Relief, Reliefs

_OF_A_KIND = 4
"""Rules of one kind, such as the posts of sites, that are tried of each conflict where several have to give way."""

_NODES = 12
"""Sets of rules from which a search goes on to larger ones."""

_DEPTH = 8


@dataclass(frozen=True)
class Step:
    """One rule of a way out and how far it must move."""

    named: Named
    relief: Relief


@dataclass(frozen=True)
class Correction:
    """Rules that leave a plan when they give way together; by less for any of them, the others alike, there is none."""

    steps: tuple[Step, ...]

    @property
    def proven(self) -> bool:
        """Whether every amount is the least."""
        return all(step.relief.proven for step in self.steps)


@dataclass(frozen=True, eq=False)
class _Node:
    """Rules that are gone, what is left, and the conflict that is left."""

    gone: tuple[Named, ...]
    rest: Demands
    rules: tuple[Named, ...]


def corrections(everything: Demands, rules: tuple[Named, ...], clock: Clock) -> Iterator[Correction]:
    """Yield ways out with as few rules as possible; those that planners decide on themselves first.

    Parameters
    ----------
    rules
        A smallest conflict.
    """
    nodes = [_Node((), everything, rules)]
    for _ in range(_DEPTH):
        found = False
        seen: set[frozenset[int]] = set()
        deeper: list[_Node] = []
        for node in nodes:
            reliefs = Reliefs(node.rest, clock)
            for named in _tried(node):
                rows = frozenset(n.row for n in (*node.gone, named))
                if clock.over or rows in seen:
                    continue
                seen.add(rows)
                relief = reliefs.of(named)
                if relief is not None:
                    found = True
                    steps = _amounts(everything, node.gone, Step(named, relief), clock)
                    yield from [Correction(steps)] if steps else ()
                elif not found and len(deeper) < _NODES:
                    rest = node.rest.without(named)
                    left = core(rest, clock)
                    if left is not None:
                        deeper.append(_Node((*node.gone, named), rest, left.rules))
        if found or clock.over:
            return
        nodes = deeper


def _tried(node: _Node) -> Iterator[Named]:
    """Yield rules of a conflict, planners' own first; where several must give way, only a few of each kind."""
    seen: Counter[str] = Counter()
    for named in sorted(node.rules, key=lambda n: _ORDER.index(n.what.rule)):
        seen[named.what.rule] += 1
        if not node.gone or seen[named.what.rule] <= _OF_A_KIND:
            yield named


_ORDER = ("limit", "budget", "posts", "max_changes", "site_posts", "pin", "accepted", "started")


def _amounts(everything: Demands, gone: tuple[Named, ...], last: Step, clock: Clock) -> tuple[Step, ...]:
    """Return how far all rules of a set must move, each as little as possible, given those before it."""
    done = [last]
    for named in reversed(gone):
        others = everything
        for step in done:
            others = others.eased(step.named, step.relief.amount)
        settled = {named.row, *(step.named.row for step in done)}
        for other in gone:
            others = others if other.row in settled else others.without(other)
        relief = Reliefs(others, clock).of(named)
        if relief is None:
            return ()
        done.append(Step(named, relief))
    return tuple(reversed(done))
