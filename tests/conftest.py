"""What tests of several rooms ask for by name."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("planner", deadline=None)
settings.load_profile("planner")  # a busy machine makes no claim wrong


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).parent.parent
