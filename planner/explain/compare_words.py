"""Two plans side by side as sentences built from codes."""

from collections.abc import Iterable, Iterator, Mapping

from planner.domain import Case, NeighbourhoodResult, Status, Tier
from planner.explain.compare import Avoided, Comparison, CoveragePair, TierPair
from planner.explain.difference import Move
from planner.explain.price_words import change_values, site_name
from planner.explain.statement import Bare, Changed, Eur, Reached, Signed, Statement, Term, Value, plain
from planner.messages import Language
from planner.messages.written import coverage

STEP = "  "
"""What stands before a line that belongs to the one above."""


def sentences(case: Case, found: Comparison, prices: Iterable[Avoided], language: Language) -> list[str]:
    """Return in what two plans differ, one sentence a line.

    Parameters
    ----------
    case
        The case of either plan: names are the same in both.
    prices
        What it costs to avoid moves, where that was asked.
    """
    priced = {one.move.candidate_id: one for one in prices}
    return list(_lines(case, found, priced, language))


def _lines(case: Case, found: Comparison, prices: Mapping[str, Avoided], language: Language) -> Iterator[str]:
    yield Statement.of("ways.compare.same", number=found.same).text(language)
    yield Statement("ways.compare.tiers").text(language)
    yield from (STEP + line.text(language) for line in _tiers(found.tiers))
    changed = {key: pair for key, pair in found.money.items() if pair[0] != pair[1]}
    yield Statement("ways.compare.money" if changed else "ways.compare.money_same").text(language)
    for (year, payer), (before, after) in changed.items():
        values: dict[str, Value] = {"payer": Term(f"payer.{payer}"), "year": Bare(year)}
        line = Statement("ways.compare.cost", {**values, "before": Eur(before), "after": Eur(after)})
        yield STEP + line.text(language)
    for code, rows in (("gaining", found.gaining), ("losing", found.losing)):
        if rows:
            places: tuple[Value, ...] = tuple(_place(case, row, language) for row in rows)
            yield Statement(f"ways.compare.{code}", {"places": places}).text(language)
    yield Statement.of("ways.compare.moves", number=len(found.moves)).text(language)
    for move in found.moves:
        yield STEP + move_line(case, move).text(language)
        if (price := prices.get(move.candidate_id)) is not None:
            yield STEP + STEP + price_line(price).text(language)


def _tiers(tiers: Iterable[TierPair]) -> Iterator[Statement]:
    """Yield the tiers that both plans have, then those that one has; the lots of two scenarios compare to nothing."""
    for pair in tiers:
        name = Term(f"tier.{pair.name}")
        if pair.name is Tier.LOT:
            continue
        if pair.before is not None and pair.after is not None:
            before, after = pair.before.value, pair.after.value
            yield Statement.of(
                "ways.compare.tier",
                tier=name,
                before=Reached(pair.name, before),
                after=Reached(pair.name, after),
                difference=Changed(pair.name, after - before),
            )
        else:
            only = pair.before or pair.after
            yield Statement.of("ways.compare.one_only", tier=name, value=Reached(pair.name, only.value if only else 0))


def _place(case: Case, row: CoveragePair, language: Language) -> Statement:
    known = case.neighbourhood_of.get(row.code)
    values: dict[str, Value] = {"place": known.name if known else row.code, "difference": Signed(row.gained)}
    before, after = (_coverage(side, language) for side in (row.before, row.after))
    if before == after == "–":
        return Statement("ways.compare.place", values)
    return Statement("ways.compare.coverage", {**values, "before": before, "after": after})


def _coverage(side: NeighbourhoodResult | None, language: Language) -> str:
    return "–" if side is None or side.coverage is None else coverage(side.coverage, language)


def move_line(case: Case, move: Move) -> Statement:
    """Return from where to where somebody goes."""
    if move.before is None:
        return Statement.of("ways.compare.new", candidate=move.candidate_id, after=site_name(case, move.after))
    if move.after is None:
        return Statement.of("ways.compare.gone", candidate=move.candidate_id, before=site_name(case, move.before))
    sites = {"before": site_name(case, move.before), "after": site_name(case, move.after)}
    return Statement("ways.compare.moved", {"candidate": move.candidate_id, **sites})


def price_line(price: Avoided) -> Statement:
    """Return what it would cost to leave somebody where they were."""
    if not price.changes:
        return Statement("ways.compare.impossible" if price.status is Status.INFEASIBLE else "ways.compare.open")
    changes = change_values(price.changes)
    return Statement.of("ways.compare.price", changes=changes) if changes else Statement("ways.compare.free")


def record(case: Case, found: Comparison, prices: Iterable[Avoided], language: Language) -> dict[str, object]:
    """Return in what two plans differ, for programs."""
    priced = {one.move.candidate_id: one for one in prices}
    return {
        "same": found.same,
        "tiers": [
            {
                "name": pair.name.value,
                "before": pair.before.value if pair.before else None,
                "after": pair.after.value if pair.after else None,
            }
            for pair in found.tiers
        ],
        "money": [
            {"year": year, "payer": payer.value, "before": plain(Eur(before)), "after": plain(Eur(after))}
            for (year, payer), (before, after) in found.money.items()
        ],
        "neighbourhoods": [
            {
                "code": row.code,
                "before": row.before.placed if row.before else None,
                "after": row.after.placed if row.after else None,
                "gained": row.gained,
            }
            for row in found.coverage
        ],
        "moves": [_move_record(move, priced.get(move.candidate_id)) for move in found.moves],
        "text": list(_lines(case, found, priced, language)),
    }


def _move_record(move: Move, price: Avoided | None) -> dict[str, object]:
    told: dict[str, object] = {"candidate_id": move.candidate_id, "before": move.before, "after": move.after}
    if price is None:
        return told
    worse = price.worsened
    return {
        **told,
        "price": {
            "status": price.status.value,
            "worsened": worse.tier.value if worse else None,
            "differences": {change.tier.value: change.difference for change in price.changes},
        },
    }
