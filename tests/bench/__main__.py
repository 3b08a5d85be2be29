"""``python -m tests.bench``: measure, compare, write ``docs/bench.md`` and ``docs/bench.svg``.

Measurements are kept in ``local/bench.jsonl``, so that a long run can be made in parts: the page shows the latest of
every case and engine.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.agree import disagreements
from tests.bench.cases import SIZES
from tests.bench.engines import ENGINES
from tests.bench.growth import svg
from tests.bench.measure import Record, measure
from tests.bench.report import gap, markdown, proof

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "local" / "bench.jsonl"

_OWN_ONLY = {"L"}
"""Sizes on which only our own solver runs unless others are named: their textbook models fill the memory."""


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for; 1 if two solvers disagree or one breaks down."""
    asked = _parse(arguments)
    fresh = []
    for size in asked.sizes:
        for level in asked.levels:
            for engine in asked.engines or (["planner"] if size in _OWN_ONLY else list(ENGINES)):
                record = measure(size, level, engine, asked.time)
                record.date, record.commit = datetime.now(UTC).strftime("%Y-%m-%d %H:%M"), _commit()
                _say(
                    f"{size} {level:g} {engine:8} {record.cpu:8.2f} CPU s {record.wall:8.1f} s "
                    f"{record.peak_mb:6.0f} MB  {proof(record)}  {gap(record)}"
                )
                fresh.append(record)
                _keep(record)
    records = _latest()
    command = "make bench" + "".join(f" {key}" for key in asked.shown)
    (ROOT / "docs" / "bench.md").write_text(markdown(records, command), encoding="utf-8")
    (ROOT / "docs" / "bench.svg").write_text(svg(records), encoding="utf-8")
    wrong = disagreements(records) + [f"{r.size} {r.level:g} {r.engine}: {r.fault}" for r in fresh if _broke(r)]
    for sentence in wrong:
        _say(f"WRONG: {sentence}")
    return 1 if wrong else 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--sizes", nargs="+", choices=list(SIZES), default=["S", "M", "D", "L"])
    parser.add_argument("--levels", nargs="+", type=float, default=[1.0, 0.8, 0.6, 0.4, 0.0])
    parser.add_argument("--engines", nargs="+", choices=list(ENGINES), default=[])
    parser.add_argument("--time", type=float, default=600.0, help="clock of every run, in CPU seconds")
    asked = parser.parse_args(arguments)
    asked.shown = [
        f'SIZES="{" ".join(asked.sizes)}"',
        f'LEVELS="{" ".join(f"{level:g}" for level in asked.levels)}"',
        *([f'ENGINES="{" ".join(asked.engines)}"'] if asked.engines else []),
        f"TIME={asked.time:g}",
    ]
    return asked


def _broke(record: Record) -> bool:
    """Whether our own solver did not end by itself; what becomes of the others is only shown."""
    return record.engine == "planner" and not record.ended


def _keep(record: Record) -> None:
    KEPT.parent.mkdir(exist_ok=True)
    with KEPT.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(record)) + "\n")


def _latest() -> list[Record]:
    found: dict[tuple[str, float, str], Record] = {}
    for line in KEPT.read_text(encoding="utf-8").splitlines():
        record = Record(**json.loads(line))
        found[record.size, record.level, record.engine] = record
    return list(found.values())


def _commit() -> str:
    answer = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return answer.stdout.strip()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
