"""An import that leads through its problems: see them, put them right on the spot or in a marked file, try again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from planner.errors import InputError, Problem, Severity
from planner.report.marked import marked_workbook
from planner.service import Imported
from planner.tables import Mend, free_headings, position_of, shown_headings
from planner.tables.raw import FORMULA, Bundle, RawTable
from planner.ui.problems import show_problems
from planner.ui.words import Words

MOST_ROWS = 200
"""Rows put right on the page at once; the rest comes after the next check, or in the marked file."""

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ROW, _OUT, _WRONG = "=row", "=out", "=wrong"
"""Columns of the table that is edited; no heading of a file begins with an equals sign, which is a formula."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of import.

    Parameters
    ----------
    name
        Begins the keys of the fields.
    open
        Returns the tables of uploads after some changes.
    take
        Imports uploads after some changes.
    """

    name: str
    open: Callable[[Mapping[str, bytes], Mend], Bundle]
    take: Callable[[Mapping[str, bytes], Mend], Imported]


@dataclass
class _Trial:
    """Uploads that could not be imported yet, and what was changed in them so far."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    mend: Mend = field(default_factory=Mend)
    turn: int = 0


def begin(kind: Kind, files: Mapping[str, bytes]) -> Imported | None:
    """Import uploads; where that fails, keep them in the session and return ``None``."""
    st.session_state.pop(_key(kind), None)
    return _try(kind, _Trial(files, ()))


def guide(kind: Kind, words: Words) -> Imported | None:
    """Show what stands against the kept uploads and how to go on; return the import once it has been done."""
    trial: _Trial | None = st.session_state.get(_key(kind))
    if trial is None:
        return None
    place = st.empty()
    with place.container():
        change = _lead(kind, trial, words)
    if change is None:
        return None
    trial.mend |= change
    trial.turn += 1
    done = _try(kind, trial)
    if done is None:
        st.rerun()
    place.empty()
    return done


