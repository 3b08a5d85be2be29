"""Ways out of a conflict, found on the rules and verified by solving."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest

import numpy as np

from planner.domain import Conflict
from planner.explain.repair.change import Change, Kind, change_of, changed
from planner.explain.repair.way import Trials, Way
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.conflict import core
from planner.solve.corrections import Correction, corrections
from planner.solve.demands import Demands, demands


@dataclass(frozen=True, slots=True)
class Exits:
    """What a conflict is and how it can end.

    Parameters
    ----------
    rules
        Rules that cannot hold together.
    minimal
        Whether each of them is proven to be needed for that.
    ways
        Verified, the cheapest first.
    untried
        Further ways out that were found but not solved.
    """

    rules: tuple[Conflict, ...]
    minimal: bool
    ways: tuple[Way, ...]
    untried: int


@dataclass(frozen=True, slots=True)
class Plain:
    """Changes that are enough, not solved yet; ``least`` as in ``Way``."""

    changes: tuple[Change, ...]
    least: bool


def out_of_conflict(trials: Trials, most: int) -> Exits:
    """Return the conflict of a case without a plan and its cheapest ways out.

    Decisions that no rule but they themselves make impossible have to go in any case; what else is in conflict is
    sought without them.
    """
    program = build(trials.case, trials.pairs)
    lost = tuple(change_of(rule, 1) for rule in program.impossible)
    if not lost:
        rules, minimal, plain = conflict_of(demands(program), trials.clock)
        ways, untried = solved(trials, plain, most)
        return Exits(rules, minimal, ways, untried)
    case = changed(trials.case, *lost)
    rest = replace(trials, case=case, pairs=trials.match(case))
    rules, _, plain = conflict_of(demands(build(case, rest.pairs)), trials.clock)
    together = [Plain((*lost, *way.changes), way.least) for way in plain] or [Plain(lost, True)]
    ways, untried = solved(trials, together, most)
    return Exits(program.impossible, True, ways, untried)


def conflict_of(everything: Demands, clock: Clock) -> tuple[tuple[Conflict, ...], bool, list[Plain]]:
    """Return the rules in conflict, whether they are a smallest set, and the changes that end it."""
    found = core(everything, clock)
    if found is None:
        return (), True, []
    ends = [_plain(c) for c in corrections(everything, found.rules, clock)]
    return tuple(n.what for n in found.rules), found.minimal, ends


def solved(trials: Trials, plain: list[Plain], most: int) -> tuple[tuple[Way, ...], int]:
    """Solve up to ``most`` ways, of every kind some; return them by cost, and how many were left."""
    chosen = list(islice(_mixed(plain, _possible_at(trials)), most))
    ways = [way for one in chosen if (way := trials.way(one.changes, least=one.least)) is not None]
    return tuple(sorted(ways, key=lambda way: way.rank)), max(0, len(plain) - len(chosen))


def _mixed(plain: list[Plain], possible: Mapping[str, int]) -> Iterator[Plain]:
    """Yield one way of each kind in turn; of a kind the smallest changes first, and sites where most people can work.

    Parameters
    ----------
    possible
        How many people can work at each site.
    """
    kinds: dict[tuple[Kind, ...], list[Plain]] = {}
    for one in plain:
        kinds.setdefault(tuple(sorted({c.kind for c in one.changes})), []).append(one)
    for same in kinds.values():
        same.sort(
            key=lambda one: (sum(c.amount for c in one.changes), -sum(possible.get(c.site_id, 0) for c in one.changes))
        )
    return (one for one in chain.from_iterable(zip_longest(*kinds.values())) if one is not None)


def _possible_at(trials: Trials) -> Mapping[str, int]:
    sites = trials.case.sites
    number = np.bincount(trials.pairs.site, minlength=len(sites)).tolist()
    return {site.site_id: number[k] for k, site in enumerate(sites)}


def _plain(correction: Correction) -> Plain:
    changes = tuple(change_of(step.named.what, step.relief.amount) for step in correction.steps)
    return Plain(changes, correction.proven)
