"""``python -m tests.bench.browser``: make a project, click through it, write ``docs/bench-browser.md``.

The project is kept in ``local/bench``; remove it to have it made anew.
"""

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.browser.measure import Record, measure
from tests.bench.browser.report import GOAL_MANY, GOAL_ONE, goals, markdown
from tests.bench.browser.server import ROOT, serve
from tests.bench.browser.walks import WALKS
from tests.bench.browser.world import make_demo, make_world
from tests.bench.cases import SIZES

KEPT = ROOT / "local" / "bench"
PAGE = ROOT / "docs" / "bench-browser.md"


def main(arguments: Sequence[str]) -> int:
    """Measure and write the page; 1 if a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.browser")
    parser.add_argument("--size", choices=list(SIZES), default="D")
    parser.add_argument("--users", type=int, default=4, help="how many click at once in the second part")
    parser.add_argument("--rounds", type=int, default=3, help="how often each user walks all walks")
    parser.add_argument("--kept", type=Path, default=KEPT, help="where the project is kept")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=[walk.page for walk in WALKS],
        default=(),
        metavar="PAGE",
        help="walk some pages only and write nothing but to the screen",
    )
    asked = parser.parse_args(arguments)
    home, demo = asked.kept / asked.size / "home", asked.kept / asked.size / "demo"
    make_world(home, asked.size)
    make_demo(home, demo)
    records: list[Record] = []
    facts = [f"other work when it began: load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"]
    for users in (1, asked.users):
        with tempfile.TemporaryDirectory() as place:
            shutil.copytree(home, place, dirs_exist_ok=True)
            with serve(Path(place), demo) as server:
                records += asyncio.run(measure(server, users, asked.rounds, asked.only))
                facts.append(f"memory of the server after {users} user(s): {server.memory():.0f} MB")
    command = f"make bench-browser SIZE={asked.size} USERS={asked.users} ROUNDS={asked.rounds}"
    page = markdown(records, asked.size, asked.users, command, facts)
    if asked.only:
        sys.stdout.write(page)
    else:
        PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write("\n".join([*goals(records, asked.users), ""]))
    return 0 if reached(records, asked.users) else 1


def reached(records: Sequence[Record], users: int) -> bool:
    """Return whether both goals hold; loading the app is not a click."""
    one = [r.taken.shown for r in records if r.users == 1 and r.place >= 0]
    many = sorted(r.taken.shown for r in records if r.users == users and r.place >= 0)
    return max(one) <= GOAL_ONE and many[int(0.95 * (len(many) - 1))] <= GOAL_MANY


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
