"""What every visitor needs, made ready while nobody waits for it: from the moment the server answers, beside it.

What is loaded when it is first asked for costs the first visitor seconds. People's data are read beforehand at a
workstation only, where nobody can come but their owner.
"""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Thread

import streamlit as st
from streamlit import env_util

from planner.law import load_law
from planner.messages import LANGUAGES, text
from planner.service import local_user
from planner.service.warming import warm_newest_project
from planner.ui.auth.database import open_store
from planner.ui.auth.setup import read_setup
from planner.ui.auth.workstation import listening_address
from planner.ui.source import open_demos

MODULES = (
    "planner.ui.navigation",
    "planner.ui.planning",
    "planner.ui.review",
    "planner.ui.situation",
    "planner.ui.icon",
    # What Streamlit itself loads with the first choice and the first table.
    "streamlit.emojis",
    "streamlit.material_icon_names",
    "pyarrow.pandas_compat",
)

_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def warmed(app: st.App) -> AsyncIterator[None]:  # noqa: ARG001  (Streamlit hands it over)
    """Begin with the server; see ``st.App``."""
    Thread(target=warm, name="warming", daemon=True).start()
    yield


def warm() -> None:
    """Make everything ready, what is asked for first before the rest; what fails is told to whoever asks for it."""
    for step in (_pages, _voices, _demo, _project, _other_demos):
        _try(step)


def _try(step: Callable[[], None]) -> None:
    try:
        step()
    except Exception as error:  # noqa: BLE001  (an errand nobody waits for must not end as one that somebody reads)
        _LOG.info("not made ready: %s", type(error).__name__)


def _pages() -> None:
    for name in MODULES:
        import_module(name)
    env_util.is_repl()  # asked with the first thing that is drawn; finds the file of every module


def _voices() -> None:
    load_law()
    for language in LANGUAGES:
        text("report.need", language)


def _project() -> None:
    if read_setup() is None:
        store = open_store()
        warm_newest_project(store, local_user(store, address=listening_address()))


def _demo() -> None:
    if read_setup() is None:
        open_demos(slice(1))


def _other_demos() -> None:
    if read_setup() is None:
        open_demos(slice(1, None))
