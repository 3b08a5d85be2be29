"""Tests of what someone can do, has proof of, or needs."""

from planner.check.facts import Facts
from planner.check.pair_tests.base import PairTest
from planner.domain import Level, Reason

Levels = frozenset[tuple[str, Level]]
Skills = frozenset[str]


def language(_: Facts) -> PairTest[Levels, Levels]:
    """The person speaks every language of the site at its level or above."""

    def fails(asked: Levels, brought: Levels) -> bool:
        speaks = dict(brought)
        return any(name not in speaks or speaks[name] < level for name, level in asked)

    return PairTest(
        Reason.LANGUAGE, lambda s: frozenset(s.languages.items()), lambda c: frozenset(c.languages.items()), fails
    )


def skill(_: Facts) -> PairTest[Skills, Skills]:
    """The person has every skill of the site."""
    return PairTest(Reason.SKILL, lambda s: s.skills, lambda c: c.skills, lambda asked, brought: not asked <= brought)


def clearance(_: Facts) -> PairTest[bool, bool]:
    """An enhanced criminal record check is there where the site needs one."""
    return PairTest(
        Reason.CLEARANCE, lambda s: s.clearance, lambda c: c.clearance, lambda asked, brought: asked and not brought
    )


def measles(facts: Facts) -> PairTest[bool, bool]:
    """Proof of measles protection is there where the site needs it, from those of whom the law asks it."""
    return PairTest(
        Reason.MEASLES,
        lambda s: s.measles_proof,
        lambda c: c.measles_proof or not facts.measles_proof_needed(c),
        lambda asked, brought: asked and not brought,
    )


def step_free(_: Facts) -> PairTest[bool, bool]:
    """The site is step-free for those who need it."""
    return PairTest(
        Reason.STEP_FREE,
        lambda s: s.step_free,
        lambda c: c.needs_step_free,
        lambda asked, brought: brought and not asked,
    )
