"""Where the case comes from: the demo with its scenarios, or files of one's own."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from planner.domain import Plan
from planner.errors import InputError, Problem
from planner.service import OpenedCase, open_case, open_uploads
from planner.tables import read_scenario
from planner.ui.demo import demo_folder, demo_scenarios, solved_plan
from planner.ui.words import Words

Kind = Literal["demo", "files"]
FILE_TYPES = ("csv", "toml", "xlsx", "zip")


@dataclass(frozen=True, slots=True)
class Source:
    """What was chosen: a case that can be planned, or what stands in the way; neither while nothing is chosen yet.

    Parameters
    ----------
    ready
        A plan that was solved beforehand.
    """

    opened: OpenedCase | None = None
    problems: tuple[Problem, ...] = ()
    ready: Plan | None = None


def choose_kind(words: Words) -> Kind:
    """Show the choice between the demo and files of one's own."""
    names: dict[Kind, str] = {"demo": words("Demo"), "files": words("Own files")}
    return st.segmented_control(
        words("Case"), list(names), format_func=names.__getitem__, default="demo", required=True, key="kind"
    )


def choose_demo(words: Words) -> Source:
    """Show the demo's scenarios and open the chosen one."""
    folder = demo_folder()
    names = _scenario_names(demo_scenarios(folder))
    chosen: str | None = st.selectbox(words("Scenario"), list(names), format_func=names.__getitem__, key="scenario")
    if chosen is None:
        return Source()
    try:
        opened = _open_demo(str(folder), chosen, _stamp(folder, chosen))
    except InputError as error:
        return Source(problems=error.problems)
    return Source(opened, ready=_ready(str(folder), opened.case.hash))


def open_demos(which: slice) -> None:
    """Open the demo with some of its scenarios, so that nobody waits for it.

    Raises
    ------
    InputError
        If it cannot be read.
    """
    folder = demo_folder()
    for path in demo_scenarios(folder)[which]:
        opened = _open_demo(str(folder), str(path), _stamp(folder, str(path)))
        _ready(str(folder), opened.case.hash)


def _scenario_names(files: Sequence[Path]) -> dict[str, str]:
    """Return what scenarios are called, by path; those with a name in common are told apart by their file."""
    names = {path: _name(path, path.stat().st_mtime_ns, path.stat().st_size) for path in files}
    often = Counter(names.values())
    return {str(path): name if often[name] == 1 else f"{name} ({path.stem})" for path, name in names.items()}


def choose_files(words: Words) -> Source:
    """Show the upload and open what was uploaded.

    The case stays in this session: candidates' data are never shared between sessions.
    """
    uploads = st.file_uploader(
        words("Files of the case (CSV and TOML, XLSX, or ZIP)"),
        type=FILE_TYPES,
        accept_multiple_files=True,
        key="uploads",
    )
    if not uploads:
        st.markdown(
            words(
                "Needed: neighbourhoods.csv, sites.csv, candidates.csv and scenario.toml. Optional: travel_times.csv, "
                "decisions.csv, previous_plan.csv. Or one workbook with sheets of these names and its TOML."
            )
        )
        st.session_state.pop("upload", None)
        return Source()
    files = {upload.name: upload.getvalue() for upload in uploads}
    key = _key(files)
    kept: tuple[str, Source] | None = st.session_state.get("upload")
    if kept is None or kept[0] != key:
        with st.spinner(words("Reading and checking …")):
            kept = (key, _open_files(files))
        st.session_state["upload"] = kept
    return kept[1]


def _open_files(files: Mapping[str, bytes]) -> Source:
    try:
        return Source(open_uploads(files))
    except InputError as error:
        return Source(problems=error.problems)


def _key(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _stamp(folder: Path, scenario: str) -> Sequence[tuple[str, int, int]]:
    """Return what changes when one of the files is replaced."""
    files = [*folder.glob("*.csv"), Path(scenario)]
    return tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(files))


@st.cache_resource(max_entries=64, show_spinner=False)
def _name(path: Path, changed: int, size: int) -> str:  # noqa: ARG001
    """Return what a scenario is called, read once as long as its file stays as it is."""
    return read_scenario(path).name or path.stem


@st.cache_resource(max_entries=8, show_spinner=False)
def _open_demo(folder: str, scenario: str, stamp: Sequence[tuple[str, int, int]]) -> OpenedCase:  # noqa: ARG001
    """Open the demo, synthetic and the same for everybody, once; the case is frozen and may be shared."""
    return open_case(Path(folder), Path(scenario))


@st.cache_resource(max_entries=8, show_spinner=False, ttl=60)
def _ready(folder: str, case_hash: str) -> Plan | None:
    return solved_plan(Path(folder), case_hash)
