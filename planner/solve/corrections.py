"""The ways out of a conflict: rules that, given way together by the least amounts, leave a plan.

A rule whose giving way ends the conflict alone is a member of every conflict there is. Where no rule does, all rules of
one kind are let go, all budgets or all minima, and those that need not be are put back: so a planner hears what more
money, or fewer musts, would take. Where no kind is enough either, conflicts are broken one after another: without a
rule of the first, what is the next, and so on. Source of the last: Reiter 1987 (hitting-set tree).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.solve.clock import Clock
from planner.solve.conflict import core
from planner.solve.demands import Demands, Named
from planner.solve.relief import Relief, Reliefs
from planner.solve.trial import attempt, first_columns

_OF_A_KIND = 4
"""Rules of one kind, such as the posts of sites, that are tried of each conflict where several have to give way."""

_MOST_OF_A_KIND = 100
"""More rules of a kind than this are not let go together."""

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
    """Yield ways out none of whose rules could be left out; those that planners decide on themselves first.

    Parameters
    ----------
    rules
        A smallest conflict.
    """
    reliefs = Reliefs(everything, clock)
    single = [Step(n, r) for n in _tried((), rules) if (r := reliefs.of(n)) is not None]
    yield from (Correction((step,)) for step in single)
    if single or clock.over:
        return
    found = False
    for kind in _ORDER:
        steps = _of_one_kind(everything, kind, clock)
        found |= bool(steps)
        yield from [Correction(steps)] if steps else ()
    if not found:
        yield from _mixed(everything, rules, clock)


def _of_one_kind(everything: Demands, kind: str, clock: Clock) -> tuple[Step, ...]:
    """Return rules of one kind that are enough when they give way, none of them idle; empty where all are not."""
    gone = [n for n in everything.named if n.what.rule == kind]
    if not 1 < len(gone) <= _MOST_OF_A_KIND or not _has_plan(_without(everything, gone), clock):
        return ()
    back, many = list(gone), len(gone) // 2
    needed: list[Named] = []
    while back:
        some = {n.row for n in back[: max(1, many)]}
        out = [*needed, *(n for n in back if n.row not in some)]
        if _has_plan(_without(everything, out), clock):
            back, many = back[max(1, many) :], many * 2
        elif len(some) > 1:
            many = max(1, many // 4)
        else:
            needed.append(back.pop(0))
    if clock.over or not needed:
        return ()
    reliefs = Reliefs(_without(everything, needed[:-1]), clock)
    relief = reliefs.of(needed[-1])
    return () if relief is None else _amounts(everything, tuple(needed[:-1]), Step(needed[-1], relief), clock)


def _without(everything: Demands, gone: Iterable[Named]) -> Demands:
    for named in gone:
        everything = everything.without(named)
    return everything


def _has_plan(everything: Demands, clock: Clock) -> bool:
    stage = everything.stage
    return not clock.over and attempt(stage, first_columns(stage), clock).plan is not None


def _mixed(everything: Demands, rules: tuple[Named, ...], clock: Clock) -> Iterator[Correction]:
    """Yield ways out of rules of several kinds, as few as possible."""
    nodes = [_Node((), everything, rules)]
    for _ in range(_DEPTH):
        found = False
        seen: set[frozenset[int]] = set()
        deeper: list[_Node] = []
        for node in nodes:
            reliefs = Reliefs(node.rest, clock)
            for named in _tried(node.gone, node.rules):
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


def _tried(gone: tuple[Named, ...], rules: tuple[Named, ...]) -> Iterator[Named]:
    """Yield rules of a conflict, planners' own first; where several must give way, only a few of each kind."""
    seen: Counter[str] = Counter()
    for named in sorted(rules, key=lambda n: _ORDER.index(n.what.rule)):
        seen[named.what.rule] += 1
        if not gone or seen[named.what.rule] <= _OF_A_KIND:
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
