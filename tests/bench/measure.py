"""Watch one run from outside: CPU and memory of the process and all it has started, and end it when its time is over.

Reads ``/proc``, so it needs Linux.
"""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_TICK = os.sysconf("SC_CLK_TCK")
_EVERY = 0.1
_GRACE = 10
"""Our own solver is told its time and ends with the gaps; only if it does not, it is ended."""

_WALL = 8
"""Wall time allowed, in multiples of the clock: a machine that busy measures nothing."""


@dataclass
class Record:
    """One engine on one case.

    Parameters
    ----------
    cpu, wall
        Seconds of solving: model building counts, imports and making the case do not.
    peak_mb
        Largest resident memory of any one process, the case and its pairs included.
    tiers
        Value, bound and proof by tier, in the order in which they were decided.
    ended
        Whether the engine came to its end by itself.
    """

    size: str
    level: float
    engine: str
    clock: float
    pairs: int = 0
    cpu: float = 0.0
    wall: float = 0.0
    peak_mb: float = 0.0
    ended: bool = False
    fault: str = ""
    tiers: dict[str, dict[str, Any]] = field(default_factory=dict)
    date: str = ""
    commit: str = ""

    @property
    def proven(self) -> int:
        """How many tiers are proven."""
        return sum(bool(t["proven"]) for t in self.tiers.values())

    @property
    def infeasible(self) -> bool:
        """Whether it is proven that there is no plan."""
        return any(t["proven"] and t["value"] is None for t in self.tiers.values())

    @property
    def complete(self) -> bool:
        """Whether nothing is open."""
        return self.ended and not self.fault and bool(self.tiers) and all(t["proven"] for t in self.tiers.values())


def measure(size: str, level: float, engine: str, clock: float) -> Record:
    """Run an engine in a process group of its own and return what was seen.

    Parameters
    ----------
    clock
        CPU seconds.
    """
    record = Record(size, level, engine, clock)
    command = [sys.executable, "-m", "tests.bench.run", size, str(level), engine, str(clock)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        if first:
            _watch(child, record, json.loads(first))
        rest, errors = child.communicate()
    for line in rest.splitlines():
        _note(record, json.loads(line))
    if child.returncode and not record.fault:
        record.fault = errors.strip().splitlines()[-1][:200] if errors.strip() else f"exit {child.returncode}"
    return record


def _watch(child: subprocess.Popen[str], record: Record, ready: dict[str, Any]) -> None:
    """Sample the process group until it ends or its clock runs out."""
    record.pairs = ready["pairs"]
    most = record.clock + (_GRACE if record.engine == "planner" else 0)
    begun = time.monotonic()
    while child.poll() is None:
        cpu, peak = _sample(child.pid)
        record.cpu = max(record.cpu, cpu - ready["cpu"])
        record.peak_mb = max(record.peak_mb, peak)
        record.wall = time.monotonic() - begun
        if record.cpu > most or record.wall > record.clock * _WALL:
            os.killpg(child.pid, signal.SIGKILL)
            record.fault = "clock"
            return
        time.sleep(_EVERY)


def _sample(group: int) -> tuple[float, float]:
    """Return CPU seconds of a process group, its ended children included, and the largest memory in MB."""
    ticks, peak = 0, 0.0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            numbers = (entry / "stat").read_text().rpartition(")")[2].split()
            if int(numbers[2]) != group:
                continue
            ticks += sum(int(n) for n in numbers[11:15])
            status = (entry / "status").read_text()
        except (OSError, IndexError):
            continue  # it has just ended
        for line in status.splitlines():
            if line.startswith("VmHWM:"):
                peak = max(peak, int(line.split()[1]) / 1024)
    return ticks / _TICK, peak


def _note(record: Record, told: dict[str, Any]) -> None:
    if "tier" in told:
        record.tiers[told["tier"]] = {key: told[key] for key in ("value", "bound", "proven", "cpu")}
    elif told.get("end"):
        record.ended = True
        record.cpu, record.wall = told["cpu"], told["wall"]
        record.peak_mb = max(record.peak_mb, told["peak_kb"] / 1024)
