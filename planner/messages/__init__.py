"""Texts by code, in English and, through the gettext catalogues, in German."""

from planner.messages.catalogue import LANGUAGES, Language, gettext, ngettext
from planner.messages.texts import N_, text

__all__ = ["LANGUAGES", "N_", "Language", "gettext", "ngettext", "text"]
