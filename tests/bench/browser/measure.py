"""One user after another click, then several at once."""

import asyncio
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from playwright.async_api import async_playwright

from tests.bench.browser.clicking import Click, Taken, Window
from tests.bench.browser.server import Server
from tests.bench.browser.walks import WALKS, Walk
from tests.ui.browsing import QUIET, program

Name = tuple[str, str]
"""Page and click."""

PLACES: dict[Name, int] = {}
for _walk in WALKS:
    for _click in _walk.clicks:
        PLACES.setdefault((_walk.page, _click.name), len(PLACES))


@dataclass(frozen=True, slots=True)
class Record:
    """One click as it was measured.

    Parameters
    ----------
    place
        On the list of walks; -1 for loading the app.
    users
        How many clicked at once.
    first
        Whether it was done for the first time by this user: what is kept after it was not there yet.
    cpu
        CPU seconds of the server, with whatever else it did meanwhile.
    """

    name: Name
    place: int
    users: int
    first: bool
    taken: Taken
    cpu: float


async def measure(server: Server, users: int, rounds: int, only: Collection[str] = ()) -> list[Record]:
    """Click through all walks.

    Parameters
    ----------
    users
        How many windows click at once: each click is awaited in all of them before the next, and each window is at
        another place of the list.
    rounds
        How often each walks all walks.
    only
        Pages whose walks are walked; all if there is none.
    """
    walks = [walk for walk in WALKS if not only or walk.page in only]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program(), args=QUIET)
        windows = [await Window.open(browser) for _ in range(users)]
        records = [await _load(window, server, users) for window in windows]
        orders = [_order(walks, rounds, at, users) for at in range(users)]
        turns: list[Counter[Name]] = [Counter() for _ in windows]
        for clicks in zip(*orders, strict=True):
            presses = await asyncio.gather(
                *(
                    click.reach(window, turn[page, click.name])
                    for window, turn, (page, click) in zip(windows, turns, clicks, strict=True)
                )
            )
            before = server.cpu()
            found = await asyncio.gather(
                *(
                    window.take(press, runs=click.runs)
                    for window, press, (_, click) in zip(windows, presses, clicks, strict=True)
                )
            )
            cpu = server.cpu() - before
            for taken, turn, (page, click) in zip(found, turns, clicks, strict=True):
                name = page, click.name
                if click.measured:
                    records.append(Record(name, PLACES[name], users, not turn[name], taken, cpu))
                turn[name] += 1
        await browser.close()
    return records


async def _load(window: Window, server: Server, users: int) -> Record:
    before = server.cpu()
    taken = await window.load(server.address)
    return Record(("Plan", "load the app"), -1, users, True, taken, server.cpu() - before)


def _order(walks: Sequence[Walk], rounds: int, at: int, users: int) -> Sequence[tuple[str, Click]]:
    """Return the clicks of one of several users: all walks, from another one on for each."""
    start = at * len(walks) // users
    turned = [*walks[start:], *walks[:start]]
    return [(walk.page, click) for _ in range(rounds) for walk in turned for click in walk.clicks]
