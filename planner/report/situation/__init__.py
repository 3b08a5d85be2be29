"""The city as leadership may see it: posts, which are public, and people only behind disclosure control."""

from planner.report.situation.counting import (
    EARLY,
    EVERYBODY,
    FULL,
    GRANT,
    PLACED,
    UNPLACED,
    Money,
    contracts_table,
    people_table,
    rounded_money,
)
from planner.report.situation.deciding import open_questions
from planner.report.situation.equity import Equity, equity
from planner.report.situation.facts import Quarter, Situation, StepDay, quarters_of
from planner.report.situation.figures import Figure, figures
from planner.report.situation.sentences import sentences
from planner.report.situation.shading import DIFFERENCE, OCCUPIED, RUNNING, Shading, difference, occupied, running
from planner.report.situation.tables import equity_sheets, money_sheet, people_sheet, quarters_sheet

__all__ = [
    "DIFFERENCE",
    "EARLY",
    "EVERYBODY",
    "FULL",
    "GRANT",
    "OCCUPIED",
    "PLACED",
    "RUNNING",
    "UNPLACED",
    "Equity",
    "Figure",
    "Money",
    "Quarter",
    "Shading",
    "Situation",
    "StepDay",
    "contracts_table",
    "difference",
    "equity",
    "equity_sheets",
    "figures",
    "money_sheet",
    "occupied",
    "open_questions",
    "people_sheet",
    "people_table",
    "quarters_of",
    "quarters_sheet",
    "rounded_money",
    "running",
    "sentences",
]
