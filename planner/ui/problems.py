"""What is wrong with uploaded files, and what rests on assumptions, as tables."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from planner.errors import Problem, Severity
from planner.ui.words import Words

READABLE = 40
"""Up to so many problems are shown with their whole sentences; longer lists scroll."""

_SIGNS = re.compile(r"[\\`*_{}\[\]()<>&#+!|$~:]|(?<!\w)[-.]|[-.](?!\w)")
_BREAK = re.compile(r"\s*[\r\n]\s*")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def problem_frame(problems: Iterable[Problem], words: Words) -> pd.DataFrame:
    """Return one row per problem: where it stands, what is wrong, what is allowed."""
    kinds = {Severity.ERROR: words("Error"), Severity.WARNING: words("Warning")}
    rows = [
        (
            kinds[problem.severity],
            problem.file,
            problem.row,
            problem.column,
            problem.value,
            problem.text(words.language),
        )
        for problem in problems
    ]
    columns = [
        words("Kind"),
        words("File"),
        words("Row"),
        words("Column"),
        words("Cell"),
        words("What is wrong, and what is allowed"),
    ]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({columns[2]: "Int64"})


def problem_csv(frame: pd.DataFrame) -> bytes:
    """Return the table for a spreadsheet program; cells that begin like a formula get an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(frame.columns)
    for row in frame.itertuples(index=False):
        writer.writerow(["" if pd.isna(cell) else _harmless(str(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def show_problems(problems: Sequence[Problem], words: Words) -> None:
    """Say that the files cannot be used as they are, and why, all at once."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    st.error(
        words.plural(
            "One problem must be solved before planning.", "{n} problems must be solved before planning.", errors
        ),
        icon=":material/error:",
    )
    frame = problem_frame(problems, words)
    if len(frame) <= READABLE:
        rows = frame.astype(str).mask(frame.isna(), "").set_index(frame.columns[0])
        st.table(rows.map(plain))
    else:
        st.dataframe(frame, hide_index=True, placeholder="", key="problems", alt=words("Problems in the files"))
    st.download_button(
        words("Download the list (CSV)"),
        problem_csv(frame),
        file_name=words("problems.csv"),
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def show_notes(notes: Sequence[Problem], words: Words) -> None:
    """List what the plan rests on: assumptions, values not confirmed, blanks."""
    if not notes:
        return
    distinct = list(dict.fromkeys(note.text(words.language) for note in notes))
    title = words.plural("One note or assumption", "{n} notes and assumptions", len(distinct))
    with st.expander(title, icon=":material/info:", key="notes"):
        for sentence in distinct:
            st.markdown(f"- {plain(sentence)}")


def plain(sentence: str) -> str:
    """Return words, whoever wrote them, as Markdown that shows their letters and nothing else, in one line."""
    return _SIGNS.sub(r"\\\g<0>", _BREAK.sub(" ", sentence))
