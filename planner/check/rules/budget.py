"""What each payer has in each year suffices."""

from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject


@rule("budget")
def budget(subject: Subject) -> Iterator[Params]:
    """No payer spends more in a calendar year than its budget, all months of all placements counted."""
    for payer, years in subject.case.scenario.budget.items():
        for year, cents in sorted(years.items()):
            spent = subject.costs.get((year, payer), 0)
            if spent > cents:
                yield {"payer": payer.value, "year": year, "cents": spent, "budget": cents}
