"""The page "Situation": the city in four figures, one map and one table, nobody recognisable."""

from planner.store import Role
from planner.ui.bench import open_bench
from planner.ui.situation import show_situation
from planner.ui.tour import offer_tour

bench = open_bench("Situation", Role.LEADERSHIP)
if bench is not None:
    offer_tour("situation", bench.words)
    show_situation(bench)
