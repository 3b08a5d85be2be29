"""What is kept in memory of what never changes."""

import threading

import pytest

from planner.store import shelf as shelves
from planner.store.shelf import Shelf


def test_a_thing_is_made_once_for_all_who_ask_at_once():
    """Whoever comes while it is being made waits and gets the same one."""
    shelf, made, found = Shelf(), [], []
    begun, go_on = threading.Event(), threading.Event()

    def make():
        made.append(1)
        begun.set()
        go_on.wait(5)
        return object()

    threads = [threading.Thread(target=lambda: found.append(shelf.get("key", make))) for _ in range(4)]
    for thread in threads:
        thread.start()
    begun.wait(5)
    go_on.set()
    for thread in threads:
        thread.join(5)
    assert len(made) == 1
    assert len(set(map(id, found))) == 1


def test_another_key_does_not_wait():
    """While one thing is being made, others can be had."""
    shelf, go_on = Shelf(), threading.Event()
    slow = threading.Thread(target=lambda: shelf.get("slow", lambda: go_on.wait(5)))
    slow.start()
    assert shelf.get("quick", lambda: 1) == 1
    go_on.set()
    slow.join(5)


def test_what_cannot_be_made_is_tried_again():
    """A failure is told to whoever asked and is not kept."""
    shelf = Shelf()
    with pytest.raises(ZeroDivisionError):
        shelf.get("key", lambda: 1 // 0)
    assert shelf.get("key", lambda: 2) == 2


def test_what_was_not_asked_for_the_longest_goes_first():
    """There is an end to what is kept."""
    shelf = Shelf(most=2)
    for key in ("a", "b", "a", "c"):
        shelf.get(key, lambda key=key: key)
    assert len(shelf) == 2
    assert shelf.get("a", lambda: "anew") == "a"
    assert shelf.get("b", lambda: "anew") == "anew"


def test_what_nobody_asks_for_goes():
    """After its time a thing is let go of as soon as anybody asks for anything."""
    now = [0.0]
    shelf = Shelf(idle=10, clock=lambda: now[0])
    shelf.get("a", lambda: 1)
    now[0] = 11
    shelf.get("b", lambda: 1)
    assert len(shelf) == 1


def test_what_nobody_asks_for_goes_though_nothing_is_asked_for():
    """A server that is left alone for the night holds nobody's data in the morning."""
    now = [0.0]
    shelf = Shelf(idle=10, clock=lambda: now[0])
    shelf.get("a", lambda: 1)
    now[0] = 5
    shelf.sweep()
    assert len(shelf) == 1
    now[0] = 11
    shelf.sweep()
    assert len(shelf) == 0


def test_every_shelf_is_looked_after(monkeypatch):
    """No shelf has to be told that time passes."""
    now, found = [0.0], []
    shelf = Shelf(idle=10, clock=lambda: now[0])
    shelf.get("a", lambda: 1)

    def look(_seconds):
        found.append(len(shelf))
        now[0] += 6
        if len(found) == 3:
            raise StopIteration

    monkeypatch.setattr(shelves.time, "sleep", look)
    with pytest.raises(StopIteration):
        shelves.look_after()
    assert found == [1, 1, 0]


def test_what_was_read_before_a_deletion_is_not_kept_after_it():
    """Somebody who began to read before everything was let go of gets what he read, and it lies nowhere."""
    shelf = Shelf()
    before = shelf.reach()
    shelf.clear()
    assert before.get("key", lambda: "old") == "old"
    assert len(shelf) == 0
    assert shelf.reach().get("key", lambda: "new") == "new"
    assert before.get("key", lambda: "old") == "old"
