"""The measurements as a page of Markdown."""

import math
from collections.abc import Iterator, Sequence

from planner.messages.written import number
from tests.bench.browser.measure import Name, Record
from tests.bench.cases import SIZES
from tests.bench.machine import machine

GOAL_ONE = 1.0
"""Seconds to the finished page while one user clicks."""

GOAL_MANY = 2.0
"""Seconds that 95 of 100 clicks stay below while several click at once."""

_HEADER = """# How fast a click is

Written by `make bench-browser`. A project of the size of a city is solved twice, the app is started, and a real
Chromium walks every page and tab: first one window, then several at once, each at another place of the list and all
clicking at the same moment. Browser and server share the machine.

- Shown: from the press of key or button, as the browser noted it, to the last change of anything on the page; the
  script has ended then, and maps and tables are drawn.
- Script: how much of it the page's script ran, as the browser was told.
- CPU: processor seconds of the server. While several click at once it is that of all of them together.
- First: the slowest first click of its kind by any window, before anything is kept for it. The very first of the one
  window are on a server that was started just before.
- kB: what the server sent, median.
"""


def markdown(records: Sequence[Record], size: str, users: int, command: str, facts: Sequence[str]) -> str:
    """Return the whole page.

    Parameters
    ----------
    users
        How many clicked at once in the second part.
    facts
        What else was measured, in lines.
    """
    numbers = SIZES[size]
    lines = [_HEADER, "## Case and machine", ""]
    lines.append(
        f"- {size}: {number(numbers.candidates, 'en')} candidates, {numbers.sites} sites, {numbers.posts} posts; "
        "two solved plans"
    )
    lines += [f"- {fact}" for fact in (*machine(("streamlit", "pandas", "playwright")), *facts)]
    lines += ["", f"Command: `{command}`", "", "## Goals", "", *goals(records, users)]
    for count, title in ((1, "One user"), (users, f"{users} users at once")):
        lines += ["", f"## {title}", "", *table([one for one in records if one.users == count])]
    return "\n".join([*lines, ""])


def goals(records: Sequence[Record], users: int) -> Iterator[str]:
    """Yield what was to be reached beside what was."""
    yield "| | goal | measured |"
    yield "|---|---|---|"
    one, many = ([r.taken.shown for r in records if r.users == n and not _load(r)] for n in (1, users))
    late = [r for r in records if r.users == 1 and not _load(r) and r.taken.shown > GOAL_ONE]
    yield (
        f"| one user, every click | ≤ {GOAL_ONE:g} s | median {_at(one, 0.5):.2f} s, p95 {_at(one, 0.95):.2f} s, "
        f"slowest {max(one):.2f} s; {len(one) - len(late)} of {len(one)} within the goal |"
    )
    yield (
        f"| {users} users at once, p95 | ≤ {GOAL_MANY:g} s | median {_at(many, 0.5):.2f} s, "
        f"p95 {_at(many, 0.95):.2f} s, slowest {max(many):.2f} s |"
    )
    for n in (1, users):
        loads = [r.taken.shown for r in records if r.users == n and _load(r)]
        yield f"| the page is loaded, {_users(n)} | – | median {_at(loads, 0.5):.2f} s, slowest {max(loads):.2f} s |"


def table(records: Sequence[Record]) -> Iterator[str]:
    """Yield a row per click, in the order of the walk."""
    yield "| page | click | n | median s | p95 s | max s | first s | script s | CPU s | kB |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    by_name: dict[Name, list[Record]] = {}
    for record in sorted(records, key=lambda r: r.place):
        by_name.setdefault(record.name, []).append(record)
    for (page, click), found in by_name.items():
        shown = [r.taken.shown for r in found]
        first = max(r.taken.shown for r in found if r.first)
        figures = (_at(shown, 0.5), _at(shown, 0.95), max(shown), first)
        figures += (_at([r.taken.script for r in found], 0.5), _at([r.cpu for r in found], 0.5))
        sent = _at([r.taken.kilobytes for r in found], 0.5)
        yield f"| {page} | {click} | {len(found)} | {' | '.join(f'{x:.2f}' for x in figures)} | {sent:.0f} |"


def _load(record: Record) -> bool:
    return record.place < 0


def _users(count: int) -> str:
    return "one user" if count == 1 else f"{count} users at once"


def _at(values: Sequence[float], share: float) -> float:
    """Return the value that a share of all do not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]
