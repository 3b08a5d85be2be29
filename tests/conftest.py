"""What tests of several rooms ask for by name."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine makes no claim wrong; a gate judges the change at hand, so it draws the same examples each time.
settings.register_profile("planner", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("planner")


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Give back the main module that Streamlit's test runner puts its script in place of.

    A process that a later test starts would run that script before its own work.
    """
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).parent.parent


_LONG = ("browser", "slow")
"""Marks of what takes long, the longest first."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the endurance tests out unless ``-m`` asks for them; begin with the files that take longest.

    A file is run by one process: where a long one comes last, the others wait for it.
    """
    if "soak" not in config.option.markexpr:
        enduring = [item for item in items if item.get_closest_marker("soak")]
        config.hook.pytest_deselected(items=enduring)
        items[:] = [item for item in items if item not in enduring]
    rank: dict[Path, int] = {}
    for item in items:
        of_item = next((k for k, mark in enumerate(_LONG) if item.get_closest_marker(mark)), len(_LONG))
        rank[item.path] = min(rank.get(item.path, len(_LONG)), of_item)
    items.sort(key=lambda item: rank[item.path])
