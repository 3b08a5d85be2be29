"""What tests of several rooms ask for by name."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).parent.parent
