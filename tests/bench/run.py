"""One engine on one case, in a process of its own: ``python -m tests.bench.run SIZE LEVEL ENGINE SECONDS``.

Prints one JSON object per line: first what making the case has cost, which does not count, then the tiers as they are
decided, then the end.
"""

import json
import resource
import sys
import time
from dataclasses import asdict

from tests.bench.cases import make_case
from tests.bench.engines import ENGINES, Found


def used() -> float:
    """Return CPU seconds (user and system) of this process and of its children that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(r.ru_utime + r.ru_stime for r in both)


def _tell(record: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(record) + "\n")
    sys.stdout.flush()


def main(size: str, level: str, engine: str, seconds: str) -> None:
    """Make the case, then measure the engine."""
    case, pairs = make_case(size, float(level))
    _load(engine)
    before, begun = used(), time.monotonic()
    _tell({"ready": True, "pairs": len(pairs), "cpu": before})

    def tell(found: Found) -> None:
        _tell({**asdict(found), "cpu": used() - before})

    ENGINES[engine](case, pairs, float(seconds), tell)
    peak = max(resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    _tell({"end": True, "cpu": used() - before, "wall": time.monotonic() - begun, "peak_kb": peak})


def _load(engine: str) -> None:
    """Import an engine's library beforehand: what is measured is the solving."""
    if engine == "cbc":
        import pulp  # noqa: F401
    elif engine == "highs":
        import scipy.optimize  # noqa: F401
    else:
        import ortools.sat.python.cp_model  # noqa: F401


if __name__ == "__main__":
    main(*sys.argv[1:])
