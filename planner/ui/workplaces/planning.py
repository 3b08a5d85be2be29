"""The page "Planning": make a scenario from another, solve it, look at plans, compare and weigh them."""

from functools import partial

from planner.store import Role
from planner.ui.bench import open_bench
from planner.ui.planning import (
    TABS,
    compare,
    first_steps,
    import_sites,
    leeway,
    plans,
    runs,
    scenario_editor,
    tradeoffs,
)
from planner.ui.tabs import lazy_tabs
from planner.ui.tour import offer_tour

bench = open_bench("Planning", Role.PLANNER)
if bench is not None:
    offer_tour("planning", bench.words)
    words = bench.words
    first_steps(bench)
    runs(bench)
    lazy_tabs(
        (
            (words("Scenario"), partial(scenario_editor, bench)),
            (words("Plans"), partial(plans, bench)),
            (words("Comparison"), partial(compare, bench)),
            (words("Trade-offs"), partial(tradeoffs, bench)),
            (words("Leeway"), partial(leeway, bench)),
            (words("Places"), partial(import_sites, bench)),
        ),
        words,
        key=TABS,
    )
