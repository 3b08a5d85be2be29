"""A conflict of rules in words."""

from decimal import Decimal

from planner.domain import Conflict
from planner.messages import Language, text

_RELIEF = {"budget": "money", "pin": "decision", "accepted": "decision", "started": "decision"}


def conflict_text(conflict: Conflict, language: Language) -> str:
    """Return one rule of a conflict as a sentence; failed tests and tandems are named where there are any."""
    params = dict(conflict.params)
    if conflict.rule == "budget":
        params["eur"] = _eur(int(params["cents"]), 0 if int(params["cents"]) % 100 == 0 else 2, language)
        params["payer"] = text(f"payer.{params['payer']}", language)
    sentence = text(f"conflict.{conflict.rule}", language, params)
    for bound in ("at_least", "at_most"):
        if conflict.rule == "limit" and bound in params:
            sentence += " " + text(f"conflict.limit.{bound}", language, params)
    if params.get("tandem"):
        sentence += " " + text("conflict.also.tandem", language, params)
    if params.get("reasons"):
        named = ", ".join(text(f"reason.{code}", language) for code in str(params["reasons"]).split(";"))
        sentence += " " + text("conflict.also.reasons", language, {"reasons": named})
    if "relax_by" in params:
        more = {"number": params["relax_by"], "eur": _eur(int(params["relax_by"]), 2, language)}
        sentence += " " + text(f"conflict.relief.{_RELIEF.get(conflict.rule, 'number')}", language, more)
    return sentence


def _eur(cents: int, places: int, language: Language) -> str:
    """Return cents as EUR, as money is written in the language."""
    written = f"{Decimal(cents) / 100:,.{places}f}"
    return written.translate(str.maketrans(",.", ".,")) if language == "de" else written
