"""What is kept in memory of what never changes."""

import threading

import pytest

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
