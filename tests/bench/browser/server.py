"""The server whose clicks are measured, and the processor time it takes."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from planner.ui.auth.web.door import HEALTH

ROOT = Path(__file__).parents[3]
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Server:
    """A running app."""

    address: str
    process: "subprocess.Popen[bytes]"

    def cpu(self) -> float:
        """Return the CPU seconds it has used so far, with its children that have ended."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(int(stat[at]) for at in range(11, 15)) / TICKS

    def memory(self) -> float:
        """Return the MB of memory it holds now."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE / 2**20


@contextmanager
def serve(home: Path, demo: Path) -> Iterator[Server]:
    """Serve the app to this computer until the block ends; the block begins as soon as it answers.

    Parameters
    ----------
    home
        Where the database lies.
    demo
        The case of the page that keeps nothing.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.headless", "true"]
    environment = {**os.environ, "PLANNER_HOME": str(home), "PLANNER_DEMO_DIR": str(demo)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            with suppress(OSError), urlopen(f"http://127.0.0.1:{port}{HEALTH}", timeout=5):
                break
            time.sleep(0.1)
        yield Server(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        process.wait(20)
