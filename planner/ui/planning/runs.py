"""Solves under way, live: value, bound and gap of each objective, and the way to stop them."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from planner.domain import Tier
from planner.jobs import Job, JobState
from planner.service import job_words, list_scenarios, stop_solve, watch_solves
from planner.ui.bench import Bench, refusals
from planner.ui.words import Words

EVERY = 1.0
"""Seconds between two looks."""

FAILED = frozenset({JobState.FAILED, JobState.DIED, JobState.INFEASIBLE, JobState.STOPPED})


def runs(bench: Bench) -> None:
    """Show what waits and runs, and how the last solve ended if it brought no plan."""
    found = watch_solves(bench.store, bench.user, bench.project)
    versions = list_scenarios(bench.store, bench.user, bench.project)
    names = {one.version_id: bench.words("No. {n}", n=one.number) + f" {one.name}" for one in versions}
    orders = {one.version_id: (*one.scenario.tiers.order, Tier.LOT) for one in versions}
    if open_now := [job.job_id for job in found if job.finished_at is None]:
        _watch(bench, names, orders, open_now)
    if found and found[-1].state in FAILED:
        title = names.get(found[-1].version_id, "")
        st.warning(f"{title}: " + " ".join(job_words(found[-1], bench.words.language)), icon=":material/warning:")


@st.fragment(run_every=EVERY)
def _watch(bench: Bench, names: Mapping[str, str], orders: Mapping[str, Sequence[Tier]], known: list[str]) -> None:
    """Look again and again; once something has ended, the whole page is drawn anew with what came of it."""
    found = [job for job in watch_solves(bench.store, bench.user, bench.project) if job.finished_at is None]
    if [job.job_id for job in found] != known:
        st.rerun()
    for job in found:
        with st.container(border=True, key=f"job_{job.job_id}"):
            _draw(bench, job, names.get(job.version_id, ""), orders.get(job.version_id, tuple(Tier)))


def _draw(bench: Bench, job: Job, name: str, order: Sequence[Tier]) -> None:
    words = bench.words
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.markdown(f"**{name}** · {job_words(job, words.language)[0]}")
    stop = right.button(
        words("Stop"), icon=":material/stop:", key=f"stop_{job.job_id}", disabled=job.stop_requested, width="stretch"
    )
    if stop:
        with refusals(words):
            stop_solve(bench.store, bench.user, bench.project, job.job_id)
            st.rerun(scope="fragment")
    tiers: Mapping[str, Mapping[str, Any]] = job.progress.get("tiers", {})
    if tiers:
        head = (words.of("report.tier"), words("Value"), words.of("report.bound"), words.of("report.gap"))
        lines = [f"| {' | '.join(head)} |", "| :--- | ---: | ---: | ---: |"]
        lines += [_line(tier, tiers[tier], words) for tier in order if tier in tiers]
        st.markdown("\n".join(lines))


def _line(tier: str, figures: Mapping[str, Any], words: Words) -> str:
    value, bound, gap = (figures.get(name) for name in ("value", "bound", "gap"))
    shown = "…" if gap is None else words("proven") if value == bound else words.percent(gap, 2)
    numbers = ("…" if number is None else words.reached(tier, number) for number in (value, bound))
    return f"| {words.of(f'tier.{tier}')} | {' | '.join(numbers)} | {shown} |"
