"""Where the demo lies, and which of its plans are solved already."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from planner.domain import Plan
from planner.errors import PlannerError
from planner.settings import data_dir
from planner.tables import read_plan

BUILT = (Path("local", "demo"), Path("demo"))
"""Where ``make run`` and ``planner demo`` build the demo and its plan, seen from where the app is started."""

_MAIN = "scenario.toml"


def demo_folder() -> Path:
    """Return the folder of the demo: the one ``PLANNER_DEMO_DIR`` names, else the built one, else the program's own."""
    if named := os.environ.get("PLANNER_DEMO_DIR"):
        return Path(named)
    return next((folder for folder in BUILT if (folder / _MAIN).is_file()), data_dir() / "demo")


def demo_scenarios(folder: Path) -> tuple[Path, ...]:
    """Return the scenario files of a case folder, the main one first."""
    found = (path for path in folder.glob("*.toml") if path.is_file())
    return tuple(sorted(found, key=lambda path: (path.name != _MAIN, len(path.stem), path.name)))


def solved_plans(folder: Path) -> Mapping[str, Path]:
    """Return the plan folders below a folder by the hash of the case they were made for."""
    found = {}
    for file in sorted(folder.glob("**/plan.json")):
        try:
            found[str(json.loads(file.read_text(encoding="utf-8"))["case_hash"])] = file.parent
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found


def solved_plan(folder: Path, case_hash: str) -> Plan | None:
    """Return the plan that was solved beforehand for a case, if there is one that can be read."""
    place = solved_plans(folder).get(case_hash)
    if place is None:
        return None
    try:
        return read_plan(place)
    except (PlannerError, OSError):
        return None
