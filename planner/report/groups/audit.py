"""From true counts of groups to what may be shown of them.

Small groups are pooled, counts are rounded and withheld as everywhere (``planner.report.disclosure``); rates, intervals
and tests are computed from what is shown, so they tell nothing more. Each requirement has a table of its own beside the
main one. They share the groups and the people who have a possible pair; where the two tables do not withhold the same
of what they share, one could be read off the other, and the requirement is withheld.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain import Reason
from planner.fairness import (
    EVERYBODY,
    Barrier,
    Gap,
    Grouping,
    Stage,
    Standing,
    barriers,
    gaps,
    mean_per_mille,
    weighing,
)
from planner.fairness.standing import REASONS
from planner.report.disclosure import (
    Cell,
    Dimension,
    Ledger,
    Measured,
    Published,
    Rules,
    Shown,
    Sign,
    Table,
    flat,
    publish,
    publish_means,
)
from planner.report.groups.pooled import pooled

Ints = NDArray[np.int32]

_REACHED = {Stage.PRESENT: "present", Stage.ELIGIBLE: "eligible", Stage.FEASIBLE: "feasible", Stage.PLACED: "placed"}
_ONLY = {Stage.PRESENT: "not_eligible", Stage.ELIGIBLE: "no_pair", Stage.FEASIBLE: "unplaced", Stage.PLACED: "placed"}
"""Categories of people who came so far and further, and of those who came just so far."""

_STAGES = Dimension(
    "stage",
    "present",
    {
        "not_eligible": "present",
        "eligible": "present",
        "no_pair": "eligible",
        "feasible": "eligible",
        "unplaced": "feasible",
        "placed": "feasible",
    },
)

_OF_PEOPLE = frozenset({Reason.NOT_ELIGIBLE, Reason.UNCLEAR})
"""Requirements that refuse a person every site: their means are counts of the main table by another name."""

_OPENING = flat("opened", ("opened", "closed", "feasible"), "present")


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """How a requirement weighs on the groups.

    Parameters
    ----------
    opens
        What dropping it would change, by group; empty where that is withheld.
    refuses, alone
        Per mille of the sites that it refuses to a person of the group on average, in all and as the only
        requirement; ``None`` where that is withheld.
    """

    reason: Reason
    opens: tuple[Barrier, ...]
    refuses: Mapping[str, int | None]
    alone: Mapping[str, int | None]


@dataclass(frozen=True)
class GroupAudit:
    """The groups of one column side by side. Safe to show.

    Parameters
    ----------
    names
        The groups, small ones pooled as ``OTHERS``.
    counts
        By group (``EVERYBODY`` among them) and stage, as shown.
    requirements
        Those that refuse anybody anything, the one that opens the widest gap first.
    """

    column: str
    rules: Rules
    names: tuple[str, ...]
    counts: Mapping[str, Mapping[Stage, Shown]]
    gaps: tuple[Gap, ...]
    requirements: tuple[RequirementRow, ...]


def audit_groups(standing: Standing, groups: Grouping, rules: Rules) -> GroupAudit:
    """Return what may be shown of the groups of one column.

    Parameters
    ----------
    rules
        Threshold and least denominator.
    """
    shown_groups = pooled(groups, rules.threshold)
    names = shown_groups.names
    dimension = flat("group", names, EVERYBODY)
    main = _main(standing, shown_groups, dimension, rules)
    counts = {name: {stage: main[name, code] for stage, code in _REACHED.items()} for name in (EVERYBODY, *names)}
    values = {name: {stage: shown.value for stage, shown in row.items()} for name, row in counts.items()}
    rows = [_requirement(standing, shown_groups, dimension, reason, main, rules) for reason in weighing(standing)]
    return GroupAudit(
        column=groups.column,
        rules=rules,
        names=names,
        counts=counts,
        gaps=gaps(values, rules.denominator),
        requirements=tuple(sorted(rows, key=_weight)),
    )


def _main(standing: Standing, groups: Grouping, dimension: Dimension, rules: Rules) -> Published:
    """Publish the people by group and by how far they come."""
    who = zip(groups.member.tolist(), standing.stage.tolist(), strict=True)
    counts = Counter[Cell]((groups.names[at], _ONLY[Stage(stage)]) for at, stage in who)
    return publish(Table(f"groups:{groups.column}", (dimension, _STAGES), counts), rules, Ledger())


def _requirement(
    standing: Standing, groups: Grouping, dimension: Dimension, reason: Reason, main: Published, rules: Rules
) -> RequirementRow:
    at = REASONS.index(reason)
    opens = _opens(standing, groups, dimension, reason, main, rules)
    if reason in _OF_PEOPLE and any(main[name, "not_eligible"].sign is Sign.HIDDEN for name in dimension.codes):
        nothing = dict.fromkeys(dimension.codes)
        return RequirementRow(reason, opens, nothing, nothing)
    return RequirementRow(
        reason,
        opens,
        _mean(f"refuses:{reason}", standing.failing[:, at], standing, groups, dimension, rules),
        _mean(f"alone:{reason}", standing.alone[:, at], standing, groups, dimension, rules),
    )


def _mean(
    subject: str, cells: Ints, standing: Standing, groups: Grouping, dimension: Dimension, rules: Rules
) -> Mapping[str, int | None]:
    """Publish how much a requirement refuses on average; of a group in which it touches few people, nothing.

    What it refuses to a handful of people would tell of them, also in a large group: so the people it touches at all
    are counted and withheld as any count is, and the mean with them.
    """
    counts = Counter[Cell]((groups.names[at],) for at in groups.member[cells > 0].tolist())
    touched = publish(Table(f"{groups.column}:{subject}", (dimension,), counts), rules, Ledger())
    behind = {name: touched[(name,)] for name in dimension.codes}
    measured = Measured(f"{groups.column}:{subject}", dimension, mean_per_mille(cells, standing, groups))
    shown = publish_means(measured, behind, rules, ())
    return {name: 0 if behind[name].sign is Sign.ZERO else one.value for name, one in shown.items()}


def _opens(
    standing: Standing, groups: Grouping, dimension: Dimension, reason: Reason, main: Published, rules: Rules
) -> tuple[Barrier, ...]:
    """Compare what dropping the requirement opens; nothing where its table and the main one would give a cell away."""
    column = standing.opened[:, REASONS.index(reason)].tolist()
    who = zip(groups.member.tolist(), standing.stage.tolist(), column, strict=True)
    counts = Counter[Cell](
        (groups.names[at], "opened" if freed else "feasible" if stage >= Stage.FEASIBLE else "closed")
        for at, stage, freed in who
    )
    table = Table(f"groups:{groups.column}:{reason}", (dimension, _OPENING), counts)
    own = publish(table, rules, Ledger())
    names = (EVERYBODY, *groups.names)
    if any(_hidden(own, main, (name, code)) for name in names for code in ("present", "feasible")):
        return ()
    freed = {name: own[name, "opened"].value for name in names}
    people = {name: main[name, "present"].value for name in names}
    return barriers(reason, freed, people, rules.denominator)


def _hidden(own: Published, main: Published, cell: Cell) -> bool:
    """Return whether just one of two tables withholds what they share."""
    return (own[cell].sign is Sign.HIDDEN) != (main[cell].sign is Sign.HIDDEN)


def _weight(row: RequirementRow) -> tuple[float, int]:
    """Order the requirements by the widest gap they open, among people or among pairs, then as they are tested."""
    average = row.alone[EVERYBODY]
    apart = [abs(share - average) / 1000 for share in row.alone.values() if share is not None and average is not None]
    return -max([abs(one.closes) for one in row.opens] + apart, default=-1.0), REASONS.index(row.reason)
