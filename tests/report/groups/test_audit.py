"""The comparison of groups lets nothing small through, and says the right thing where it may."""

import random
from decimal import Decimal
from itertools import product

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from planner.domain import Plan, Reason, Scenario, Status
from planner.fairness import EVERYBODY, Grouping, Measure, Reference, Stage, Standing, opened, reached, reference_of
from planner.fairness.standing import REASONS
from planner.report.disclosure import ROUNDING, Rules, Sign
from planner.report.groups import OTHERS, GroupAudit, audit_data, audit_groups, audit_words, pooled, shown_women
from tests.solve.plain_cases import START

RULES = Rules()
AT = REASONS.index(Reason.LANGUAGE)


def example(*groups: tuple[str, tuple[int, int, int, int], int]) -> tuple[Standing, Grouping]:
    """Return groups by name, people who come just to each stage, and for how many the language alone is missing."""
    stage, member, alone = [], [], []
    names = tuple(sorted(name for name, *_ in groups))
    for name, counts, freed in groups:
        for reached_stage, number in zip(Stage, counts, strict=True):
            for k in range(number):
                stage.append(reached_stage)
                member.append(names.index(name))
                alone.append(3 if reached_stage is Stage.ELIGIBLE and k < freed else 0)
    cells = np.zeros((len(stage), len(REASONS)), dtype=np.int32)
    cells[:, AT] = alone
    standing = Standing(np.array(stage, dtype=np.int8), cells, cells.copy(), 10)
    return standing, Grouping("group", names, np.array(member, dtype=np.int64))


LARGE = (("f", (20, 40, 90, 50), 30), ("m", (20, 15, 65, 100), 11))


def test_large_groups_are_shown() -> None:
    """Counts come rounded; rates, tests and what a requirement opens follow from them."""
    audit = audit_groups(*example(*LARGE), RULES)
    assert {name: tuple(one.value for one in row.values()) for name, row in audit.counts.items()} == {
        EVERYBODY: (400, 360, 305, 150),
        "f": (200, 180, 140, 50),
        "m": (200, 180, 165, 100),
    }
    placed = next(gap for gap in audit.gaps if (gap.group, gap.measure) == ("f", Measure.PLACED))
    assert placed.found is not None
    assert placed.others is not None
    assert (placed.found.share, placed.others.share) == (0.25, 0.5)
    assert placed.p is not None
    assert placed.p < 0.001
    (row,) = audit.requirements
    women = next(one for one in row.opens if one.group == "f")
    assert (women.found.part, women.others.part) == (30, 10)
    assert women.closes == pytest.approx(0.1)
    words = " ".join(audit_words(audit, None, "de"))
    assert "f: 25\u00a0% sind vorgeschlagen" in words
    assert "Sie öffnet 10 Prozentpunkte" in words


def test_small_groups_are_pooled() -> None:
    """Groups below the threshold are counted together; together they are large enough."""
    rows = [("a", (10, 10, 10, 10), 0), *((f"s{k}", (1, 1, 1, 1), 0) for k in range(4))]
    _, groups = example(*rows)
    found = pooled(groups, 10)
    assert found.sizes() == {"a": 40, OTHERS: 16}
    _, few = example(("a", (10, 10, 10, 10), 0), ("b", (5, 5, 5, 5), 0), ("s", (1, 0, 0, 0), 0))
    assert pooled(few, 10).sizes() == {"a": 40, OTHERS: 21}
    _, none = example(*LARGE)
    assert pooled(none, 10) is none


def test_a_handful_of_people_says_nothing() -> None:
    """Where nobody may be shown, neither a rate nor a requirement is."""
    audit = audit_groups(*example(("f", (1, 1, 1, 1), 1), ("m", (1, 1, 1, 1), 1)), RULES)
    assert audit.names == (OTHERS,)
    assert all(shown.value is None for row in audit.counts.values() for shown in row.values())
    assert not any(gap.found or gap.p for gap in audit.gaps)
    assert not any(row.opens for row in audit.requirements)
    assert {value for row in audit.requirements for value in (*row.refuses.values(), *row.alone.values())} == {None}
    assert "nothing to compare" in audit_words(audit, None, "en")[0]


