"""What a PDF file holds, read by another program than the one that made it."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader


def reader(content: bytes) -> PdfReader:
    """Open a file."""
    return PdfReader(io.BytesIO(content))


def words(content: bytes) -> str:
    """Return all text, every break of a line as a space."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader(content).pages))


def tags(content: bytes) -> Iterator[tuple[str, Any]]:
    """Yield kind and element of everything in the tree of tags."""
    waiting = [reader(content).trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            if "/S" in one:
                yield str(one["/S"]).lstrip("/"), one
            if "/K" in one:
                waiting.append(one["/K"])
