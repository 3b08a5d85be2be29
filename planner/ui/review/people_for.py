"""The other way round: the best people for a site or a neighbourhood, with what each would cost."""

from functools import partial

import streamlit as st

from planner.explain.price_words import ranked_lines, ranking_end
from planner.explain.ranking import Ranking
from planner.jobs import Errand
from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import Desk, start_people_for
from planner.ui.bench import Bench
from planner.ui.planning.asides import Aside, show_aside
from planner.ui.problems import plain
from planner.ui.review.queue import lay_case
from planner.ui.review.saying import joined
from planner.ui.tables import show_sheet
from planner.ui.words import Words

_SITE, _QUARTER = "site", "quarter"


def people_for(bench: Bench, desk: Desk) -> None:
    """Choose a place and show who would be best there."""
    words, case = bench.words, desk.case
    st.markdown(
        words(
            "Who could work there, the cheapest first: what every objective would lose if the person were there, and "
            "who else would move. The first ones exactly, the others at least."
        )
    )
    with st.container(key="people_for"):
        left, right = st.columns([2, 3], vertical_alignment="bottom")
    kinds = {_SITE: words("A site"), _QUARTER: words("A neighbourhood")}
    kind = left.segmented_control(
        words("Search for"), list(kinds), format_func=kinds.__getitem__, default=_SITE, required=True, key="people_kind"
    )
    if kind == _SITE:
        names = {site.site_id: f"{site.name} ({site.site_id})" for site in case.sites}
        label = words.of("report.site_name")
    else:
        codes = {site.neighbourhood for site in case.sites}
        names = {one.code: one.name or one.code for one in case.neighbourhoods if one.code in codes}
        label = words.of("report.neighbourhood")
    ids = sorted(names, key=names.__getitem__)
    if not ids:
        st.info(words("There are no sites in this plan's case."), icon=":material/info:")
        return
    chosen = right.selectbox(label, ids, format_func=names.__getitem__, key=f"for_{kind}")
    sites = [chosen] if kind == _SITE else [s.site_id for s in case.sites if s.neighbourhood == chosen]
    aside = Aside(
        name=f"people_{kind}_{chosen}",
        label=words("Find people"),
        start=partial(start_people_for, bench.store, bench.user, bench.project, desk.info.plan_id, sites),
        share=lambda _: 0.5,
        phase=lambda _: words("Proving the plan anew and pricing"),
        so_far=lambda _: None,
        outcome=partial(_outcome, desk, words),
    )
    show_aside(bench, desk.info.plan_id, aside)


def _outcome(desk: Desk, words: Words, run: Errand) -> None:
    if run.result is None:
        return
    ranking: Ranking = run.result
    if not ranking.pairs:
        st.info(words("Nobody could work there: every person fails at least one rule."), icon=":material/info:")
        return
    sites = desk.case.site_of
    head = (
        Column(words("No."), Kind.INTEGER),
        Column(words.of("report.candidate_id"), Kind.ID),
        Column(words.of("report.site_name"), Kind.TEXT),
        Column(words.of("report.quality"), Kind.INTEGER),
        Column(words.of("report.minutes"), Kind.INTEGER),
        Column(words("What it would change"), Kind.LONG),
    )
    rows: list[tuple[Cell, ...]] = []
    for number, row in enumerate(ranking.pairs, start=1):
        _, *lines = ranked_lines(desk.case, row)
        told = joined(lines, words)
        site = sites[row.price.site_id].name
        rows.append((number, row.price.candidate_id, site, row.quality, row.minutes, told))
        if row.price.exact is not None:
            # A cell of the table cuts what is long; what was solved exactly is worth reading whole.
            st.markdown(f"{number}. **{plain(row.price.candidate_id)}** → {plain(site)}: {plain(told)}")
    show_sheet(Sheet(words("People for a place"), head, tuple(rows)), words, key="people_for_table")
    st.markdown(joined(ranking_end(ranking, len(ranking.pairs)), words))
    _open(ranking, words)


def _open(ranking: Ranking, words: Words) -> None:
    """Lay one of the people on the desk."""
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    ids = [row.price.candidate_id for row in ranking.pairs]
    chosen = left.selectbox(words.of("report.candidate_id"), ids, key="people_for_case")
    right.button(
        words("Open the case"), key="people_for_open", on_click=lay_case, args=(chosen, words), width="stretch"
    )
