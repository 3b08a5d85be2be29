"""The page "Review" in a real browser: wide and narrow, with its exact prices."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from tests.ui.test_browser import ROOT, TOO_WIDE, browser
from tests.ui.workplaces.test_browser import PATIENCE, page, serious, settled

pytestmark = pytest.mark.browser

__all__ = ["browser", "page"]


@pytest.fixture
def address(solved, folder, tmp_path):
    """Start the app of a workstation with a solved project."""
    shutil.copytree(solved[0], tmp_path, dirs_exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "PLANNER_DEMO_DIR": str(folder), "PLANNER_HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(240):
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", port), timeout=2).close()
                break
            time.sleep(0.25)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_case_is_read_wide_and_narrow(page):
    """The card with exact prices and the way breaks no rule of axe and never pushes the page sideways."""
    page.get_by_role("link", name="Prüfung").click()
    page.get_by_role("button", name="Genaue Preise und Begründungsblatt berechnen").click(timeout=PATIENCE)
    page.get_by_role("button", name="Begründungsblatt (PDF)").wait_for(timeout=2 * PATIENCE)
    settled(page)
    assert serious(page) == {}
    assert page.locator(".city-map:visible .ways .way").count() == 1
    for width in (1440, 320):
        page.set_viewport_size({"width": width, "height": 1000})
        settled(page)
        assert page.evaluate(TOO_WIDE) <= 0
