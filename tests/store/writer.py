"""A process that decides until it is killed, and notes down each decision only after the store has accepted it."""

import os
import random
import sys
from pathlib import Path

from planner.store import ChangedMeanwhileError, audit, connect, decisions
from tests.store.example import PIN

PAIRS = [("c1", "s1"), ("c2", "s1"), ("c3", "s2")]


def main(url: str, project: str, number: str, accepted: str) -> None:
    """Decide on shared pairs for ever; one line ``candidate site version`` per accepted one, on the disk."""
    store = connect(url)
    draw = random.Random(number + str(os.getpid()))
    with Path(accepted).open("a", encoding="utf-8") as notes:
        while True:
            pair = draw.choice(PAIRS)
            with store.read() as tx:
                seen = decisions.get_decision(tx, project, *pair)
            version = seen.version if seen else 0
            state = None if seen and seen.state else PIN
            try:
                with store.write() as tx:
                    step = decisions.decide(tx, project, *pair, state, expected_version=version, reason="x", by=number)
                    audit.append(tx, number, "decide", details={"pair": list(pair), "version": step.version})
            except ChangedMeanwhileError:
                continue
            notes.write(f"{pair[0]} {pair[1]} {step.version}\n")
            notes.flush()
            os.fsync(notes.fileno())


if __name__ == "__main__":
    main(*sys.argv[1:])
