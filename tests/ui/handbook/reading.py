"""The handbook as the tests read it: its labels, its pictures, and what it says about each."""

import re
from pathlib import Path

HANDBOOK = Path(__file__).parents[3] / "docs" / "handbuch"
PICTURES = HANDBOOK / "bilder"
LANGUAGES = {"Deutsch", "English"}

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
SHOWN = re.compile(
    r"^!\[[^\]]+\]\(bilder/(?P<name>[\w-]+)\.png\)\n\n(?P<said>.+?)\n(?:\n|\Z)", re.MULTILINE | re.DOTALL
)


def chapters():
    """Return the chapters by name."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(HANDBOOK.glob("*.md"))}


def labels(text):
    """Return what stands in bold, as on the screen: in one line, without the full stop of a sentence."""
    return [" ".join(found.split()).rstrip(".:") for found in BOLD.findall(text)]


def pictures():
    """Return the labels that the handbook names right below each picture."""
    return {found["name"]: labels(found["said"]) for text in chapters().values() for found in SHOWN.finditer(text)}
