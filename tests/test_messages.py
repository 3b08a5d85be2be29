"""Every sentence is there in both languages, once, and says the same with the same values."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from planner.messages.texts import _registry

MESSAGES = {"N_": 1, "gettext": 1, "words": 1, "ngettext": 2, "plural": 2}
"""The functions whose first arguments are messages, and how many of them are."""

CODES = {"text": 1, "Problem": 1, "of": 1, "say": 1}
"""The functions whose first argument is the code of a sentence."""


def literals(repo_root: Path, functions: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Yield place and literal of every call of one of the functions."""
    for file in (repo_root / "app.py", *sorted((repo_root / "planner").rglob("*.py"))):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                for argument in call.args[: functions.get(name, 0)]:
                    yield from ((f"{file.relative_to(repo_root)}:{call.lineno}", text) for text in choices(argument))


def choices(argument: ast.expr) -> Iterator[str]:
    """Yield the literals an argument can be: itself, or the branches of a condition."""
    match argument:
        case ast.Constant(value=str(value)) if value:
            yield value
        case ast.IfExp(body=body, orelse=orelse):
            yield from choices(body)
            yield from choices(orelse)


@pytest.fixture(scope="module")
def used(repo_root: Path) -> dict[str, str]:
    """Every message of the program and a place where it stands."""
    return {text: place for place, text in literals(repo_root, MESSAGES)} | dict.fromkeys(_registry().values(), "TEXTS")


@pytest.fixture(scope="module")
def catalogues(repo_root: Path) -> dict[str, Catalog]:
    """The German catalogues by room."""
    found = {}
    for file in sorted((repo_root / "planner/locale/de").glob("*.po")):
        with file.open("rb") as content:
            found[file.stem] = read_po(content, locale="de", abort_invalid=True)
    return found


def entries(catalogues: dict[str, Catalog]) -> Iterator[tuple[str, Message]]:
    """Yield room and entry, but for the headers."""
    return ((room, entry) for room, catalogue in catalogues.items() for entry in catalogue if entry.id)


def forms(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_message_is_translated(used: dict[str, str], catalogues: dict[str, Catalog]) -> None:
    """No message of the program is missing from the German catalogues."""
    translated = {form for _, entry in entries(catalogues) if all(forms(entry.string)) for form in forms(entry.id)}
    assert {text: place for text, place in used.items() if text not in translated} == {}


def test_no_entry_is_obsolete(used: dict[str, str], catalogues: dict[str, Catalog]) -> None:
    """No catalogue holds what the program no longer says, or what a translator was unsure of."""
    left = [(room, entry.id) for room, entry in entries(catalogues) if forms(entry.id)[0] not in used or entry.fuzzy]
    assert left + [(room, old) for room, catalogue in catalogues.items() for old in catalogue.obsolete] == []


def test_no_message_is_translated_twice(catalogues: dict[str, Catalog]) -> None:
    """One message stands in one catalogue, so that no file silently wins over another."""
    times = Counter(forms(entry.id)[0] for _, entry in entries(catalogues))
    assert [text for text, number in times.items() if number > 1] == []


def test_placeholders_agree(catalogues: dict[str, Catalog]) -> None:
    """A translation names exactly the values of its message."""
    differing = [
        (room, entry.id)
        for room, entry in entries(catalogues)
        if {frozenset(placeholders(form)) for form in forms(entry.id)}
        != {frozenset(placeholders(form)) for form in forms(entry.string)}
    ]
    assert differing == []


def test_every_code_has_a_sentence(repo_root: Path) -> None:
    """A code named in the program is defined in one of the registries."""
    named = {(place, text) for place, text in literals(repo_root, CODES) if " " not in text}
    assert {(place, code) for place, code in named if code not in _registry()} == set()
