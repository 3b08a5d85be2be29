"""What click says itself, headings, complaints and kinds of values, in the user's language.

Click asks gettext for each of its words, and gettext looks for compiled catalogues of the whole system. Ours are read
by the program itself, so click's modules are given the program's own two functions by the names they use.
"""

from functools import partial

from click import core, decorators, exceptions, formatting, parser, types

from planner.messages import Language, gettext, ngettext

_MODULES = (core, decorators, exceptions, formatting, parser, types)


def speak(language: Language) -> None:
    """Let click speak a language from now on."""
    spoken = {"_": partial(gettext, language=language), "ngettext": partial(ngettext, language=language)}
    for module in _MODULES:
        vars(module).update({name: function for name, function in spoken.items() if name in vars(module)})
