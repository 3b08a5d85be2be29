"""The city in three sentences, four figures, one map and tables that say the same."""

import streamlit as st

from planner.report.disclosure import ROUNDING, Rules
from planner.report.situation import (
    Situation,
    equity,
    equity_sheets,
    figures,
    money_sheet,
    open_questions,
    people_sheet,
    quarters_sheet,
    sentences,
)
from planner.service import report_situation, view_situation
from planner.store import NotFoundError
from planner.ui.bench import Bench
from planner.ui.problems import plain
from planner.ui.situation.months import show_months
from planner.ui.tables import show_sheet
from planner.ui.words import Words


def show_situation(bench: Bench) -> None:
    """Draw the page."""
    words = bench.words
    try:
        situation = view_situation(bench.store, bench.user, bench.project)
    except NotFoundError:
        st.info(words("Nothing is known yet: planners import the places first."), icon=":material/info:")
        return
    left, right = st.columns([4, 1], gap="medium", vertical_alignment="center")
    with left, st.container(key="situation_sentences"):
        st.markdown(" ".join(plain(sentence) for sentence in sentences(situation, words.language)))
    with right:
        _download(bench)
    _figures(situation, words)
    left, right = st.columns([2, 1], gap="medium")
    with left, st.container(key="situation_map"):
        show_months(situation, words)
    with right, st.container(key="situation_deciding"):
        _questions(situation, words)
    _equity(situation, words)
    st.header(words("The same as a table"), anchor=False)
    _quarters(situation, words)
    left, right = st.columns(2, gap="medium")
    with left:
        _people(situation, words)
    with right:
        _money(situation, words)


def _download(bench: Bench) -> None:
    """Offer the page as a file; it is made when somebody asks for it."""

    def make() -> bytes:
        return report_situation(bench.store, bench.user, bench.project, bench.words.language)

    st.download_button(
        bench.words("The page as PDF"),
        make,
        file_name=bench.words("situation.pdf"),
        mime="application/pdf",
        key="situation_pdf",
        on_click="ignore",
        icon=":material/picture_as_pdf:",
        width="stretch",
    )


def _figures(situation: Situation, words: Words) -> None:
    tiles = st.grid(4, min_column_width=176, key="situation_figures")
    for one in figures(situation, words.language):
        with tiles:
            st.metric(
                one.name,
                one.value,
                one.below,
                delta_color="off",
                delta_arrow="off",
                border=True,
                height="stretch",
                help=one.about,
            )


def _questions(situation: Situation, words: Words) -> None:
    st.header(words.of("situation.deciding"), anchor=False)
    items = open_questions(situation, words.language) or (words.of("situation.nothing_to_decide"),)
    st.markdown("\n".join(f"- {plain(item)}" for item in items))


def _equity(situation: Situation, words: Words) -> None:
    ends = equity(situation)
    if ends is None:
        return
    st.header(words.of("situation.equity"), anchor=False)
    sheets = equity_sheets(ends, words.language)
    for column, key, sheet in zip(st.columns(2, gap="medium"), ("worst", "best"), sheets, strict=True):
        with column:
            st.subheader(sheet.title, anchor=False)
            show_sheet(sheet, words, key=f"equity_{key}", rows=len(sheet.rows))


def _people(situation: Situation, words: Words) -> None:
    """Show people by borough of their home, as far as they may be counted, and how to read the signs."""
    st.subheader(words.of("situation.people"), anchor=False)
    sheet = people_sheet(situation, words.language)
    if sheet is None:
        st.markdown(words("Counts of people are made when a plan is released."))
        return
    show_sheet(sheet, words, key="people", rows=len(sheet.rows))
    rules = situation.people.rules if situation.people else Rules()
    values = {"rounding": ROUNDING, "threshold": rules.threshold}
    signs = {"-": "zero", ".": "hidden", "20": "rounded"}
    legend = [f"- `{sign}` {words.of(f'disclosure.sign.{code}', **values)}" for sign, code in signs.items()]
    st.markdown("\n".join([f"**{words('Signs')}**", *legend]))


def _quarters(situation: Situation, words: Words) -> None:
    show_sheet(quarters_sheet(situation, words.language), words, key="quarters")


def _money(situation: Situation, words: Words) -> None:
    sheet = money_sheet(situation, words.language)
    if sheet is not None:
        st.subheader(sheet.title, anchor=False)
        show_sheet(sheet, words, key="money", rows=len(sheet.rows))
