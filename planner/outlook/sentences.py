"""The cliffs of a plan in words."""

from collections.abc import Iterable

from planner.messages import Language, text
from planner.messages.written import euros, month, number, percent
from planner.outlook.cliffs import Cliff, CliffKind


def cliff_sentences(cliffs: Iterable[Cliff], language: Language) -> tuple[str, ...]:
    """Return one sentence per cliff, or the one that says there is none."""
    found = tuple(_sentence(cliff, language) for cliff in cliffs)
    return found or (text("outlook.no_cliff", language),)


def _sentence(cliff: Cliff, language: Language) -> str:
    code = f"outlook.cliff.{cliff.kind}"
    if cliff.kind is CliffKind.STEP and cliff.cents < 0:
        code = "outlook.cliff.step_cheaper"
    if cliff.kind is CliffKind.END and cliff.cents > 0:
        code = "outlook.cliff.end_dearer"
    values = {
        "month": month(cliff.day, language),
        "n": number(cliff.placements, language),
        "amount": euros(abs(cliff.cents), language),
        "share": "" if cliff.step is None else percent(float(cliff.step), language),
    }
    return text(code, language, values)
