"""What a page says, to the eye and to the ear, and in which language."""

import re
from functools import cache

from babel.messages.pofile import read_po

from tests.ui.browsing import ROOT

ENGLISH = re.compile(
    r"\b(the|of|and|or|with|please|choose|select|selected|clear|remove|press|enter|apply|open|close|results?|options?"
    r"|available|fullscreen|download|search|show|hide|columns?|upload|drag|drop|files|add|row|delete|loading|running"
    r"|stop|rerun|view|save|pages|sidebar|increment|decrement|previous|next|today|month|year|sort|pin|copy|cancel"
    r"|submit|is|are|not|for|from|by|empty|help|to)\b",
    re.IGNORECASE,
)
"""Words of English that are no words of German."""

NAMES = re.compile(r"opendata\.dresden\.de|dl-de/by-2-0|\.toml|\.csv")
"""What is called the same in every language: the city's source as it wants to be named, files."""

TEXTS = """() => {
  const names = ["aria-label", "aria-valuetext", "aria-roledescription", "placeholder", "title", "alt"];
  const silent = ["STYLE", "SCRIPT", "NOSCRIPT"];
  const found = new Set();
  const look = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      silent.includes(node.nodeName) || node.translate === false
        || (node.lang && node.lang !== document.documentElement.lang)
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) found.add(node.nodeValue.trim());
      else for (const name of names) if (node.hasAttribute(name)) found.add(node.getAttribute(name).trim());
      if (node.shadowRoot) look(node.shadowRoot);
    }
  };
  look(document.documentElement);
  return [...found];
}"""
"""Returns all that is written on the page, or told to those who do not see it, but for parts marked as foreign."""


@cache
def ours():
    """Return our English sentences and our German ones, but for those that are the same in both."""
    english, german = set(), set()
    for file in (ROOT / "planner" / "locale" / "de").glob("*.po"):
        with file.open("rb") as content:
            for entry in read_po(content, locale="de"):
                if entry.id and isinstance(entry.id, str):
                    english.add(entry.id)
                    german.add(entry.string)
    return english - german, german - english


def foreign(tab, language):
    """Return what the page says in the other language, sorted."""
    texts = {text for text in tab.evaluate(TEXTS) if re.search(r"[A-Za-z]{2}", text)}
    if language == "en":
        return sorted(texts & ours()[1])
    return sorted(texts & ours()[0] | {text for text in texts if ENGLISH.search(text) and not NAMES.search(text)})
