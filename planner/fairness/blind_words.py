"""The blind probe in sentences, and as a record for programs."""

from collections.abc import Iterator, Mapping

from planner.fairness.blind import Blindness, Probe
from planner.messages import Language, text


def sentences(result: Blindness, language: Language) -> tuple[str, ...]:
    """Return the outcome, every probe, and what all of it does not show."""
    return (_outcome(result, language), *_details(result, language), text("blind.proxies", language))


def probe_words(probe: Probe, language: Language) -> str:
    """Return one probe and its outcome."""
    change = text(f"blind.change.{probe.change}", language)
    if probe.same:
        return text("blind.same", language, {"change": change})
    if not probe.seen:
        return text("blind.open", language, {"change": change})
    parts = {"case": probe.case, "pairs": probe.pairs, "plan": probe.plan is not False}
    named = ", ".join(text(f"blind.part.{name}", language) for name, same in parts.items() if not same)
    return text("blind.seen", language, {"change": change, "parts": named, "moved": probe.moved})


def blind_data(result: Blindness, language: Language) -> Mapping[str, object]:
    """Return the probe for programs."""
    return {
        "blind": result.blind,
        "proven": result.proven,
        "complete": result.complete,
        "case_hash": result.case_hash,
        "plan_status": result.status.value,
        "groups": list(result.groups),
        "groups_invented": result.invented,
        "probes": [
            {
                "change": probe.change.value,
                "turn": probe.turn,
                "case_same": probe.case,
                "pairs_same": probe.pairs,
                "plan_same": probe.plan,
                "moved": probe.moved,
                "text": probe_words(probe, language),
            }
            for probe in result.probes
        ],
        "refused": dict(result.refused),
        "text": list(sentences(result, language)),
    }


def _outcome(result: Blindness, language: Language) -> str:
    if result.proven:
        return text("blind.proven", language, {"number": len(result.probes)})
    return text("blind.held" if result.blind else "blind.not_blind", language)


def _details(result: Blindness, language: Language) -> Iterator[str]:
    if not result.complete:
        yield text("blind.incomplete", language)
    yield from (probe_words(probe, language) for probe in result.probes)
    for code, held in (("blind.refused", True), ("blind.not_refused", False)):
        if named := [name for name, refused in result.refused.items() if refused is held]:
            yield text(code, language, {"columns": ", ".join(named)})
    if result.invented:
        yield text("blind.invented", language)
    else:
        yield text("blind.groups", language, {"columns": ", ".join(result.groups)})
