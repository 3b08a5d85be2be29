"""One click in one browser window: done, waited for, measured."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Locator, Page

from planner.ui.words import Words

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
PATIENCE = 60_000

WORDS = Words("de")


@dataclass(frozen=True, slots=True)
class Taken:
    """What one click took.

    Parameters
    ----------
    shown
        Seconds from the press until nothing on the page changed any more.
    script
        Seconds of it in which the page's script ran, as the browser was told.
    kilobytes
        What the server sent.
    """

    shown: float
    script: float
    kilobytes: float


Press = Callable[[], Awaitable[None]]
"""The last thing a hand does; everything is found before."""

Reach = Callable[["Window", int], Awaitable[Press]]


@dataclass(frozen=True, slots=True)
class Click:
    """Something a user does.

    Parameters
    ----------
    name
        What is done, for the report.
    reach
        Finds what is to be pressed, and opens the list it lies in; given how often it was done before, so that each
        time something else can be chosen. To look for a button by its name takes longer than many a click, so it is
        over before anybody presses.
    runs
        Whether the page's script runs for it; otherwise the browser does all by itself.
    measured
        Whether it is part of the report; others only lead to one that is.
    """

    name: str
    reach: Reach
    runs: bool = True
    measured: bool = True


class Window:
    """A browser window of one user."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._received = 0
        page.on("websocket", lambda socket: socket.on("framereceived", self._count))

    @classmethod
    async def open(cls, browser: Browser) -> "Window":
        """Open a window without anything in it."""
        context = await browser.new_context(viewport={"width": 1440, "height": 1000}, locale="de-DE")
        context.set_default_timeout(PATIENCE)
        await context.add_init_script(WATCH)
        return cls(await context.new_page())

    async def close(self) -> None:
        """Close it."""
        await self.page.context.close()

    async def load(self, address: str) -> Taken:
        """Open an address as if by a bookmark."""
        self._received = 0
        await self.page.goto(address, wait_until="commit")
        return await self._end(runs=True)

    async def take(self, press: Press, *, runs: bool) -> Taken:
        """Press and wait for the finished page."""
        self._received = 0
        await self.page.evaluate("benchBegin()")
        await press()
        return await self._end(runs=runs)

    async def _end(self, *, runs: bool) -> Taken:
        found: dict[str, float] = await self.page.evaluate("runs => benchEnd(runs)", runs)
        return Taken(found["shown"] / 1000, found["script"] / 1000, self._received / 1024)

    def _count(self, frame: Any) -> None:
        self._received += len(frame)

    def segment(self, name: str) -> Locator:
        """Return one of several things of which one is chosen."""
        return self.page.locator(":visible").get_by_role("radio", name=name, exact=True).first

    def button(self, name: str) -> Locator:
        """Return a button."""
        return self.page.get_by_role("button", name=name).locator("visible=true").first

    async def option(self, field: str, turn: int) -> Press:
        """Open a list and return the press on another entry of it."""
        box = self.page.get_by_role("combobox", name=field).locator("visible=true").first
        await box.click()
        options = self.page.get_by_role("option").locator("visible=true")
        await options.first.wait_for()
        chosen = options.and_(self.page.locator("[aria-selected=false]"))
        entry = await on(chosen.nth(turn % await chosen.count()))

        async def press() -> None:
            await entry()
            if await options.first.is_visible():  # a list of which several can be chosen stays open
                await self.page.keyboard.press("Escape")

        return press


async def on(locator: Locator, *, force: bool = False) -> Press:
    """Return the press on what a locator finds now."""
    await locator.wait_for()
    found = await locator.element_handle()

    async def press() -> None:
        await found.click(force=force)

    return press
