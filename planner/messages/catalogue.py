"""The gettext catalogues, read straight from their ``.po`` files.

English is the language of the message ids; German is a catalogue per room in ``planner/locale/de``. Compiling them
while reading keeps the repository free of binary files and an installed wheel free of a build step.
"""

import gettext as _gettext
import io
from functools import cache
from pathlib import Path
from typing import Literal

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = ("de", "en")

_LOCALE = Path(__file__).parent.parent / "locale"


@cache
def _translations(language: Language) -> _gettext.NullTranslations:
    """All catalogues of a language in one; later files win, and a test keeps ids from being translated twice."""
    merged = Catalog(locale=language)
    for path in sorted((_LOCALE / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    merged.add(message.id, message.string, context=message.context)
    compiled = io.BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


def gettext(message: str, language: Language) -> str:
    """Return the message in the language; an untranslated one stays English."""
    return _translations(language).gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int, language: Language) -> str:
    """Return the form of the message that fits the number ``n``."""
    return _translations(language).ngettext(singular, plural, n)
