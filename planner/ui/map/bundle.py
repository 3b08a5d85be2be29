"""The component's JavaScript: small modules on disk, one text for the browser, no build step.

Streamlit takes the code of a component as one string. The modules import only each other and export by name, so
joining them in order of dependence and dropping those words gives the same program.
"""

import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<name>[a-z]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)
_FOR_PEOPLE = re.compile(r"^\s*//.*\n|^\s*/\*[^*]*\*/\n|^\s+", re.MULTILINE)


@cache
def script(entry: str) -> str:
    """Return a module and all it imports as one module."""
    order: list[str] = []
    _visit(entry, order, ())
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", _source(name))) for name in order)


def style() -> str:
    """Return the style sheet of the map."""
    return (_HERE / "map.css").read_text(encoding="utf-8")


def packed(text: str) -> str:
    """Return a script or a style sheet without what only people read: it travels with every map."""
    return _FOR_PEOPLE.sub("", text)


def _source(name: str) -> str:
    return (_HERE / "js" / f"{name}.js").read_text(encoding="utf-8")


def _visit(name: str, order: list[str], path: tuple[str, ...]) -> None:
    if name in path:
        raise ValueError(f"modules import each other in a circle: {' → '.join((*path, name))}")
    if name in order:
        return
    for found in _IMPORT.finditer(_source(name)):
        _visit(found["name"], order, (*path, name))
    order.append(name)
