"""What was measured on."""

import importlib.metadata
import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path


def machine(libraries: Sequence[str]) -> Iterator[str]:
    """Yield what was measured on, with the versions of some libraries."""
    processor = "unknown"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            processor = line.partition(":")[2].strip()
            break
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    yield f"{processor}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}"
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in libraries)
    yield f"Python {platform.python_version()}, {versions}"
