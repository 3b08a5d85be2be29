"""The search for garbage in a server that holds a city."""

import gc
import subprocess
import sys
import time
import weakref

import pytest

from planner.ui.memory import Aside


@pytest.fixture
def aside():
    """Listen for as long as the test lasts; searches begin only when the test says so."""
    listener = Aside()
    gc.disable()
    gc.callbacks.append(listener)
    yield listener
    gc.callbacks.remove(listener)
    gc.unfreeze()
    gc.enable()


def searched():
    """Return the seconds that a search of everything takes."""
    began = time.thread_time()
    gc.collect()
    return time.thread_time() - began


class Knot:
    """Only a search finds that nobody needs it."""

    def __init__(self):
        self.self = self


def test_what_lives_long_is_looked_through_once(aside):
    """The search after one that took long is quick."""
    city = [[number] for number in range(400_000)]
    first = searched()
    assert gc.get_freeze_count() > len(city)
    assert searched() < first / 3


def test_garbage_is_still_found(aside):
    """What has come and gone since is let go of by the next search."""
    city = [[number] for number in range(400_000)]
    gc.collect()
    knot = weakref.ref(Knot())
    gc.collect()
    assert knot() is None
    assert len(city) == 400_000


def test_what_was_set_aside_is_looked_through_again(aside, monkeypatch):
    """What dies after it was set aside is let go of in the end."""
    knot = Knot()
    city = [[number] for number in range(400_000)]
    gc.collect()
    gone = weakref.ref(knot)
    del knot
    gc.collect()
    assert gone() is not None
    monkeypatch.setattr("planner.ui.memory.AGAIN", -1.0)
    gc.collect()
    assert gone() is None
    assert len(city) == 400_000


def test_the_server_listens(repo_root):
    """What the server starts from asks for it."""
    shown = "import gc, runpy; runpy.run_path('app.py'); print([type(one).__name__ for one in gc.callbacks])"
    asked = [sys.executable, "-W", "ignore", "-c", shown]
    done = subprocess.run(asked, cwd=repo_root, capture_output=True, text=True, check=True)
    assert "Aside" in done.stdout
