"""The page "Review": decide case by case, and see beforehand what a decision does to everybody else."""

import streamlit as st

from planner.store import Role
from planner.ui.bench import open_bench
from planner.ui.review import case_page, import_candidates, queue

bench = open_bench("Review", Role.REVIEWER)
if bench is not None:
    with st.expander(bench.words("Import people"), icon=":material/upload:", key="people_card"):
        import_candidates(bench)
    desk = queue(bench)
    if desk is not None:
        case_page(bench, desk)
