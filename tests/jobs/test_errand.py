"""A task beside the pages: watched, stopped, refused, gone when forgotten."""

import gc
import os
import time
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.jobs import Errand

PATIENCE = 30.0


def count(to, *, report, stop):
    for number in range(to):
        if stop():
            return "stopped"
        report((number, os.getpid()))
    return to


def count_slowly(*, report, stop):
    while not stop():
        report(os.getpid())
        time.sleep(0.05)
    return "stopped"


def refuse(*, report, stop):
    raise InputError.of("file.missing", file="x")


def break_down(*, report, stop):
    raise ZeroDivisionError


def ended(errand):
    return wait_for(lambda: not errand.running)


def wait_for(condition):
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)
    return True


def test_reports_come_in_order_from_another_process():
    """Every report arrives, the result is what the function returned, and this process did none of it."""
    errand = Errand(count, 5)
    assert ended(errand)
    assert [number for number, _ in errand.reports] == list(range(5))
    assert os.getpid() not in {process for _, process in errand.reports}
    assert errand.finished
    assert errand.result == 5
    assert errand.refusal is None


def test_a_stop_is_asked_for_and_answered():
    """The task sees the stop and returns what it has."""
    errand = Errand(count_slowly)
    wait_for(lambda: errand.reports)
    errand.stop()
    assert errand.stopping
    assert ended(errand)
    assert errand.result == "stopped"


def test_a_refusal_travels_and_a_breakdown_is_no_result():
    """Errors on purpose arrive as they are; of any other nothing but the missing result is told."""
    refused, broken = Errand(refuse), Errand(break_down)
    assert ended(refused)
    assert isinstance(refused.refusal, InputError)
    assert ended(broken)
    assert not broken.finished
    assert broken.refusal is None
    assert broken.failure == "ZeroDivisionError"


def gone(process):
    """Return whether a process has ended, also if nobody has asked for its end yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks into /proc")
def test_a_forgotten_errand_ends():
    """When nobody holds it any longer, its process is gone."""
    errands = [Errand(count_slowly)]
    wait_for(lambda: errands[0].reports)
    process = errands[0].reports[0]
    errands.clear()
    gc.collect()
    wait_for(lambda: gone(process))
