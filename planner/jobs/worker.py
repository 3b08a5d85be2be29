"""The process of one solve: outlives whoever started it, and leaves the machine to them."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import planner
from planner.settings import home_dir
from planner.store import Store
from planner.store.sqlite import make_private

NICENESS = 10


def start_worker(store: Store, job_id: str) -> "subprocess.Popen[bytes]":
    """Start ``python -m planner work --job ID`` for one job and return at once.

    The address of the database is handed on in the environment, where other users of the machine cannot read it. What
    the process may say besides its row goes to ``worker.log`` in the user's folder; nobody is named there.
    """
    package = str(Path(planner.__file__).parent.parent)
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    address = store.engine.url.render_as_string(hide_password=False)
    environment = {**os.environ, "PYTHONPATH": paths, "PLANNER_DATABASE_URL": address}
    command = (sys.executable, "-m", "planner", "work", "--job", job_id)
    log = home_dir() / "worker.log"
    make_private(log)
    with log.open("ab") as words:
        if sys.platform == "win32":
            flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS
            return subprocess.Popen(  # noqa: S603  (our own program; the id is one argument)
                command, env=environment, creationflags=flags, stdin=subprocess.DEVNULL, stdout=words, stderr=words
            )
        return subprocess.Popen(  # noqa: S603  (as above)
            command, env=environment, start_new_session=True, stdin=subprocess.DEVNULL, stdout=words, stderr=words
        )


def be_nice() -> None:
    """Let every other process of the machine go first; where the system knows no such thing, do nothing."""
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(max(0, NICENESS - os.nice(0)))
