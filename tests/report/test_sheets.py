"""What the tables of a plan hold."""

from dataclasses import replace

from planner.domain import Payer
from planner.report.sheets import Kind, placements_sheet
from tests.report.example import make_case, make_plan


def test_costs_over_the_whole_contract_are_the_sums_of_the_years():
    """Without years a payer has one column, and nothing is lost."""
    case = make_case()
    plan = make_plan(case)
    first = plan.placements[0]
    costs = {**first.costs, (2028, Payer.CITY): 200, (2029, Payer.CITY): 300}
    plan = replace(plan, placements=(replace(first, costs=costs), *plan.placements[1:]))
    yearly, summed = (placements_sheet(case, plan, "en", yearly=each) for each in (True, False))

    def money(sheet):
        at = [number for number, column in enumerate(sheet.columns) if column.kind is Kind.EURO]
        return [sum(row[number] for number in at) for row in sheet.rows], len(at)

    assert money(yearly)[0] == money(summed)[0]
    assert money(yearly)[1] > money(summed)[1] == len({payer for p in plan.placements for _, payer in p.costs})
