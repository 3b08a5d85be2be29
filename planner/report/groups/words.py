"""Groups side by side in sentences, and as records for programs. Everything here may be shown."""

from collections.abc import Iterator, Mapping
from itertools import chain

from planner.fairness import EVERYBODY, NOT_STATED, Barrier, Gap, Rate, WomenShare
from planner.messages import Language, text
from planner.messages.written import number, percent
from planner.report.disclosure import ROUNDING
from planner.report.groups.audit import GroupAudit, RequirementRow
from planner.report.groups.pooled import OTHERS

SIGNIFICANT = 0.05
"""Gaps with a smaller p-value are told in a sentence; the tables have all of them."""

_NAMES = {EVERYBODY: "groups.everybody", NOT_STATED: "groups.not_stated", OTHERS: "groups.others"}


def group_name(group: str, language: Language) -> str:
    """Return a group as it is read."""
    return text(_NAMES[group], language) if group in _NAMES else group


def audit_words(audit: GroupAudit, women: WomenShare | None, language: Language) -> tuple[str, ...]:
    """Return what the comparison says, and what it does not."""
    return (*_gaps(audit, language), *_barriers(audit, language), *_women(women, language), *_notes(audit, language))


def audit_data(audit: GroupAudit, women: WomenShare | None, language: Language) -> Mapping[str, object]:
    """Return the comparison for programs; ``None`` is withheld."""
    return {
        "column": audit.column,
        "threshold": audit.rules.threshold,
        "groups": [
            {"group": name, **{stage.name.lower(): shown.value for stage, shown in audit.counts[name].items()}}
            for name in (EVERYBODY, *audit.names)
        ],
        "gaps": [
            {"group": g.group, "measure": g.measure.value, "rate": _rate(g.found), "others": _rate(g.others), "p": g.p}
            for g in audit.gaps
        ],
        "requirements": [_requirement(row) for row in audit.requirements],
        "women": _women_data(women),
        "text": list(audit_words(audit, women, language)),
    }


def _gaps(audit: GroupAudit, language: Language) -> Iterator[str]:
    if len(audit.names) < 2:
        yield text("groups.one", language)
        return
    tested = [gap for gap in audit.gaps if gap.p is not None]
    clear = [gap for gap in tested if gap.p is not None and gap.p < SIGNIFICANT]
    for gap in _once(clear, audit):
        yield _gap(gap, language)
    if not tested:
        yield text("groups.unknown_gaps", language)
    elif not clear:
        yield text("groups.no_gap", language, {"p": _p(SIGNIFICANT, language)})


def _once(clear: list[Gap], audit: GroupAudit) -> Iterator[Gap]:
    """Yield each difference once: of two groups, that of the one that comes off worse."""
    for gap in clear:
        two = len(audit.names) == 2 and gap.found is not None and gap.others is not None
        if not two or (gap.found is not None and gap.others is not None and gap.found.share < gap.others.share):
            yield gap


def _gap(gap: Gap, language: Language) -> str:
    found, others = gap.found, gap.others
    if found is None or others is None or gap.p is None:
        raise ValueError("only gaps that may be shown are told")
    values = {
        "group": group_name(gap.group, language),
        "measure": text(f"groups.measure.{gap.measure}", language),
        "share": percent(found.share, language),
        "low": percent(found.low, language),
        "high": percent(found.high, language),
        "others": percent(others.share, language),
        "p": _p(gap.p, language),
    }
    return text("groups.gap", language, values)


def _barriers(audit: GroupAudit, language: Language) -> Iterator[str]:
    shown = list(chain.from_iterable(row.opens for row in audit.requirements))
    clear = [one for one in shown if one.p is not None and one.p < SIGNIFICANT and one.closes > 0]
    for one in sorted(clear, key=lambda barrier: -barrier.closes):
        yield _barrier(one, language)
    if shown and not clear:
        yield text("groups.no_barrier", language)
    for row in audit.requirements:
        yield from _weighing(row, audit, language)


def _barrier(one: Barrier, language: Language) -> str:
    values = {
        "requirement": text(f"reason.{one.reason}", language),
        "share": percent(one.found.share, language),
        "group": group_name(one.group, language),
        "others": percent(one.others.share, language),
        "points": number(100 * one.closes, language, 1),
        "p": _p(one.p or 0.0, language),
    }
    return text("groups.barrier", language, values)


_HEAVIER = 50
"""Per mille of all pairs by which a requirement must weigh on a group above the average to be told in a sentence."""


def _weighing(row: RequirementRow, audit: GroupAudit, language: Language) -> Iterator[str]:
    """Yield the groups to whom a requirement refuses clearly more pairs than to everybody on average."""
    average = row.refuses[EVERYBODY]
    for name in audit.names:
        share = row.refuses[name]
        if average is not None and share is not None and share - average >= _HEAVIER:
            values = {
                "requirement": text(f"reason.{row.reason}", language),
                "group": group_name(name, language),
                "share": percent(share / 1000, language),
                "average": percent(average / 1000, language),
            }
            yield text("groups.weighs", language, values)


def _women(women: WomenShare | None, language: Language) -> Iterator[str]:
    if women is None:
        return
    if women.found is None or women.p is None:
        yield text("groups.women_withheld", language)
        return
    values = {
        "share": percent(women.found.share, language),
        "low": percent(women.found.low, language),
        "high": percent(women.found.high, language),
        "reference": percent(women.reference.share, language, 1),
        "source": women.reference.source,
    }
    yield text("groups.women_share", language, values)
    code = "groups.women_below" if women.p < SIGNIFICANT else "groups.women_within"
    yield text(code, language, {"p": _p(women.p, language)})
    if not women.reference.confirmed:
        yield text("groups.women_unconfirmed", language)


def _notes(audit: GroupAudit, language: Language) -> Iterator[str]:
    yield text("groups.note.proxies", language)
    rules = {"threshold": audit.rules.threshold, "rounding": ROUNDING, "denominator": audit.rules.denominator}
    yield text("groups.note.withheld", language, rules)
    yield text("groups.note.forgotten", language)


def _p(value: float, language: Language) -> str:
    return f"{number(value, language, 3, 3)}" if value >= 0.001 else f"< {number(0.001, language, 3, 3)}"


def _rate(found: Rate | None) -> Mapping[str, float] | None:
    if found is None:
        return None
    return {"share": round(found.share, 4), "low": round(found.low, 4), "high": round(found.high, 4)}


def _requirement(row: RequirementRow) -> Mapping[str, object]:
    return {
        "reason": row.reason.value,
        "refuses_per_mille": dict(row.refuses),
        "alone_per_mille": dict(row.alone),
        "opens": [
            {
                "group": b.group,
                "rate": _rate(b.found),
                "others": _rate(b.others),
                "closes": round(b.closes, 4),
                "p": b.p,
            }
            for b in row.opens
        ],
    }


def _women_data(women: WomenShare | None) -> Mapping[str, object] | None:
    if women is None:
        return None
    return {
        "group": women.group,
        "of_placed": _rate(women.found),
        "reference": float(women.reference.share),
        "source": women.reference.source,
        "confirmed": women.reference.confirmed,
        "p": women.p,
    }
