"""The installed command as a process of its own."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from planner.settings import data_dir

PLANNER = (sys.executable, "-m", "planner")


def test_help_is_quick() -> None:
    """Asking for help imports none of the heavy libraries."""
    done = subprocess.run((*PLANNER[:1], "-X", "importtime", *PLANNER[1:], "--help"), capture_output=True, check=True)
    for library in (b"ortools", b"numpy", b"pandas", b"geopandas", b"shapely", b"pydantic", b"streamlit"):
        assert b"| " + library not in done.stderr.replace(b"|   ", b"| ")


def test_standard_output_is_json_alone(small: Path, tmp_path: Path) -> None:
    """A process that reads standard output gets one document, and the exit code of the contract."""
    done = subprocess.run(
        (*PLANNER, "solve", small, "--out", tmp_path / "plan", "--json"), capture_output=True, check=False
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["status"] == "optimal"


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to a single process")
def test_ctrl_c_keeps_the_best_plan(tmp_path: Path) -> None:
    """Stopped while proving, the best plan so far is written and the exit code is 0; before any plan it is 4."""
    demo = data_dir() / "demo"
    arguments = ("solve", demo, "--scenario", demo / "scenario_budget.toml", "--out", tmp_path / "plan", "--lang", "en")
    with subprocess.Popen((*PLANNER, *arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "Coverage" in line:
                process.send_signal(signal.SIGINT)
                break
        try:
            process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, (tmp_path / "plan" / "plan.json").is_file()) in {(0, True), (4, False)}
    assert [entry.name for entry in tmp_path.iterdir()] in (["plan"], [])
