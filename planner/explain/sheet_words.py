"""The reason sheet as sections of sentences, and as plain text."""

from collections.abc import Iterator
from dataclasses import asdict

from planner.domain import Tier
from planner.errors import Problem
from planner.explain.price import Exact
from planner.explain.sheet import Alternative, ReasonSheet
from planner.explain.statement import Changed, Eur, Statement, Term, field_of_work, plain
from planner.explain.why.record import Record, placed_record, section_records
from planner.explain.why.words import Line, Section, Under, as_lines, reasons
from planner.messages import Language


def sheet_sections(sheet: ReasonSheet) -> tuple[Section, ...]:
    """Return the sheet as sections, the first with its title; for text, page and PDF alike."""
    title = Statement.of(
        "why.sheet.title", candidate=sheet.candidate_id, site=sheet.place.name, site_id=sheet.place.site_id
    )
    made = (
        Section(title, (Statement("why.sheet.closing"),)),
        Section(Statement("why.sheet.proposal"), tuple(_proposal(sheet))),
        *reasons(sheet.why),
        Section(Statement("why.sheet.alternatives"), tuple(_alternatives(sheet))),
        Section(Statement("why.sheet.competition"), tuple(_competition(sheet))),
        Section(Statement("why.sheet.lot"), tuple(_lot(sheet))),
        Section(Statement("why.sheet.basis"), tuple(_basis(sheet))),
        Section(Statement("why.sheet.notes"), tuple(_note(note) for note in sheet.notes)),
    )
    return tuple(section for section in made if section.lines)


def sheet_text(sheet: ReasonSheet, language: Language) -> str:
    """Return the sheet as plain text, one sentence a line, a blank line between sections."""
    return "\n".join("\n".join(as_lines((section,), language)) + "\n" for section in sheet_sections(sheet))


def sheet_record(sheet: ReasonSheet, language: Language) -> Record:
    """Return the sheet as JSON knows it: numbers under fixed names, and the sections with their sentences."""
    return {
        "status": sheet.status.value,
        "candidate_id": sheet.candidate_id,
        **placed_record(sheet.why),
        "costs": {payer.value: plain(Eur(cents)) for payer, cents in sheet.costs.items()},
        "alternatives": [
            {
                "site_id": one.place.site_id,
                "quality": one.pair.quality,
                "minutes": one.pair.minutes,
                "differences": {change.tier.value: change.difference for change in one.price.changes},
                "others": one.others,
            }
            for one in sheet.alternatives
        ],
        "alternatives_proven": sheet.alternatives_proven,
        "competition": asdict(sheet.competition),
        "lot": asdict(sheet.lot),
        "law": sheet.law,
        "case_hash": sheet.case_hash,
        "plan_hash": sheet.plan_hash,
        "notes": [note.as_dict(language) for note in sheet.notes],
        "sections": section_records(sheet_sections(sheet), language),
    }


def _proposal(sheet: ReasonSheet) -> Iterator[Line]:
    place, placement = sheet.place, sheet.why.placement
    yield Statement.of("why.sheet.host", host=place.host or Term("why.head.no_host"))
    yield Statement.of("why.sheet.field", field=field_of_work(place.field))
    yield Statement.of("why.sheet.where", place=place.neighbourhood, borough=place.borough)
    yield Statement.of("why.sheet.terms", start=placement.start, hours=placement.hours, minutes=placement.minutes)
    for payer, cents in sheet.costs.items():
        yield Statement.of("why.sheet.cost", payer=Term(f"payer.{payer}"), eur=Eur(cents))


def _alternatives(sheet: ReasonSheet) -> Iterator[Line]:
    if not sheet.possible_sites:
        yield Statement("why.sheet.possible_sites.none")
        return
    yield Statement.of("why.sheet.possible_sites", number=sheet.possible_sites)
    for alternative in sheet.alternatives:
        yield from _alternative(alternative)
    if not sheet.alternatives_proven:
        yield Statement("why.sheet.unproven")
    else:
        yield Statement("why.sheet.proven" if sheet.alternatives else "why.sheet.none_admissible")


def _alternative(alternative: Alternative) -> Iterator[Line]:
    number = alternative.others
    yield Statement.of(
        "why.sheet.alternative",
        site=alternative.place.name,
        place=alternative.place.neighbourhood,
        quality=alternative.pair.quality,
        minutes=alternative.pair.minutes,
        others=Statement.of("why.sheet.others", number=number) if number else Statement("why.sheet.others.none"),
    )
    yield Under(_price(alternative.price))


def _price(price: Exact) -> Statement:
    differences = tuple(
        Statement.of(
            "why.forced.difference",
            tier=Term(f"tier.{change.tier}"),
            difference=Changed(change.tier, change.difference),
        )
        for change in price.changes
        if change.difference and change.tier is not Tier.LOT
    )
    if not differences:
        return Statement("why.sheet.price.none")
    return Statement.of("why.sheet.price", differences=differences)


def _competition(sheet: ReasonSheet) -> Iterator[Line]:
    """Say how many others could work there; who they are stays out."""
    known = sheet.competition
    if not known.possible:
        yield Statement("why.sheet.rivals.none")
        return
    yield Statement.of(
        "why.sheet.rivals",
        number=known.possible,
        here=known.here,
        elsewhere=known.elsewhere,
        unplaced=known.unplaced,
    )
    better = known.better
    yield Statement.of("why.sheet.better", number=better) if better else Statement("why.sheet.better.none")


def _lot(sheet: ReasonSheet) -> Iterator[Line]:
    lot = sheet.lot
    yield Statement.of("why.sheet.lot_number", number=lot.number)
    yield Statement.of("why.sheet.lot_again", drawn_from=lot.text, hexadecimal=f"{lot.number:08x}", seed=lot.seed)


def _basis(sheet: ReasonSheet) -> Iterator[Line]:
    if sheet.scenario:
        yield Statement.of("why.sheet.scenario", scenario=sheet.scenario)
    yield Statement.of("why.sheet.status", status=Term(f"status.{sheet.status}"))
    yield Statement.of("why.sheet.law", law=sheet.law)
    yield Statement.of("why.sheet.case_hash", case_hash=sheet.case_hash)
    yield Statement.of("why.sheet.plan_hash", plan_hash=sheet.plan_hash)


def _note(note: Problem) -> Statement:
    where = {"file": note.file, "row": "", "column": note.column, "value": note.value}
    return Statement(note.code, {**where, **note.params})
