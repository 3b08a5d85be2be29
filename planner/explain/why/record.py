"""An explanation for programs: numbers under fixed names, and the sentences beside them."""

from collections.abc import Mapping, Sequence

from planner.domain import Case
from planner.explain.statement import plain
from planner.explain.why.forced import Forced
from planner.explain.why.placed import WhyPlaced
from planner.explain.why.smallest import Search
from planner.explain.why.unplaced import WhyUnplaced
from planner.explain.why.words import Section, Under, sections
from planner.messages import Language

Record = Mapping[str, object]


def record(case: Case, result: WhyPlaced | WhyUnplaced, language: Language) -> Record:
    """Return an explanation as JSON knows it."""
    known = _placed(result) if isinstance(result, WhyPlaced) else _unplaced(result, language)
    made = section_records(sections(case, result), language)
    return {"candidate_id": result.candidate_id, **known, "sections": made}


def section_records(made: Sequence[Section], language: Language) -> list[Record]:
    """Return sections with code, values and sentence of each line."""
    return [
        {
            "head": section.head.as_dict(language),
            "lines": [(line.fact if isinstance(line, Under) else line).as_dict(language) for line in section.lines],
        }
        for section in made
    ]


def placed_record(why: WhyPlaced) -> Record:
    """Return the numbers behind a placement."""
    mark = why.mark
    return {
        "site_id": why.placement.site_id,
        "quality": why.pair.quality,
        "parts": {part.name: part.points for part in why.parts},
        "rules": [{"reason": rule.reason.value, "met": rule.met} for rule in why.rules],
        "adds": {addition.tier.value: addition.amount for addition in why.adds},
        "marks": list(why.placement.marks),
        "kompass": None if mark is None else {"kind": mark.kind.value, "tier": plain(mark.tier), "amount": mark.least},
    }


def _placed(why: WhyPlaced) -> Record:
    return {"status": "placed", **placed_record(why)}


def _unplaced(why: WhyUnplaced, language: Language) -> Record:
    return {
        "status": "unplaced",
        "reason": why.reason,
        "eligibility": why.assessment.status.value,
        "possible_sites": why.possible,
        "near_misses": [
            {
                "reason": group.reason.value,
                "sites": group.sites,
                "nearest": [{"site_id": near.site_id, "amount": near.amount} for near in group.nearest],
            }
            for group in why.misses.groups
        ],
        "scarce": [{"rule": known.rule, "sites": known.sites} for known in why.scarce],
        "forced": None if why.forced is None else _forced(why.forced),
        "changes": None if why.search is None else _search(why.search, language),
    }


def _forced(forced: Forced) -> Record:
    return {
        "status": forced.status.value,
        "site_id": None if forced.placement is None else forced.placement.site_id,
        "worsened": plain(forced.worsened),
        "differences": {change.tier.value: change.difference for change in forced.changes},
        "moves": [{"candidate_id": m.candidate_id, "from": m.before, "to": m.after} for m in forced.moves],
    }


def _search(search: Search, language: Language) -> Record:
    return {
        "complete": search.complete,
        "found": [
            {
                "kind": change.kind,
                "amount": change.amount,
                "site_id": change.placement.site_id,
                "text": change.fact.text(language),
                "least": change.least,
                "one_less": None if change.less is None else change.less.text(language),
            }
            for change in search.changes
        ],
        "in_vain": [fact.text(language) for fact in search.in_vain],
        "unsettled": [fact.text(language) for fact in search.unsettled],
    }
