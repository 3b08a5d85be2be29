"""Envy and its reasons in sentences, and as records for programs."""

from collections import Counter
from collections.abc import Iterator, Mapping

from planner.domain import Conflict
from planner.fairness.envy import Envy
from planner.fairness.grounds import Cause, Ground
from planner.fairness.justified import EnvyReport
from planner.messages import Language, text
from planner.messages.written import day, number

DECIDED = frozenset({"pin", "accepted", "started"})
"""Rules that are somebody's decision; cases of envy that rest on one are counted, not told one by one."""


def sentences(report: EnvyReport, language: Language) -> tuple[str, ...]:
    """Return the list of envy as it is read: how often and why, then every case that no decision settles."""
    if not report.grounds:
        return (text("envy.nobody", language),)
    return (*_summary(report, language), *_told(report, language))


def claim_words(envy: Envy, ground: Ground, language: Language) -> str:
    """Return one case of envy with its reason."""
    own = {"own_site": envy.own_site or "", "own_quality": envy.own_quality or 0}
    known = "" if envy.since else "_bare"
    since = day(envy.since, language) if envy.since else ""
    code = f"envy.who_{'placed' if envy.own_site else 'unplaced'}{known}"
    who = text(code, language, {"candidate": envy.candidate_id, "since": since, **own})
    values = {
        "who": who,
        "quality": envy.quality,
        "site": envy.site_id,
        "holder": envy.holder_id,
        "holder_quality": envy.holder_quality,
    }
    return f"{text('envy.claim', language, values)} {ground_words(ground, language)}"


def ground_words(ground: Ground, language: Language) -> str:
    """Return the reason as a sentence."""
    values = {
        "amount": number(ground.amount, language),
        "tier": text(f"tier.{ground.tier}", language) if ground.tier else "",
        "rules": _rules(ground, language),
    }
    match ground:
        case Ground(cause=Cause.TIER, exact=False):
            return text("envy.why.preview", language, values)
        case Ground(cause=Cause.NONE, exact=False):
            return text("envy.why.none_open", language)
        case Ground(cause=Cause.NONE, amount=amount) if amount < 0:
            return text("envy.why.none_better", language, {**values, "amount": number(-amount, language)})
        case Ground(cause=Cause.NONE, tier=tier) if tier is not None:
            return text("envy.why.none_lower", language, values)
    return text(f"envy.why.{ground.cause}", language, values)


def envy_data(report: EnvyReport, language: Language) -> Mapping[str, object]:
    """Return the list of envy for programs: every case, also those that a decision settles."""
    return {
        "number": len(report.grounds),
        "exact": report.exact,
        "count": {cause.value: amount for cause, amount in report.count.items()},
        "envy": [_record(envy, ground, language) for envy, ground in report.grounds.items()],
        "text": list(sentences(report, language)),
    }


def _summary(report: EnvyReport, language: Language) -> Iterator[str]:
    people = len({envy.candidate_id for envy in report.grounds})
    yield text("envy.head", language, {"number": len(report.grounds), "people": people})
    for cause, amount in report.count.items():
        if amount:
            rules = f" ({_by_rule(report, language)})" if cause is Cause.RULE else ""
            yield text(f"envy.count.{cause}", language, {"number": amount}) + rules
    previews = sum(not ground.exact and ground.cause is Cause.TIER for ground in report.grounds.values())
    if previews:
        yield text("envy.preview", language, {"number": previews})
    if report.clean:
        yield text("envy.clean", language)


def _told(report: EnvyReport, language: Language) -> Iterator[str]:
    """Tell what no decision settles, cases without a reason first."""
    left = [(e, g) for e, g in report.grounds.items() if not {rule.rule for rule in g.rules} & DECIDED]
    left.sort(key=lambda case: case[1].cause is not Cause.NONE)
    return (claim_words(envy, ground, language) for envy, ground in left)


def _by_rule(report: EnvyReport, language: Language) -> str:
    grounds = (ground for ground in report.grounds.values() if ground.cause is Cause.RULE)
    found = Counter(" + ".join(sorted({_rule(rule, language) for rule in g.rules})) or "" for g in grounds)
    unknown = text("envy.rule.unknown", language)
    return "; ".join(
        text("envy.rule_count", language, {"number": amount, "rule": rule or unknown})
        for rule, amount in found.most_common()
    )


def _rules(ground: Ground, language: Language) -> str:
    named = [_rule(rule, language) + _about(rule, language) for rule in ground.rules]
    return ", ".join(dict.fromkeys(named)) or text("envy.rule.unknown", language)


def _rule(rule: Conflict, language: Language) -> str:
    return text(f"envy.rule.{rule.rule}", language)


def _about(rule: Conflict, language: Language) -> str:
    match rule.params:
        case {"payer": payer, "year": year}:
            return f" ({text(f'payer.{payer}', language)} {year})"
        case {"name": name}:
            return f" “{name}”" if language == "en" else f" „{name}“"
        case {"candidate_id": candidate, "site_id": site}:
            return f" ({candidate}, {site})"
        case {"site_id": only} | {"candidate_id": only}:
            return f" ({only})"
    return ""


def _record(envy: Envy, ground: Ground, language: Language) -> Mapping[str, object]:
    return {
        "candidate_id": envy.candidate_id,
        "site_id": envy.site_id,
        "holder_id": envy.holder_id,
        "quality": envy.quality,
        "holder_quality": envy.holder_quality,
        "own_site": envy.own_site,
        "own_quality": envy.own_quality,
        "waiting_since": envy.since.isoformat() if envy.since else None,
        "holder_waiting_since": envy.holder_since.isoformat() if envy.holder_since else None,
        "cause": ground.cause.value,
        "exact": ground.exact,
        "tier": ground.tier.value if ground.tier else None,
        "amount": ground.amount,
        "rules": [{"rule": rule.rule, **rule.params} for rule in ground.rules],
        "text": claim_words(envy, ground, language),
    }
