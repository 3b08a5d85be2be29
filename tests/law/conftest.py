import pytest

from planner.law import Law, load_law


@pytest.fixture(scope="session")
def law() -> Law:
    """The law as it stands in ``data/law``."""
    return load_law()
