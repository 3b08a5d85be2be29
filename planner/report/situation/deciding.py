"""What needs deciding: what the figures ask of leadership, the most pressing first."""

from collections.abc import Iterable, Iterator

from planner.messages import Language, text
from planner.messages.written import day, euros, number, percent
from planner.report.situation.counting import GRANT
from planner.report.situation.facts import Quarter, Situation

NAMED = 4
"""How many quarters a sentence names before it counts the others."""


def open_questions(situation: Situation, language: Language) -> tuple[str, ...]:
    """Return one sentence per matter that waits for a decision, with the figures it follows from."""
    return tuple(_questions(situation, language))


def _questions(situation: Situation, language: Language) -> Iterator[str]:
    if situation.plan is None:
        yield text("situation.decide.release", language)
    planned = situation.total("planned")
    if planned:
        most = sorted((q for q in situation.quarters if q.planned), key=lambda q: (-q.planned, q.code))
        places = _named(most, language)
        yield text("situation.decide.hosts", language, {"n": number(planned, language), "places": places})
    if situation.plan is not None:
        yield from _gaps(situation, language)
        yield from _money(situation, language)
        yield from _ends(situation, language)


def _gaps(situation: Situation, language: Language) -> Iterator[str]:
    """Tell where the target is missed: for want of posts, or although there are some."""
    missing = sorted((q for q in situation.quarters if q.missing), key=lambda q: (-q.missing, q.code))
    for code, quarters in (
        ("no_posts", [q for q in missing if q.posts < (q.target or 0)]),
        ("empty_posts", [q for q in missing if q.posts >= (q.target or 0)]),
    ):
        if quarters:
            n = number(sum(q.missing for q in quarters), language)
            yield text(f"situation.decide.{code}", language, {"n": n, "places": _named(quarters, language)})


def _money(situation: Situation, language: Language) -> Iterator[str]:
    """Tell when the grant falls next, and what the payers who carry the rest pay by then."""
    coming = [step for step in situation.steps if step.day > situation.as_of]
    if not coming:
        return
    first, last = coming[0], coming[-1]
    yield text(
        "situation.decide.grant",
        language,
        {
            "date": day(first.day, language),
            "share": percent(float(first.share), language),
            "last_date": day(last.day, language),
            "last_share": percent(float(last.share), language),
        },
    )
    yield from _rise(situation, language)


def _rise(situation: Situation, language: Language) -> Iterator[str]:
    """Tell how what the grant does not cover grows, from the plan's first whole year to its dearest one."""
    if situation.money is None or situation.plan is None:
        return
    start = situation.plan.scenario.start
    whole = start.year + ((start.month, start.day) > (1, 1))
    own = {
        year: sum(cents for who, cents in by.items() if who != GRANT)
        for year, by in situation.money.items()
        if int(year) >= whole
    }
    dearest = max(own, key=own.__getitem__, default=str(whole))
    if own.get(dearest, 0) > own.get(str(whole), 0):
        values = {
            "first": whole,
            "before": euros(own[str(whole)], language),
            "year": dearest,
            "after": euros(own[dearest], language),
        }
        yield text("situation.decide.own_share", language, values)


def _ends(situation: Situation, language: Language) -> Iterator[str]:
    if situation.ends is None or situation.ends <= situation.as_of:
        return
    values = {"date": day(situation.ends, language)}
    early = situation.early
    if early is not None and early.value:
        yield text("situation.decide.ends_early", language, {**values, "n": number(early.value, language)})
    else:
        yield text("situation.decide.ends", language, values)


def _named(quarters: Iterable[Quarter], language: Language) -> str:
    names = [quarter.name or quarter.code for quarter in quarters]
    if len(names) <= NAMED + 1:
        return ", ".join(names)
    more = number(len(names) - NAMED, language)
    return text("situation.and_more", language, {"places": ", ".join(names[:NAMED]), "n": more})
