"""Where things lie, and the limits that guard the door. Environment variables win over defaults."""

import os
from pathlib import Path

MAX_UPLOAD_BYTES = 100 * 1024 * 1024
"""Largest file read, packed or unpacked: a case of 50,000 candidates has about 10 MB."""

MAX_ROWS = 1_000_000
"""Most rows read from one table."""

_PACKAGE = Path(__file__).parent


def data_dir() -> Path:
    """Return the folder with ``law``, ``dresden`` and ``demo``: beside the package in a checkout, inside it in a wheel.

    ``PLANNER_DATA_DIR`` names another one.
    """
    if named := os.environ.get("PLANNER_DATA_DIR"):
        return Path(named)
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def docs_dir() -> Path:
    """Return the folder with the handbook: ``docs`` in a checkout, inside the package in a wheel."""
    installed = _PACKAGE / "_docs"
    return installed if installed.is_dir() else _PACKAGE.parent / "docs"


def cache_dir() -> Path:
    """Return the user's folder for what can be computed again. ``PLANNER_CACHE_DIR`` names another one."""
    if named := os.environ.get("PLANNER_CACHE_DIR"):
        return Path(named)
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "quartiersassistenten-planner"


def home_dir() -> Path:
    """Return the user's folder for what must be kept, as imported boundaries. ``PLANNER_HOME`` names another one."""
    if named := os.environ.get("PLANNER_HOME"):
        return Path(named)
    base = os.environ.get("APPDATA") or os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "quartiersassistenten-planner"


def backup_dir() -> Path:
    """Return the folder for backups of the database. ``PLANNER_BACKUP_DIR`` names another one.

    Deletion looks there: backups older than their period are removed from it.
    """
    if named := os.environ.get("PLANNER_BACKUP_DIR"):
        return Path(named)
    return home_dir() / "backups"


def max_jobs() -> int:
    """Return how many solves may run at once: one fewer than there are cores, so that one is left for the web.

    ``PLANNER_MAX_JOBS`` says another number; 0 leaves all solving to other machines that work on the same database.
    """
    named = os.environ.get("PLANNER_MAX_JOBS", "")
    return int(named) if named.isdecimal() else max(1, (os.cpu_count() or 1) - 1)
