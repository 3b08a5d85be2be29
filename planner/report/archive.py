"""The plan folder as one file."""

import io
import tempfile
import zipfile
from pathlib import Path

from planner.domain import Plan
from planner.tables import write_plan

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can tell: the same plan gives the same bytes."""


def plan_csv_zip(plan: Plan) -> bytes:
    """Return the plan folder of the file contract as a zip, its files in order of their names."""
    buffer = io.BytesIO()
    with tempfile.TemporaryDirectory() as place, zipfile.ZipFile(buffer, "w") as archive:
        folder = Path(place) / "plan"
        write_plan(plan, folder)
        for file in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(file.name, FIXED_TIME)
            entry.create_system = 3  # the same on every system: Unix
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.read_bytes())
    return buffer.getvalue()
