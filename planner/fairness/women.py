"""Women's share of the placements, held against their share of the unemployed (§ 1 Abs. 2 Nr. 4 SGB III)."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planner.fairness.rates import Rate, below
from planner.settings import data_dir

_COLUMNS = frozenset({"sex", "gender", "geschlecht"})
_NAMES = frozenset({"f", "w", "female", "woman", "women", "weiblich", "frau", "frauen"})
_WORD = re.compile(r"[a-zäöüß]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """A share that an outcome is held against, from 0 to 1, and where it was read.

    Parameters
    ----------
    confirmed
        Whether it is the right one for the present day; otherwise it is shown as an assumption.
    """

    share: Decimal
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class WomenShare:
    """Women among the people placed.

    Parameters
    ----------
    found
        Women among the placed; ``None`` where it is withheld.
    p
        How often chance alone leaves so few, had every place gone to a woman with the probability of the reference.
    """

    column: str
    group: str
    found: Rate | None
    reference: Reference
    p: float | None


def women_share(column: str, group: str, found: Rate | None, reference: Reference) -> WomenShare:
    """Return women's share beside the one it is held against."""
    return WomenShare(column, group, found, reference, below(found, float(reference.share)) if found else None)


def reference_of(day: date) -> Reference:
    """Return the share that ``data/monitoring.toml`` gives for a day: the latest that is not later."""
    content = tomllib.loads((data_dir() / "monitoring.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    values = sorted(content["women_share"]["values"], key=lambda value: value["from"])
    value = [one for one in values if one["from"] <= day][-1:] or values[:1]
    return Reference(Decimal(value[0]["value"]) / 100, value[0]["source"], value[0]["confirmed"])


def is_women(column: str, group: str) -> bool:
    """Return whether a group of a column is that of the women, by the words of their names."""
    return bool(_COLUMNS & set(_WORD.findall(column.casefold()))) and group.casefold() in _NAMES


def women_among(column: str, groups: Iterable[str]) -> str | None:
    """Return the group of the women, ``None`` where no single one is named so."""
    found = [group for group in groups if is_women(column, group)]
    return found[0] if len(found) == 1 else None
