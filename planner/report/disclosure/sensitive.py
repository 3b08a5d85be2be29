"""Which cells must not be recognised: small groups, and zeros that tell something about a group."""

from planner.report.disclosure.rules import Rules
from planner.report.disclosure.table import Cell, Table


def sensitive(table: Table, rules: Rules) -> frozenset[Cell]:
    """Return the cells whose true count nobody may learn; public cells are none.

    A count of 1 to k − 1 is a small group. A zero is unsafe where it tells something about people who are there: beside
    a small total it says what each of them is not, and where one part holds everybody, it says what each of them is
    (group disclosure: Hundepool et al., *Statistical Disclosure Control*, Wiley 2012, chapter 5). It is safe where
    nobody is there at all, or at least k people are, in at least two parts.
    """
    totals = table.totals
    found = {cell for cell, count in totals.items() if rules.small(count)}
    for line in table.lines:
        people = totals[line.total]
        telling = rules.small(people) or sum(totals[part] > 0 for part in line.parts) == 1
        if people and telling:
            found |= {part for part in line.parts if not totals[part]}
    return frozenset(found - table.public)
