"""Ctrl-C asks the work to end with what it has; a second one ends it at once."""

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

import click

from planner.messages import Language, text
from planner.progress import Stop

T = TypeVar("T")


def interruptible(work: Callable[[Stop], T], language: Language) -> T:
    """Run the work in a thread and hand it a stop that Ctrl-C and a polite kill set.

    The thread is needed: while a solver runs native code in the main thread, Python hears no signal.

    Raises
    ------
    KeyboardInterrupt
        At the second Ctrl-C; the thread dies with the process.
    """
    asked, done = threading.Event(), threading.Event()
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work(asked.is_set))
        except BaseException as error:  # noqa: BLE001  (carried over to the main thread)
            errors.append(error)
        finally:
            done.set()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()
        click.echo(text("cli.stopping", language), err=True)

    heard = (signal.SIGINT, signal.SIGTERM) if threading.current_thread() is threading.main_thread() else ()
    before = {number: signal.signal(number, on_signal) for number in heard}
    try:
        threading.Thread(target=run, daemon=True).start()
        while not done.wait(0.1):
            pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if errors:
        raise errors[0]
    return results[0]
