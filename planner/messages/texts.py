"""Sentences by code. Each room keeps its codes in a module of its own here; a code is defined once."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from planner.messages.catalogue import Language, gettext


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "to be translated, but later")
    """Mark a message for the catalogue without translating it."""
    return message


@cache
def _registry() -> Mapping[str, str]:
    """Collect ``TEXTS`` of every module of this package.

    Raises
    ------
    ValueError
        If two modules define one code.
    """
    package = import_module("planner.messages")
    found: dict[str, str] = {}
    for module in iter_modules(package.__path__):
        texts: Mapping[str, str] = getattr(import_module(f"planner.messages.{module.name}"), "TEXTS", {})
        if twice := found.keys() & texts.keys():
            raise ValueError(f"codes defined twice: {sorted(twice)}")
        found.update(texts)
    return found


def text(code: str, language: Language, params: Mapping[str, object] | None = None) -> str:
    """Return the sentence of a code with its values filled in.

    Parameters
    ----------
    code
        A key of one of the ``TEXTS`` registries.
    language
        ``"de"`` or ``"en"``.
    params
        The values named in the sentence as ``{name}``. ``day`` is an ISO date and written as in the language.

    Raises
    ------
    KeyError
        If no registry defines the code, or the sentence names a value that is not given.
    """
    values = dict(params or {})
    if language == "de" and "day" in values:
        values["day"] = f"{date.fromisoformat(str(values['day'])):%d.%m.%Y}"
    return gettext(_registry()[code], language).format_map(values)
