"""Every page of the app and every tab of it, by the words on them."""

from dataclasses import dataclass

from playwright.sync_api import expect

from planner.messages import gettext
from planner.messages import text as of
from tests.ui.browsing import settled

SWITCH = {"de": "Deutsch", "en": "English"}


@dataclass(frozen=True)
class View:
    """A page and the tabs to be opened on it, in English words or codes."""

    page: str
    tabs: tuple[str, ...] = ()

    def names(self, language):
        """Return what the page and the tabs are called in a language."""
        return tuple(_named(word, language) for word in (self.page, *self.tabs))

    def title(self, language):
        """Return the way to the view as somebody reads it."""
        return " › ".join(self.names(language))


VIEWS = (
    View("Plan"),
    *(View("Planning", ("Scenario", part)) for part in ("Key data", "report.need", "Limits", "Budgets", "Objectives")),
    *(View("Planning", (part,)) for part in ("Plans", "Comparison", "Trade-offs", "Leeway", "Places")),
    *(View("Review", (part,)) for part in ("Cases", "People for a place", "Team")),
    View("Situation"),
    View("Account"),
    View("Help"),
)


def _named(word, language):
    return of(word, language) if "." in word else gettext(word, language)


def go(tab, view, language="de"):
    """Open a view from wherever the app is, as somebody does who clicks; what is open already stays."""
    page, *tabs = view.names(language)
    title = f"{page} · {gettext('Placement plan', language)}"
    if tab.title() != title:
        tab.get_by_role("link", name=page, exact=True).first.click()
        expect(tab).to_have_title(title)
        settled(tab)
    for name in tabs:
        turn(tab, name)


def turn(tab, name):
    """Open a tab and wait until it is drawn."""
    wanted = tab.get_by_role("tab", name=name, exact=True)
    if wanted.get_attribute("aria-selected") != "true":
        wanted.click()
        expect(wanted).to_have_attribute("aria-selected", "true")
        settled(tab)


def speak(tab, language):
    """Switch the language."""
    tab.get_by_role("radio", name=SWITCH[language]).click()
    settled(tab)
