"""Prices, the Kompass and the value of posts as sentences, built from codes."""

from collections.abc import Iterator

from planner.domain import Case, Status, Tier
from planner.explain.difference import Move, TierChange
from planner.explain.kompass import Kind, Kompass, Mark
from planner.explain.posts import PostValue
from planner.explain.price import Exact, Preview, Price
from planner.explain.ranking import Ranked, Ranking
from planner.explain.statement import Changed, Statement, Term, Value
from planner.messages import Language

MOVES_SHOWN = 12
"""Moves named one by one; of more than these only the number is said."""


def site_name(case: Case, site_id: str | None) -> str:
    """Return name and id of a site."""
    site = case.site_of.get(site_id or "")
    return f"{site.name} ({site.site_id})" if site else site_id or "–"


def price_lines(case: Case, price: Price) -> Iterator[Statement]:
    """Yield the sentences of a price."""
    names: dict[str, Value] = {"candidate": price.candidate_id, "site": site_name(case, price.site_id)}
    if price.preview is None:
        yield Statement("prices.refused", names)
        for refusal in price.refusals:
            if refusal.candidate_id != price.candidate_id:
                yield Statement("prices.refused_partner", {**names, "candidate": refusal.candidate_id})
            yield from (fact.fact for fact in refusal.rules)
        if not price.refusals:
            yield Statement("prices.refused_apart")
        return
    yield Statement("prices.pair", names)
    if price.placed:
        yield Statement("prices.placed")
        return
    yield preview_line(price.preview)
    if price.exact is not None:
        yield from exact_lines(case, price.exact, price.candidate_id)


def preview_line(preview: Preview) -> Statement:
    """Return what is known without solving."""
    if preview.tier is None:
        return Statement("prices.preview_none")
    least = Changed(preview.tier, preview.least, sign=False)
    return Statement.of("prices.preview_some", tier=Term(f"tier.{preview.tier}"), least=least)


def exact_lines(case: Case, exact: Exact, candidate_id: str) -> Iterator[Statement]:
    """Yield the change of every aim and who else moves."""
    if not exact.changes:
        yield Statement("prices.exact_impossible" if exact.status is Status.INFEASIBLE else "prices.exact_open")
        return
    changes = change_values(exact.changes)
    yield Statement.of("prices.exact_some", changes=changes) if changes else Statement("prices.exact_none")
    if exact.status is not Status.OPTIMAL:
        yield Statement("prices.not_proven")
    yield moves_line(case, [m for m in exact.moves if m.candidate_id != candidate_id])


def change_values(changes: tuple[TierChange, ...]) -> tuple[Value, ...]:
    """Return the aims above the lot that change, each with its difference."""
    return tuple(
        Statement.of("prices.change", tier=Term(f"tier.{c.tier}"), difference=Changed(c.tier, c.difference))
        for c in changes
        if c.difference and c.tier is not Tier.LOT
    )


def moves_line(case: Case, moves: list[Move]) -> Statement:
    """Return who is placed differently."""
    if not moves:
        return Statement("prices.nobody_moves")
    named: tuple[Value, ...] = tuple(_move(case, move) for move in moves[:MOVES_SHOWN])
    return Statement.of("prices.others_move", number=len(moves), moves=named + (("…",) if moves[MOVES_SHOWN:] else ()))


def _move(case: Case, move: Move) -> Statement:
    code = "prices.gains" if move.before is None else "prices.loses" if move.after is None else "prices.moves"
    return Statement.of(
        code,
        candidate=move.candidate_id,
        from_site=site_name(case, move.before),
        to_site=site_name(case, move.after),
    )


def ranked_lines(case: Case, row: Ranked) -> Iterator[Statement]:
    """Yield the sentences of one pair of a ranking."""
    price = row.price
    yield Statement.of(
        "prices.ranked",
        candidate=price.candidate_id,
        site=site_name(case, price.site_id),
        quality=row.quality,
        minutes=row.minutes,
    )
    if price.placed:
        yield Statement("prices.placed")
    elif price.exact is not None:
        yield from exact_lines(case, price.exact, price.candidate_id)
    elif price.preview is not None:
        yield preview_line(price.preview)


def ranking_head(case: Case, ranking: Ranking, subject: str, *, ranks_sites: bool) -> Iterator[Statement]:
    """Yield what a ranking is about: a candidate's sites, or the people for a site or a neighbourhood."""
    if ranks_sites and not ranking.possible:
        yield Statement.of("prices.no_site", candidate=subject)
    elif ranks_sites:
        yield Statement.of("prices.sites_of", candidate=subject, number=ranking.possible)
    else:
        place = case.neighbourhood_of.get(subject)
        where = site_name(case, subject) if subject in case.site_of or place is None else place.name
        yield Statement.of("prices.people_for", site=where, number=ranking.possible)


def ranking_end(ranking: Ranking, shown: int) -> Iterator[Statement]:
    """Yield what is to be said after the first pairs of a ranking."""
    if ranking.complete and ranking.possible:
        yield Statement("prices.complete")
    if (more := ranking.possible - min(shown, len(ranking.pairs))) > 0:
        yield Statement.of("prices.and_more", number=more)


def kompass_lines(found: Kompass) -> Iterator[Statement]:
    """Yield the count over the plan."""
    counts = {kind.value: found.count(kind) for kind in Kind}
    open_marks = counts.pop(Kind.OPEN.value)
    yield Statement("prices.kompass", {"number": len(found.marks), **counts})
    if open_marks:
        yield Statement.of("prices.kompass_open", number=open_marks)
    if unsolved := len(found.marks) - found.solved - open_marks:
        yield Statement.of("prices.kompass_unsolved", number=unsolved)


def mark_line(case: Case, mark: Mark) -> Statement:
    """Return the mark of a placement with its reason."""
    names: dict[str, Value] = {"candidate": mark.candidate_id, "site": site_name(case, mark.site_id)}
    if mark.kind is not Kind.PRICED:
        return Statement(f"prices.{mark.kind}", names)
    if mark.changes is not None:
        return Statement("prices.priced", {**names, "changes": change_values(mark.changes)})
    if mark.tier is not None:
        return Statement("prices.priced_tier", {**names, "tier": Term(f"tier.{mark.tier}")})
    return Statement("prices.priced_least", names)


def value_line(case: Case, value: PostValue) -> Statement:
    """Return what one more post in a quarter is worth."""
    place = case.neighbourhood_of[value.code].name
    if value.exact is None:
        tier = Term(f"tier.{Tier.COVERAGE}")
        return Statement.of(
            "prices.value_preview", place=place, tier=tier, difference=Changed(Tier.COVERAGE, value.estimate)
        )
    open_or_nothing = Term("prices.value_nothing" if value.exact.changes else "prices.value_open")
    changes = change_values(value.exact.changes) or (open_or_nothing,)
    if value.site_id is None:
        return Statement.of("prices.value_new", place=place, changes=changes)
    return Statement.of("prices.value", place=place, site=site_name(case, value.site_id), changes=changes)


def value_note() -> Statement:
    """Return what is assumed of each post."""
    return Statement("prices.value_assumed")


def sentences(lines: Iterator[Statement], language: Language) -> list[str]:
    """Return statements as people read them."""
    return [line.text(language) for line in lines]
