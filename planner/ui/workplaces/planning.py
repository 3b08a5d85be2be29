"""The page "Planning": make a scenario from another, solve it, look at plans and compare two."""

import streamlit as st

from planner.store import Role
from planner.ui.bench import open_bench
from planner.ui.planning import compare, import_sites, plans, runs, scenario_editor, tradeoffs

bench = open_bench("Planning", Role.PLANNER)
if bench is not None:
    words = bench.words
    scenarios, made, compared, weighed, sites = st.tabs(
        [words("Scenario"), words("Plans"), words("Comparison"), words("Trade-offs"), words("Places")],
        key="planning_tabs",
    )
    with scenarios:
        runs(bench)
        scenario_editor(bench)
    with made:
        plans(bench)
    with compared:
        compare(bench)
    with weighed:
        tradeoffs(bench)
    with sites:
        import_sites(bench)
