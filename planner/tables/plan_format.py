"""The files and columns of a plan folder, for its writer and its reader."""

from planner.domain import Payer

PLACEMENTS = ("candidate_id", "site_id", "neighbourhood", "start", "hours", "minutes", "quality", "marks")
UNPLACED = ("candidate_id", "reason", "text")
NEIGHBOURHOODS = ("code", "need", "target", "placed", "planned_posts")
LIMITS = ("name", "at_least", "at_most", "got", "short")
COSTS = ("year", "payer", "eur")

PLAN_FILES = frozenset(
    {
        "placements.csv",
        "unplaced.csv",
        "neighbourhoods.csv",
        "limits.csv",
        "costs.csv",
        "scenario.toml",
        "plan.json",
        "certificate.json",
    }
)


def cost_column(year: int, payer: Payer) -> str:
    """Return the name of a cost column, such as ``city_2027``."""
    return f"{payer.value}_{year}"


def cost_key(column: str) -> tuple[int, Payer] | None:
    """Return year and payer of a cost column, ``None`` for any other column."""
    payer, _, year = column.rpartition("_")
    known = payer in {p.value for p in Payer} and len(year) == 4 and year.isdecimal() and year.isascii()
    return (int(year), Payer(payer)) if known else None
