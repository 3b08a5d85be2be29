from pathlib import Path

import pytest

from planner.service import OpenedCase, open_case
from planner.synthetic import generate
from planner.tables import write_case


@pytest.fixture(scope="session")
def case_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small invented case as a folder."""
    folder = tmp_path_factory.mktemp("cases") / "small"
    write_case(generate(80, 16, 12, 1), folder)
    return folder


@pytest.fixture(scope="session")
def opened(case_folder: Path) -> OpenedCase:
    return open_case(case_folder)
