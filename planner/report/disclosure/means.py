"""Means from at least k people each, also after subtraction.

A mean and a count give a sum, and sums can be subtracted. Means are shown over one tree of categories only, so all that
can be computed from them is put together from *remainders*: the people of a category who are in none of its parts whose
mean is known. The sets of a tree never overlap in part, so every group that subtraction can single out is a union of
remainders: where each remainder is nobody or at least k people, no sum over fewer than k people can be computed. What
changed between this publication and an earlier one is held to the same, and so is what an attacker can compute who
knows which categories did not change at all.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.report.disclosure.measured import Measured, changed
from planner.report.disclosure.rules import Rules
from planner.report.disclosure.shown import HIDDEN, Shown, Sign


@dataclass(frozen=True)
class MeanPublication:
    """Numbers, and the means that were shown of them. Holds true numbers: it stays where the raw rows are."""

    measured: Measured
    rules: Rules
    shown: Mapping[str, Shown]

    @property
    def fresh(self) -> frozenset[str]:
        """The categories whose mean was computed for this publication, not kept from an earlier one."""
        return frozenset(code for code, shown in self.shown.items() if shown.sign is Sign.ROUNDED)


def publish_means(
    measured: Measured, counts: Mapping[str, Shown], rules: Rules, earlier: Sequence[MeanPublication]
) -> Mapping[str, Shown]:
    """Return the mean of every category as it may be shown, in whole units.

    Parameters
    ----------
    counts
        How the number of people behind each mean is published. No mean is shown where the count is hidden, since it
        would tell that at least k people are there.
    earlier
        The earlier publications, oldest first; those about other subjects are passed over.

    Returns
    -------
    mapping
        By category; ``KEPT`` where the numbers of fewer than k people changed since that mean was first shown:
        ``since`` is its place among the publications of this subject.
    """
    past = [made for made in earlier if made.measured.subject == measured.subject]
    shown: dict[str, Shown] = {}
    fresh: set[str] = set()
    for code in sorted(measured.dimension.codes, key=lambda code: len(measured.dimension.paths[code])):
        shown[code] = HIDDEN
        people = measured.within[code].total()
        if people < rules.threshold or counts.get(code, HIDDEN).sign in {Sign.HIDDEN, Sign.ZERO}:
            continue
        near = _near(measured, code, past)
        if near and near[0] < rules.threshold:
            shown[code] = Shown(Sign.KEPT, past[near[1]].shown[code].value, near[1])
        elif _safe(measured, fresh | {code}, past, rules):
            fresh.add(code)
            shown[code] = Shown(Sign.ROUNDED, measured.mean(code))
    return shown


def _near(measured: Measured, code: str, past: Sequence[MeanPublication]) -> tuple[int, int] | None:
    """Return how many people's numbers changed since the most similar publication of this mean, and which that is."""
    found = [
        (changed(made.measured.within[code], measured.within[code]), since)
        for since, made in enumerate(past)
        if code in made.fresh
    ]
    return min(found, default=None)


@dataclass(frozen=True)
class _State:
    """One publication as the attacker sees it: its numbers, and the categories whose sum he knows."""

    measured: Measured
    known: frozenset[str]


def _safe(measured: Measured, fresh: Collection[str], past: Sequence[MeanPublication], rules: Rules) -> bool:
    """Return whether no small group remains in any publication, nor changed between this one and an earlier one."""
    means = [*((made.measured, made.fresh) for made in past), (measured, frozenset(fresh))]
    *before, now = (_State(one, _known(one, means)) for one, _ in means)
    groups = (state.measured.remainder(code, state.known).total() for state in (now, *before) for code in state.known)
    changes = (change for state in before for change in _changes(state, now))
    return not any(rules.small(people) for people in (*groups, *changes))


def _known(measured: Measured, means: Sequence[tuple[Measured, frozenset[str]]]) -> frozenset[str]:
    """Return whose sum is known: the attacker knows which categories are the same as in another publication."""
    return frozenset(
        code
        for other, fresh in means
        for code in fresh
        if code in measured.within and not changed(other.within[code], measured.within[code])
    )


def _changes(before: _State, now: _State) -> Iterator[int]:
    """Yield how many people's numbers changed in every remainder that is known both times."""
    both = before.known & now.known
    for code in both:
        yield changed(before.measured.remainder(code, both), now.measured.remainder(code, both))
