"""The table of the measurements as Markdown."""

from collections.abc import Iterator, Sequence

from tests.bench.cases import SEED, SIZES
from tests.bench.engines import TITLES
from tests.bench.machine import machine
from tests.bench.measure import Record

TIERS = 7
LIBRARIES = ("ortools", "pulp", "scipy", "numpy")

_HEADER = """# How fast the solver is

Written by `make bench`. Four solvers get the same cases and the same seven strict tiers, one tier after another, each
in a process of its own: our own; CP-SAT with the model written in loops and all defaults; CBC through PuLP; HiGHS
through SciPy. The three others share one textbook model (`tests/bench/textbook.py`), whose building counts.

- CPU: user and system seconds of the process and its children. The clock counts CPU seconds too, so that other work on
  the machine takes nothing from the baselines; our own solver is given the clock as its time limit, which is wall time.
  Imports and the making of the case are left out.
- Proven: tiers whose value equals its bound. Where two solvers both prove a tier, their values are equal; the run
  fails otherwise.
- ×: CPU of the other divided by ours; ≥ where the other did not come to its end within its clock.
- Gap: of our own solver, the first tier that is open, |bound − best| / |bound|.
- Money: the budgets of the generated case times this. At 1.0 the posts are what is short, below it the money. At 0 no
  decision fixes anybody, as nobody could be paid.
"""


def markdown(records: Sequence[Record], command: str) -> str:
    """Return the whole page."""
    lines = [_HEADER, "## Machine", "", *(f"- {fact}" for fact in machine(LIBRARIES)), "", f"Command: `{command}`", ""]
    lines += ["## Cases", "", *_cases(records), "", "## Results", "", *table(records), ""]
    lines += ["## Growth", "", "![CPU seconds against possible pairs](bench.svg)", ""]
    return "\n".join(lines)


def table(records: Sequence[Record]) -> Iterator[str]:
    """Yield the rows, by size and money, our own solver first."""
    yield "| case | money | solver | CPU s | wall s | peak MB | proven | gap | × CPU | measured |"
    yield "|---|---|---|---:|---:|---:|---|---|---:|---|"
    order, sizes = list(TITLES), list(SIZES)
    ours = {(r.size, r.level): r for r in records if r.engine == "planner"}
    for r in sorted(records, key=lambda r: (sizes.index(r.size), -r.level, order.index(r.engine))):
        cells = [r.size, f"{r.level:g}", TITLES[r.engine], f"{r.cpu:.2f}", f"{r.wall:.1f}", f"{r.peak_mb:.0f}"]
        cells += [proof(r), gap(r), ratio(r, ours.get((r.size, r.level))), f"{r.date} {r.commit}".strip()]
        yield f"| {' | '.join(cells)} |"


def proof(record: Record) -> str:
    """Return how far the proof went."""
    if record.infeasible:
        return "no plan exists"
    if record.fault == "clock":
        return f"{record.proven} of {TIERS}, clock {record.clock:g} s"
    return f"{record.proven} of {TIERS}" + (f", {record.fault}" if record.fault else "")


def gap(record: Record) -> str:
    """Return the first open tier and its gap."""
    for name, tier in record.tiers.items():
        if not tier["proven"] and tier["bound"] is not None and tier["value"] is not None:
            return f"{name} {abs(tier['bound'] - tier['value']) / max(1, abs(tier['bound'])):.2%}"
    return "–"


def ratio(record: Record, ours: Record | None) -> str:
    """Return the other's CPU in multiples of ours, where ours came to its end."""
    if ours is None or record is ours or not ours.complete or ours.cpu <= 0:
        return "–"
    return f"{'' if record.complete else '≥ '}{record.cpu / ours.cpu:.1f}"


def _cases(records: Sequence[Record]) -> Iterator[str]:
    pairs = {r.size: r.pairs for r in records}
    yield "| case | candidates | sites | posts | possible pairs |"
    yield "|---|---:|---:|---:|---:|"
    for name, size in SIZES.items():
        if name in pairs:
            yield f"| {name} | {size.candidates:,} | {size.sites:,} | {size.posts:,} | {pairs[name]:,} |"
    yield ""
    yield f"`planner generate DIR --candidates N --sites N --posts N --seed {SEED}` makes them."
