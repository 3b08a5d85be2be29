"""Why, in sections of sentences: the same order for terminal, sheet and page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planner.domain import Case, Conflict, Eligibility, Status
from planner.explain.kompass import Kind, Mark
from planner.explain.statement import Bare, Changed, Statement, Term, Value
from planner.explain.why.forced import Forced
from planner.explain.why.near import Misses
from planner.explain.why.placed import WhyPlaced
from planner.explain.why.smallest import Change, Search
from planner.explain.why.unplaced import WhyUnplaced
from planner.messages import Language


@dataclass(frozen=True, slots=True)
class Under:
    """A sentence that belongs to the one before it."""

    fact: Statement


Line = Statement | Under


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its sentences."""

    head: Statement
    lines: tuple[Line, ...]


def sections(case: Case, result: WhyPlaced | WhyUnplaced) -> tuple[Section, ...]:
    """Return an explanation as sections; empty ones are left out but for the first."""
    made = _placed(case, result) if isinstance(result, WhyPlaced) else _unplaced(case, result)
    first, *rest = made
    return (first, *(section for section in rest if section.lines))


def sentences(case: Case, result: WhyPlaced | WhyUnplaced, language: Language) -> tuple[str, ...]:
    """Return an explanation as lines of text; a section's sentences begin with a dash."""
    return as_lines(sections(case, result), language)


def as_lines(made: Sequence[Section], language: Language) -> tuple[str, ...]:
    """Return sections as lines of text."""
    return tuple(line for section in made for line in _section_lines(section, language))


def _section_lines(section: Section, language: Language) -> Iterator[str]:
    yield section.head.text(language)
    for line in section.lines:
        yield f"  - {line.fact.text(language)}" if isinstance(line, Under) else f"- {line.text(language)}"


def _placed(case: Case, why: WhyPlaced) -> Iterator[Section]:
    placement, site = why.placement, case.site_of[why.placement.site_id]
    values: Mapping[str, Value] = {
        "candidate": why.candidate_id,
        "site": site.name,
        "site_id": site.site_id,
        "place": case.neighbourhood_of[site.neighbourhood].name,
    }
    terms: Mapping[str, Value] = {
        "host": site.host or Term("why.head.no_host"),
        "start": placement.start,
        "hours": placement.hours,
        "minutes": placement.minutes,
    }
    yield Section(Statement("why.head.placed", values), (Statement("why.head.terms", terms),))
    yield from reasons(why)


def reasons(why: WhyPlaced) -> Iterator[Section]:
    """Yield quality, rules, objectives and marks of a placement."""
    yield Section(
        Statement.of("why.head.parts", points=why.pair.quality),
        tuple(Statement.of("why.line.part", points=part.points, most=part.most, fact=part.fact) for part in why.parts),
    )
    yield Section(
        Statement("why.head.rules"),
        tuple(r.fact if r.met else Statement.of("why.line.overruled", fact=r.fact) for r in why.rules),
    )
    yield Section(
        Statement("why.head.adds"),
        tuple(
            Statement.of("why.line.tier", tier=Term(f"tier.{addition.tier}"), fact=fact)
            for addition in why.adds
            for fact in addition.facts
        ),
    )
    if why.mark is not None:
        yield Section(Statement("why.head.kompass"), (_mark(why.mark),))
    yield Section(Statement("why.head.marks"), tuple(Statement(f"mark.{mark}") for mark in why.placement.marks))


def _mark(mark: Mark) -> Statement:
    if mark.kind is not Kind.PRICED:
        return Statement(f"why.kompass.{mark.kind}")
    if mark.tier is None:
        return Statement("why.kompass.priced_somewhere")
    known = "priced" if mark.changes is not None else "priced_least"
    return Statement.of(f"why.kompass.{known}", tier=Term(f"tier.{mark.tier}"), number=mark.least)


def _unplaced(case: Case, why: WhyUnplaced) -> Iterator[Section]:
    displaced = why.shared > 0
    first = Statement("why.displaced") if displaced else Statement(f"unplaced.{why.reason}")
    yield Section(Statement.of("why.head.unplaced", candidate=why.candidate_id), (first,))
    yield Section(Statement("why.head.grounds"), _grounds(why))
    if not displaced:
        yield Section(Statement("why.head.misses"), tuple(miss_lines(case, why.misses)))
    yield Section(Statement("why.head.displaced"), tuple(_lacking(why)))
    if why.forced is not None:
        yield Section(Statement("why.head.forced"), tuple(_forced(case, why.forced)))
    if why.search is not None:
        yield Section(Statement("why.head.changes"), tuple(_changes(case, why, why.search)))


