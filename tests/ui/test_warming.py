"""What lies ready before the first visitor comes."""

import asyncio
import logging
import threading

import pytest

from planner.ui import warming


@pytest.fixture
def begun(monkeypatch):
    """Return what was begun at a server, instead of doing it."""
    begun = []
    monkeypatch.setattr(warming, "open_demos", lambda _: begun.append("demo"))
    monkeypatch.setattr(warming, "open_store", lambda: begun.append("store"))
    monkeypatch.setattr(warming, "local_user", lambda *_, **__: None)
    monkeypatch.setattr(warming, "warm_newest_project", lambda *_: begun.append("people"))
    return begun


def test_a_workstation_has_its_newest_project_ready(begun, monkeypatch):
    """Its one owner is the only one who can come: demo and project are read beforehand."""
    monkeypatch.setattr(warming, "read_setup", lambda: None)
    warming.warm()
    assert begun == ["demo", "store", "people", "demo"]


def test_a_server_reads_nobody_before_somebody_has_signed_in(begun, monkeypatch):
    """Where people sign in, the database is not even opened."""
    monkeypatch.setattr(warming, "read_setup", object)
    warming.warm()
    assert begun == []


def test_what_cannot_be_made_ready_stops_nothing(begun, monkeypatch, caplog):
    """A demo that cannot be read is told to whoever opens it; the log says nothing of its values."""

    def broken(which):
        raise ValueError("Maier")

    monkeypatch.setattr(warming, "read_setup", lambda: None)
    monkeypatch.setattr(warming, "open_demos", broken)
    # Another test's set-up of logs may have silenced every logger there was.
    monkeypatch.setattr(warming, "_LOG", logging.getLogger("warming under test"))
    with caplog.at_level(logging.INFO):
        warming.warm()
    assert begun == ["store", "people"]
    assert "ValueError" in caplog.text
    assert "Maier" not in caplog.text


def test_the_server_does_not_wait(monkeypatch):
    """It answers while everything is still being made ready."""
    going, done = threading.Event(), threading.Event()

    def warm():
        going.wait(10)
        done.set()

    monkeypatch.setattr(warming, "warm", warm)

    async def serve():
        async with warming.warmed(None):
            assert not done.is_set()
            going.set()
            assert done.wait(10)

    asyncio.run(serve())