def _lead(kind: Kind, trial: _Trial, words: Words) -> Mend | None:
    """Draw the way through the problems; return what was changed once it is to be tried again."""
    show_problems(trial.problems, words)
    try:
        tables = kind.open(trial.files, trial.mend).tables
    except InputError:
        tables = {}
    st.subheader(words("Put it right here"), anchor=False)
    change = _headings(kind, trial, tables, words) | _columns(kind, trial, tables, words)
    edited = False
    for name, raw in tables.items():
        found = _cells(kind, trial, name, raw, words)
        edited = edited or found is not None
        change |= found or Mend()
    if not edited and change == Mend():
        st.markdown(
            words("Nothing of this can be put right in a single cell; please mend the file and upload it again.")
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        again = st.button(
            words("Check again and import"), type="primary", icon=":material/refresh:", key=f"{kind.name}_again"
        )
        st.download_button(
            words("Download the marked file (XLSX)"),
            lambda: marked_workbook(tables, trial.problems, words.language),
            file_name=words("marked.xlsx"),
            mime=_XLSX,
            on_click="ignore",
            icon=":material/download:",
            key=f"{kind.name}_marked",
        )
        st.button(words("Give up these files"), key=f"{kind.name}_drop", on_click=_drop, args=(kind,))
    return change if again else None


def _key(kind: Kind) -> str:
    return f"guided_{kind.name}"


def _drop(kind: Kind) -> None:
    st.session_state.pop(_key(kind), None)


def _try(kind: Kind, trial: _Trial) -> Imported | None:
    try:
        done = kind.take(trial.files, trial.mend)
    except InputError as error:
        trial.problems = error.problems
        st.session_state[_key(kind)] = trial
        return None
    _drop(kind)
    return done


def _headings(kind: Kind, trial: _Trial, tables: Mapping[str, RawTable], words: Words) -> Mend:
    """Ask which heading of the file stands for a column that is missing."""
    found: dict[tuple[str, str], str] = {}
    missing = [problem for problem in trial.problems if problem.code == "column.missing"]
    for name, raw in tables.items():
        for problem in (one for one in missing if one.file == raw.file):
            chosen = st.selectbox(
                words("Which column of {file} is “{column}”?", file=raw.file, column=problem.column),
                free_headings(name, raw),
                index=None,
                key=f"{kind.name}_heading_{raw.file}_{problem.column}_{trial.turn}",
                placeholder=words("none"),
            )
            if chosen is not None:
                found[raw.file, chosen] = problem.column
    return Mend(headings=found)


def _columns(kind: Kind, trial: _Trial, tables: Mapping[str, RawTable], words: Words) -> Mend:
    """Offer to leave out columns that must not be there, or are there twice."""
    gone = set()
    for raw in tables.values():
        for problem in trial.problems:
            refused = problem.code in {"column.protected", "column.identity", "column.twice"}
            if (
                refused
                and problem.file == raw.file
                and st.checkbox(
                    words("Leave the column “{column}” of {file} out", column=problem.column, file=raw.file),
                    key=f"{kind.name}_column_{raw.file}_{problem.column}_{trial.turn}",
                )
            ):
                gone.add((raw.file, problem.column))
    return Mend(columns=frozenset(gone))


def _cells(kind: Kind, trial: _Trial, name: str, raw: RawTable, words: Words) -> Mend | None:
    """Show the rows with problems for editing; ``None`` where there are none."""
    wrong = _wrong_rows(trial.problems, raw)
    if not wrong:
        return None
    headings = _headings_to_edit(trial.problems, name, raw)
    frame = _frame(wrong, headings, raw, words)
    st.markdown(f"**{raw.file}** · " + words.plural("one row to look at", "{n} rows to look at", len(wrong)))
    edited = st.data_editor(
        frame,
        key=f"{kind.name}_cells_{name}_{trial.turn}",
        hide_index=True,
        disabled=[_ROW, _WRONG],
        column_config={
            _ROW: st.column_config.NumberColumn(words("Row"), format="%d", width="small"),
            _OUT: st.column_config.CheckboxColumn(words("Leave the row out"), width="small"),
            _WRONG: st.column_config.TextColumn(words("What is wrong, and what is allowed"), width="large"),
        },
        alt=words("Rows with problems in {file}", file=raw.file),
    )
    return changes(frame, edited, raw.file)


def changes(before: pd.DataFrame, after: pd.DataFrame, file: str) -> Mend:
    """Return what was changed between two tables of rows with problems."""
    cells: dict[tuple[str, int, str], str] = {}
    rows = set()
    for old, new in zip(before.to_dict("records"), after.to_dict("records"), strict=True):
        number = int(old[_ROW])
        if new[_OUT]:
            rows.add((file, number))
        for column in before.columns:
            if column not in {_ROW, _OUT, _WRONG} and new[column] != old[column]:
                cells[file, number, str(column)] = "" if pd.isna(new[column]) else str(new[column])
    return Mend(cells=cells, rows=frozenset(rows))


def _wrong_rows(problems: Sequence[Problem], raw: RawTable) -> dict[int, list[Problem]]:
    """Return the errors of a table by the number of their row, the header apart."""
    known = set(raw.numbers)
    found: dict[int, list[Problem]] = {}
    for problem in problems:
        if problem.file == raw.file and problem.row in known and problem.severity is Severity.ERROR:
            found.setdefault(problem.row or 0, []).append(problem)
    return dict(sorted(found.items())[:MOST_ROWS])


def _headings_to_edit(problems: Sequence[Problem], name: str, raw: RawTable) -> tuple[str, ...]:
    """Return the first column and those with problems, as far as their cells may be shown."""
    shown = shown_headings(name, raw)
    named = {part for p in problems if p.file == raw.file and p.row != 1 for part in p.column.split(", ")}
    places = {position_of(raw, part) for part in named if part}
    chosen = [cell for at, cell in enumerate(raw.header) if cell in shown and (at in places or at == 0)]
    return tuple(dict.fromkeys(chosen))


def _frame(
    wrong: Mapping[int, Sequence[Problem]], headings: Sequence[str], raw: RawTable, words: Words
) -> pd.DataFrame:
    at_number = {number: at for at, number in enumerate(raw.numbers)}
    rows: list[dict[str, Any]] = []
    for number, found in wrong.items():
        cells = raw.rows[at_number[number]]
        record: dict[str, Any] = {_ROW: number, _OUT: False}
        for heading in headings:
            position = raw.header.index(heading)
            record[heading] = cells[position].removeprefix(FORMULA) if position < len(cells) else ""
        record[_WRONG] = " ".join(f"{p.column}: {p.text(words.language)}" for p in found)
        rows.append(record)
    return pd.DataFrame(rows, columns=[_ROW, _OUT, *headings, _WRONG])