def _grounds(why: WhyUnplaced) -> tuple[Statement, ...]:
    """Return the grounds of eligibility with their paragraphs, where they keep the person out."""
    found = why.assessment
    if found.status is Eligibility.ELIGIBLE:
        return ()
    grounds = (*((found.word,) if found.word else ()), *found.grounds)
    return tuple(Statement(g.code, {**g.params, "paragraph": g.paragraph}) for g in grounds)


def miss_lines(case: Case, found: Misses) -> Iterator[Line]:
    """Yield what keeps a person from sites, and the sites they miss by one rule."""
    yield from (rule.fact for rule in found.personal)
    if found.personal:
        code = "open_otherwise" if found.open_otherwise else "none_otherwise"
        yield Statement(f"why.miss.{code}", {"number": found.open_otherwise} if found.open_otherwise else {})
    for group in found.groups:
        code = "why.miss.group_beside" if found.personal else "why.miss.group"
        yield Statement.of(code, number=group.sites, reason=Term(f"reason.{group.reason}"))
        for near in group.nearest:
            yield Under(Statement("why.line.site", {**_site(case, near.site_id), "fact": near.rule.fact}))
    if found.farther:
        yield Statement.of("why.miss.farther", number=found.farther)


def _lacking(why: WhyUnplaced) -> Iterator[Statement]:
    """Yield how many sites are possible, alone and with the tandem, and what is used up there."""
    if not why.possible:
        return
    yield Statement.of("why.possible", number=why.possible)
    if why.partners:
        values: Mapping[str, Value] = {"partners": why.partners}
        if why.shared:
            yield Statement("why.tandem.shared", {**values, "number": why.shared})
        else:
            yield Statement("why.tandem.none", values)
    yield from (known.fact for known in why.scarce)


def _forced(case: Case, forced: Forced) -> Iterator[Line]:
    if forced.status is Status.INFEASIBLE:
        yield Statement("why.forced.infeasible")
        yield from (Under(_rule(rule)) for rule in forced.conflict)
        return
    if forced.placement is None:
        yield Statement("why.forced.open")
        return
    yield Statement("why.forced.site", _site(case, forced.placement.site_id))
    if forced.worsened is None:
        yield Statement("why.forced.lot")
    else:
        yield Statement.of("why.forced.worsened", tier=Term(f"tier.{forced.worsened}"))
    for change in forced.changes:
        if change.difference:
            fact = Statement.of(
                "why.forced.difference",
                tier=Term(f"tier.{change.tier}"),
                difference=Changed(change.tier, change.difference),
            )
            yield Under(fact)
    gone = tuple(move.candidate_id for move in forced.moves if move.after is None)
    new = tuple(move.candidate_id for move in forced.moves if move.before is None)
    moved = tuple(m.candidate_id for m in forced.moves if m.candidate_id not in {*gone, *new})
    for kind, people in (("gone", gone), ("moved", moved), ("new", new)):
        if people:
            yield Statement.of(f"why.forced.{kind}", people=people, number=len(people))
    if not forced.moves:
        yield Statement("why.forced.nobody")


def _rule(rule: Conflict) -> Statement:
    """Return a rule of a conflict as planner's words."""
    values: dict[str, Value] = dict(rule.params)
    if rule.rule == "budget":
        values |= {
            "payer": Term(f"payer.{rule.params['payer']}"),
            "eur": Decimal(int(rule.params["cents"])) / 100,
            "year": Bare(int(rule.params["year"])),
        }
    return Statement(f"conflict.{rule.rule}", values)


def _changes(case: Case, why: WhyUnplaced, search: Search) -> Iterator[Line]:
    if why.assessment.status is Eligibility.NOT_ELIGIBLE:
        yield Statement("why.change.law")
        return
    for change in search.changes:
        yield from _change(case, change)
    if search.in_vain:
        yield Statement("why.change.in_vain")
        yield from (Under(Statement.of("why.change.phrase", change=change)) for change in search.in_vain)
    if search.unsettled:
        yield Statement("why.change.unsettled")
        yield from (Under(Statement.of("why.change.phrase", change=change)) for change in search.unsettled)
    if not search.complete:
        yield Statement("why.change.open")
    elif not search.changes:
        yield Statement("why.change.none")


def _change(case: Case, change: Change) -> Iterator[Statement]:
    """Name the site too, where it is not the one that changes."""
    site_id = change.placement.site_id
    if change.kind == "new_site" and site_id not in case.site_of:
        yield Statement.of("why.change.found_there", change=change.fact)
    else:
        yield Statement("why.change.found", {"change": change.fact, **_site(change.case, site_id)})
    if change.less is not None:
        yield Statement.of("why.change.less" if change.least else "why.change.less_open", less=change.less)


def _site(case: Case, site_id: str) -> Mapping[str, Value]:
    site = case.site_of[site_id]
    return {"site": site.name or site.site_id, "place": case.neighbourhood_of[site.neighbourhood].name}
