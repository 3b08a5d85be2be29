"""Several processes at once: every step is kept, none is overwritten, the chain holds."""

import multiprocessing
import random
from pathlib import Path
from typing import Any

import pytest

from planner.store import ChangedMeanwhileError, Store, audit, connect, decisions
from tests.store.databases import ready_url
from tests.store.example import PIN, make_project

PAIRS = [("c1", "s1"), ("c2", "s1"), ("c3", "s2")]


def decide_often(url: str, project: str, number: int, times: int, results: Any) -> None:
    """Take steps on the shared pairs, each on what was read before; on a refusal read again."""
    store = connect(url)
    draw = random.Random(number)
    taken = refused = 0
    while taken < times:
        pair = draw.choice(PAIRS)
        with store.read() as tx:
            seen = decisions.get_decision(tx, project, *pair)
        state = None if seen and seen.state else PIN
        try:
            with store.write() as tx:
                step = decisions.decide(
                    tx, project, *pair, state, expected_version=seen.version if seen else 0, reason="x", by=str(number)
                )
                audit.append(tx, str(number), "decide", details={"pair": list(pair), "version": step.version})
        except ChangedMeanwhileError:
            refused += 1
        else:
            taken += 1
    store.close()
    results.put((taken, refused))


def run(url: str, processes: int, times: int) -> int:
    """Let the processes decide; return how often one was told that another was first."""
    store = connect(url)
    with store.write() as tx:
        project = make_project(tx).project
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    workers = [
        context.Process(target=decide_often, args=(url, project, number, times, results)) for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    found = [results.get(timeout=250) for _ in workers]
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    nothing_is_lost(store, project, processes * times)
    assert sum(taken for taken, _ in found) == processes * times
    store.close()
    return sum(refused for _, refused in found)


def nothing_is_lost(store: Store, project: str, steps: int) -> None:
    """Each pair has every version once, states alternate, each step has its entry, the chain is valid."""
    with store.read() as tx:
        kept = 0
        for pair in PAIRS:
            history = sorted(decisions.history(tx, project, *pair), key=lambda step: step.version)
            assert [step.version for step in history] == list(range(1, len(history) + 1))
            assert [step.state for step in history] == [PIN if k % 2 == 0 else None for k in range(len(history))]
            assert decisions.get_decision(tx, project, *pair) == (history[-1] if history else None)
            kept += len(history)
        assert kept == audit.head(tx).seq == steps
        assert audit.verify(tx) == ()


def test_no_update_is_lost(dialect: str, tmp_path: Path) -> None:
    """Three processes with 40 decisions each on three pairs: 120 are kept."""
    run(ready_url(dialect, tmp_path), processes=3, times=40)


@pytest.mark.soak
def test_no_update_is_lost_in_the_long_run(dialect: str, tmp_path: Path) -> None:
    """Eight processes with 400 decisions each: 3,200 are kept, and some were told that another was first."""
    assert run(ready_url(dialect, tmp_path), processes=8, times=400) > 0
