"""kill -9 at any moment: what was accepted is there, what was not is not there by half, the chain holds."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from planner.store import audit, connect, decisions
from tests.store.databases import ready_url
from tests.store.example import make_project
from tests.store.writer import PAIRS

WRITERS = 3


def start(url: str, project: str, number: int, notes: Path) -> subprocess.Popen:
    command = [sys.executable, "-m", "tests.store.writer", url, project, str(number), str(notes)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def kill_often(url: str, folder: Path, kills: int) -> int:
    """Kill writers at random moments; return how many decisions were accepted, all of which must be there."""
    store = connect(url)
    with store.write() as tx:
        project = make_project(tx).project
    draw = random.Random(kills)
    notes = [folder / f"accepted-{number}" for number in range(WRITERS)]
    writers = [start(url, project, number, notes[number]) for number in range(WRITERS)]
    _wait_for(notes)
    for _ in range(kills):
        time.sleep(draw.uniform(0.0, 0.4))
        number = draw.randrange(WRITERS)
        writers[number].send_signal(signal.SIGKILL)
        _, said = writers[number].communicate()
        assert writers[number].returncode == -signal.SIGKILL, said.decode()
        writers[number] = start(url, project, number, notes[number])
    for writer in writers:
        writer.kill()
        writer.communicate()
    lines = [line.split() for path in notes for line in path.read_text().splitlines()]
    with store.read() as tx:
        kept = {(*pair, step.version) for pair in PAIRS for step in decisions.history(tx, project, *pair)}
        assert {(candidate, site, int(version)) for candidate, site, version in lines if version} <= kept
        assert audit.head(tx).seq == len(kept)
        assert audit.verify(tx) == ()
        if store.dialect == "sqlite":
            assert tx.run(text("PRAGMA integrity_check")).scalar() == "ok"
    store.close()
    return len(lines)


def _wait_for(notes: list[Path]) -> None:
    deadline = time.monotonic() + 60
    while not all(path.exists() and path.stat().st_size for path in notes):
        assert time.monotonic() < deadline, "the writers do not write"
        time.sleep(0.05)


def test_no_accepted_decision_is_lost_to_a_kill(dialect: str, tmp_path: Path) -> None:
    """Five kills among three writers."""
    assert kill_often(ready_url(dialect, tmp_path), tmp_path, kills=5) > 0


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_no_accepted_decision_is_lost_to_two_hundred_kills(dialect: str, tmp_path: Path) -> None:
    """Two hundred kills among three writers."""
    assert kill_often(ready_url(dialect, tmp_path), tmp_path, kills=200) > 0