def test_what_few_people_meet_is_withheld() -> None:
    """A requirement that touches a handful of a large group shows no mean of it, nor lets it be had by subtraction."""
    standing, groups = example(("f", (20, 40, 90, 50), 3), ("m", (20, 45, 65, 100), 40), ("x", (20, 45, 65, 100), 45))
    (row,) = audit_groups(standing, groups, RULES).requirements
    assert row.refuses["f"] is None
    assert sum(value is None for value in row.refuses.values()) >= 2
    large, pairs = example(("f", (20, 40, 90, 50), 20), ("m", (20, 45, 65, 100), 45))
    (other,) = audit_groups(large, pairs, RULES).requirements
    assert other.refuses == {EVERYBODY: 45, "f": 30, "m": 59}


def test_a_count_is_not_told_as_a_mean() -> None:
    """Where the main table withholds who is not fundable, the mean of that requirement does so too, for all groups."""
    standing, groups = example(("f", (4, 40, 90, 50), 20), ("m", (40, 45, 65, 100), 40), ("x", (30, 45, 65, 50), 45))
    at = REASONS.index(Reason.NOT_ELIGIBLE)
    standing.failing[:, at] = 10 * (standing.stage == Stage.PRESENT)
    rows = {row.reason: row for row in audit_groups(standing, groups, RULES).requirements}
    assert set(rows[Reason.NOT_ELIGIBLE].refuses.values()) == {None}
    assert rows[Reason.LANGUAGE].refuses[EVERYBODY] is not None


def drawn(seed: int) -> tuple[Standing, Grouping]:
    """Groups of all sizes with all outcomes."""
    rng = random.Random(seed)
    rows = []
    for k in range(rng.randint(1, 5)):
        size = rng.choice([2, 8, 15, 40, 90])
        counts = tuple(rng.randint(0, size) for _ in Stage)
        rows.append((f"g{k}", counts, rng.randint(0, counts[1])))
    return example(*rows, ("g", (1, 1, 1, 1), 0))


@pytest.mark.parametrize("seed", range(40))
def test_no_small_number_gets_through(seed: int) -> None:
    """No count of 1 to 9 people is shown, rates are of at least 30 people."""
    standing, groups = drawn(seed)
    audit = audit_groups(standing, groups, RULES)
    groups = pooled(groups, RULES.threshold)
    truth = reached(standing, groups)
    for name, row in audit.counts.items():
        for stage, shown in row.items():
            true = truth[name][stage]
            assert shown.sign is Sign.HIDDEN or not RULES.small(true or 0)
            assert shown.value is None or shown.value % ROUNDING == 0
    for gap in audit.gaps:
        assert all(rate is None or rate.whole >= RULES.denominator for rate in (gap.found, gap.others))
    for row in audit.requirements:
        true = opened(standing, groups, row.reason)
        assert not any(RULES.small(true[one.group]) and one.found.part for one in row.opens)


