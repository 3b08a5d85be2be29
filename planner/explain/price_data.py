"""Prices, the Kompass and the value of posts as plain records for programs."""

from collections.abc import Mapping

from planner.explain.difference import Move, TierChange
from planner.explain.kompass import Kind, Kompass, Mark
from planner.explain.posts import PostValue
from planner.explain.price import Exact, Preview, Price
from planner.explain.ranking import Ranking
from planner.messages import Language

Record = Mapping[str, object]


def price_data(price: Price, language: Language) -> Record:
    """Return a price; ``refused`` is empty where the pair is possible."""
    return {
        "candidate_id": price.candidate_id,
        "site_id": price.site_id,
        "possible": price.possible,
        "placed": price.placed,
        "refused": [
            {"candidate_id": r.candidate_id, "rules": [rule.fact.as_dict(language) for rule in r.rules]}
            for r in price.refusals
        ],
        "preview": _preview(price.preview),
        "exact": _exact(price.exact),
    }


def _preview(preview: Preview | None) -> Record | None:
    if preview is None:
        return None
    return {"tier": preview.tier.value if preview.tier else None, "at_least": preview.least}


def _exact(exact: Exact | None) -> Record | None:
    if exact is None:
        return None
    worse = exact.worsened
    return {
        "status": exact.status.value,
        "worsened": worse.tier.value if worse else None,
        "tiers": [change_data(change) for change in exact.changes],
        "moves": [move_data(move) for move in exact.moves],
    }


def change_data(change: TierChange) -> Record:
    """Return the change of a tier."""
    return {
        "tier": change.tier.value,
        "plan": change.plan,
        "other": change.other,
        "difference": change.difference,
        "proven": change.proven,
    }


def move_data(move: Move) -> Record:
    """Return a move; ``null`` stands for no placement."""
    return {"candidate_id": move.candidate_id, "from": move.before, "to": move.after}


def ranking_data(ranking: Ranking, language: Language) -> Record:
    """Return a ranking."""
    return {
        "possible": ranking.possible,
        "complete": ranking.complete,
        "pairs": [
            {**price_data(row.price, language), "quality": row.quality, "minutes": row.minutes} for row in ranking.pairs
        ],
    }


def kompass_data(found: Kompass) -> Record:
    """Return the counts and the mark of every placement, with the plan that shows it where there is one."""
    return {
        "count": {kind.value: found.count(kind) for kind in Kind},
        "solved": found.solved,
        "marks": [_mark(mark) for mark in found.marks],
    }


def _mark(mark: Mark) -> Record:
    return {
        "candidate_id": mark.candidate_id,
        "site_id": mark.site_id,
        "mark": mark.kind.value,
        "tier": mark.tier.value if mark.tier else None,
        "at_least": mark.least,
        "tiers": None if mark.changes is None else [change_data(change) for change in mark.changes],
        "witness": None if mark.witness is None else [list(pair) for pair in mark.witness],
    }


def value_data(value: PostValue) -> Record:
    """Return the value of one more post in a quarter."""
    allowed = None if value.at_most is None else {"tier": value.at_most[0].value, "at_most": value.at_most[1]}
    exact = value.exact
    return {
        "neighbourhood": value.code,
        "site_id": value.site_id,
        "estimate": value.estimate,
        "preview": allowed,
        "exact": None
        if exact is None
        else {
            "status": exact.status.value,
            "tiers": [change_data(change) for change in exact.changes],
            "moves": [move_data(move) for move in exact.moves],
        },
    }
