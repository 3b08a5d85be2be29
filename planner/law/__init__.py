"""The law by date: who can be funded, for how long, what it costs and who pays, each value with its source."""

from planner.law.assumptions import assumptions
from planner.law.contract import contract_months, months_by_person, months_by_site
from planner.law.eligibility import Assessment, Ground, assess
from planner.law.load import load_law
from planner.law.money import MonthAmounts, grant_step, wage_month
from planner.law.months import add_months
from planner.law.schedule import MAX_MONTHS, Schedule, placement_costs, wage_schedule
from planner.law.values import Law, Series, Version
from planner.law.wages import hourly_pay, minijob_limit, minimum_wage
from planner.law.work import commute_cap, measles_proof_needed

__all__ = [
    "MAX_MONTHS",
    "Assessment",
    "Ground",
    "Law",
    "MonthAmounts",
    "Schedule",
    "Series",
    "Version",
    "add_months",
    "assess",
    "assumptions",
    "commute_cap",
    "contract_months",
    "grant_step",
    "hourly_pay",
    "load_law",
    "measles_proof_needed",
    "minijob_limit",
    "minimum_wage",
    "months_by_person",
    "months_by_site",
    "placement_costs",
    "wage_month",
    "wage_schedule",
]