def attack(standing: Standing, groups: Grouping, audit: GroupAudit) -> list[tuple[int, int]]:
    """Return for every small group how many people it could have at least and at most, for all that is shown.

    The unknowns are the people by group, by how far they come, and by whether dropping the language opens them a pair.
    """
    names, parts = groups.names, [(s, o) for s in Stage for o in (False, True) if s < Stage.FEASIBLE or not o]
    position = {(name, *part): k for k, (name, part) in enumerate(product(names, parts))}
    freed = standing.opened[:, AT]
    truth = np.zeros(len(position))
    for at, stage, open_ in zip(groups.member.tolist(), standing.stage.tolist(), freed.tolist(), strict=True):
        truth[position[names[at], Stage(stage), open_]] += 1

    def total(name: str, *, least: Stage = Stage.PRESENT, most: Stage = Stage.PLACED, only: bool = False):
        row = np.zeros(len(position))
        for (group, stage, open_), k in position.items():
            row[k] = name in {EVERYBODY, group} and least <= stage <= most and (open_ or not only)
        return row

    seen = [
        (total(name, least=stage), shown.value, shown.sign)
        for name, row in audit.counts.items()
        for stage, shown in row.items()
        if shown.value is not None
    ]
    for row in audit.requirements:
        for one in row.opens:
            sign = Sign.ROUNDED if one.found.part else Sign.ZERO
            seen.append((total(one.group, only=True), one.found.part, sign))
    rows = [row for row, *_ in seen]
    low = [max(10, value - 2) if sign is Sign.ROUNDED else value for _, value, sign in seen]
    high = [value + 2 if sign is Sign.ROUNDED else value for _, value, sign in seen]
    assert all(a <= row @ truth <= b for row, a, b in zip(rows, low, high, strict=True))
    told = [LinearConstraint(np.array(rows), low, high)] if rows else []
    targets = [total(name, only=True) for name in (EVERYBODY, *names)]
    targets += [total(name, least=stage, most=stage) for name, stage in product((EVERYBODY, *names), Stage)]
    targets += [total(name, least=stage) for name, stage in product((EVERYBODY, *names), Stage)]
    found = []
    for target in targets:
        if RULES.small(int(target @ truth)):
            bounds = Bounds(0, 10_000)
            least, most = (milp(sign * target, constraints=told, bounds=bounds, integrality=1) for sign in (1, -1))
            found.append((round(least.fun), round(-most.fun)))
    return found


@pytest.mark.parametrize("seed", range(40, 70))
def test_no_small_group_can_be_computed(seed: int) -> None:
    """Whoever puts the main table and that of a requirement together still finds more than ten sizes possible."""
    standing, groups = drawn(seed)
    audit = audit_groups(standing, groups, RULES)
    for least, most in attack(standing, pooled(groups, RULES.threshold), audit):
        assert most - least >= RULES.threshold


def plan() -> Plan:
    """A plan that is nothing but a scenario."""
    return Plan(scenario=Scenario(start=START), status=Status.OPTIMAL, case_hash="", law="")


def women_of(audit: GroupAudit, share: str, group: str | None = "f"):
    return shown_women(audit, plan(), group=group, reference=Reference(Decimal(share), "test", confirmed=True))


def test_womens_share() -> None:
    """Fifty of a hundred and fifty placed are women: below 48 percent beyond chance, within 35 percent."""
    audit = audit_groups(*example(*LARGE), RULES)
    below, within = women_of(audit, "0.48"), women_of(audit, "0.35")
    assert below is not None
    assert within is not None
    assert below.found is not None
    assert (below.found.part, below.found.whole) == (50, 150)
    assert below.p is not None
    assert below.p < 0.001
    assert within.p is not None
    assert within.p > 0.3
    told = " ".join(audit_words(audit, below, "en"))
    assert "Women are 33% of the people proposed" in told
    assert "48.0%" in told
    assert "less than chance explains" in told
    assert audit_data(audit, below, "en")["women"]["source"] == "test"


def test_womens_share_is_found_by_name_or_not_at_all() -> None:
    """The women are found by the names of column and group; where they are too few, nothing is said of them."""
    audit = audit_groups(*example(*LARGE), RULES)
    assert shown_women(audit, plan()) is None
    standing, groups = example(*LARGE)
    named = audit_groups(standing, Grouping("Geschlecht", ("w", "m"), groups.member), RULES)
    found = shown_women(named, plan())
    assert found is not None
    assert found.group == "w"
    assert found.reference == reference_of(START)
    assert not found.reference.confirmed
    few = audit_groups(*example(("f", (5, 5, 5, 3), 0), ("m", (5, 5, 5, 3), 0)), RULES)
    hidden = women_of(few, "0.5")
    assert hidden is not None
    assert hidden.found is None
    assert "withheld" in " ".join(audit_words(few, hidden, "en"))
