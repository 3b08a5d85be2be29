"""The other end of an errand: ``python -m planner.jobs.aside`` reads one task, does it and answers.

It reads a parcel (its length in eight bytes, then a pickled function and its arguments) from the standard input and
answers with parcels on the standard output. A further byte on the input, or its end because the server has gone,
means: stop.
"""

import os
import pickle
import sys
import threading
from typing import IO, Any

from planner.errors import PlannerError
from planner.jobs.worker import be_nice

_LENGTH = 8


def write_parcel(pipe: IO[bytes], parcel: bytes) -> None:
    """Write a parcel whole."""
    pipe.write(len(parcel).to_bytes(_LENGTH, "big") + parcel)
    pipe.flush()


def read_parcel(pipe: IO[bytes]) -> bytes:
    """Read a parcel; nothing where the pipe has ended."""
    head = pipe.read(_LENGTH)
    return pipe.read(int.from_bytes(head, "big")) if len(head) == _LENGTH else b""


def main() -> None:
    """Read the task, do it, answer."""
    orders = sys.stdin.buffer
    # Libraries may print; only what is meant for the server goes to the pipe.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    be_nice()
    task, arguments = pickle.loads(read_parcel(orders))  # noqa: S301  (written by the process that started this one)
    stop = threading.Event()

    def listen() -> None:
        orders.read(1)
        stop.set()

    def tell(kind: str, content: Any) -> None:
        write_parcel(answers, pickle.dumps((kind, content)))

    threading.Thread(target=listen, daemon=True).start()
    try:
        tell("result", task(*arguments, report=lambda found: tell("report", found), stop=stop.is_set))
    except PlannerError as error:
        tell("refused", error)
    except Exception as error:  # noqa: BLE001  (the last door of this process; a message may show what was worked on)
        tell("failed", type(error).__name__)
    answers.close()
    # The listening thread still waits for its byte; nothing is left to be done for it.
    os._exit(0)


if __name__ == "__main__":
    main()
