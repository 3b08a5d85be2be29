"""The page "Review": decide case by case, and see beforehand what a decision does to everybody else."""

from functools import partial

import streamlit as st

from planner.service import count_people
from planner.store import Role
from planner.ui.bench import open_bench
from planner.ui.review import TABS, cases, import_candidates, lay_desk, people_for, team
from planner.ui.tabs import lazy_tabs
from planner.ui.tour import offer_tour

bench = open_bench("Review", Role.REVIEWER)
if bench is not None:
    offer_tour("review", bench.words)
    words = bench.words
    nobody = not count_people(bench.store, bench.user, bench.project)
    with st.expander(words("Import people"), icon=":material/upload:", key=f"people_card_{nobody}", expanded=nobody):
        import_candidates(bench)
    desk = lay_desk(bench)
    if desk is not None:
        lazy_tabs(
            (
                (words("Cases"), partial(cases, bench, desk)),
                (words("People for a place"), partial(people_for, bench, desk)),
                (words("Team"), partial(team, bench)),
            ),
            words,
            key=TABS,
        )
