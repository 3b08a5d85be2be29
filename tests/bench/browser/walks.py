"""The clicks that are measured: every page and tab, and what is done there most."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.browser.clicking import WORDS, Click, Press, Reach, Window, on
from tests.bench.browser.world import FEWER


@dataclass(frozen=True, slots=True)
class Walk:
    """Clicks on one page, one after the other; the last ones leave it as the first found it."""

    page: str
    clicks: Sequence[Click]


def _link(name: str) -> Reach:
    return lambda window, _: on(window.page.get_by_role("link", name=WORDS(name), exact=True))


def _tab(name: str) -> Reach:
    return lambda window, _: on(window.page.get_by_role("tab", name=name).locator("visible=true").first)


def _button(name: str) -> Reach:
    return lambda window, _: on(window.button(name))


def _segment(*names: str) -> Reach:
    """Choose the next of some things of which one is chosen."""
    return lambda window, turn: on(window.segment(names[turn % len(names)]))


def _option(field: str) -> Reach:
    return lambda window, turn: window.option(field, turn)


async def _place(window: Window, turn: int) -> Press:
    cells = window.page.locator("path.cell").locator("visible=true")
    await cells.first.wait_for()
    return await on(cells.nth((turn * 7 + 11) % await cells.count()), force=True)


async def _any_borough(window: Window, _: int) -> Press:
    field = window.page.get_by_role("combobox", name=WORDS("Boroughs (home or work)"))
    await field.focus()
    return lambda: window.page.keyboard.press("Backspace")


async def _month(window: Window, turn: int) -> Press:
    await window.page.get_by_role("slider").focus()
    return lambda: window.page.keyboard.press("ArrowLeft" if turn % 2 else "ArrowRight")


async def _reason(window: Window, _: int) -> Press:
    field = window.page.get_by_role("textbox", name="Begründung")
    return lambda: field.fill("Möchte näher an der Schule arbeiten.")


async def _filter(window: Window, _: int) -> Press:
    return await on(window.page.locator(".st-key-filter_card summary"))


_W = WORDS
_MAP = (
    Click("choose a neighbourhood on the map", _place),
    Click("colours: coverage", _segment(_W("Coverage"))),
    Click("colours: difference", _segment(_W("Placed − target"))),
)
_WAYS = (
    Click("ways: chosen only", _segment(_W("chosen only"))),
    Click("ways: all", _segment(_W("all ways"))),
)
_NEIGHBOURHOOD = Click("choose a neighbourhood in the list", _option(_W("Neighbourhood")))
_DETAILS = (
    Click("table: without a proposal", _tab(_W.of("report.unplaced")), runs=False),
    Click("table: objectives and proof", _tab(_W("Objectives and proof")), runs=False),
    Click("table: placements", _tab(_W.of("report.placements")), runs=False),
)

WALKS = (
    Walk(
        "Plan",
        (
            Click("open", _link("Plan")),
            *_MAP,
            *_WAYS,
            _NEIGHBOURHOOD,
            *_DETAILS,
            Click("other scenario", _option(_W("Scenario"))),
            Click("other scenario", _option(_W("Scenario"))),
        ),
    ),
    Walk(
        "Planning",
        (
            Click("open", _link("Planning")),
            Click("scenario: tab need", _tab(_W.of("report.need"))),
            Click("need: by population", _segment(_W("by population"))),
            Click("need: by weights", _segment(_W("by weights"))),
            Click("need: choose a neighbourhood", _place),
            Click("need: colours: target", _segment(_W("Target for {n} posts", n=FEWER))),
            Click("need: colours: share", _segment(_W("Share of the need"))),
            Click("scenario: tab limits", _tab(_W("Limits"))),
            Click("scenario: tab budgets", _tab(_W("Budgets"))),
            Click("scenario: tab objectives", _tab(_W("Objectives"))),
            Click("objectives: one down", _button("nach unten")),
            Click("objectives: discard", _button(_W("Discard changes"))),
            Click("scenario: tab key data", _tab(_W("Key data"))),
            Click("other scenario", _option(_W("Make it from"))),
            Click("other scenario", _option(_W("Make it from"))),
            Click("tab plans", _tab(_W("Plans"))),
            *_MAP,
            *_WAYS,
            _NEIGHBOURHOOD,
            *_DETAILS,
            Click("other plan", _option("Plan")),
            Click("other plan", _option("Plan")),
            Click("tab comparison", _tab(_W("Comparison"))),
            Click("comparison: choose a neighbourhood", _place),
            Click("comparison: colours: coverage", _segment(_W("Coverage"))),
            Click("comparison: colours: difference", _segment(_W("Placed − target"))),
            Click("comparison: other plan A", _option("Plan A")),
            Click("comparison: other plan A", _option("Plan A")),
            Click("tab trade-offs", _tab(_W("Trade-offs"))),
            Click("trade-offs: money", _segment(_W("Proposals against money"))),
            Click("trade-offs: minutes", _segment(_W("Coverage against minutes"))),
            Click("tab leeway", _tab(_W("Leeway"))),
            Click("leeway: value of a post", _segment(_W("Value of one more post"))),
            Click("leeway: Kompass", _segment(_W("Kompass: who could be elsewhere"))),
            Click("tab places", _tab(_W("Places"))),
            Click("tab scenario", _tab(_W("Scenario"))),
        ),
    ),
    Walk(
        "Review",
        (
            Click("open", _link("Review")),
            Click("next case", _button(_W("Next"))),
            Click("next case", _button(_W("Next"))),
            Click("previous case", _button(_W("Previous"))),
            Click("other case from the list", _option("Fall")),
            Click("open the filter", _filter, runs=False),
            Click("filter by borough", _option(_W("Boroughs (home or work)"))),
            Click("order by the longest way", _option(_W("Order"))),
            Click("order by waiting", _option(_W("Order"))),
            Click("filter by nothing", _any_borough),
            Click("close the filter", _filter, runs=False),
            Click("decide: decline", _segment(_W.of("pages.step.declined"))),
            Click("decide: type a reason", _reason, runs=False, measured=False),
            Click("decide: preview", _button(_W("Preview"))),
            Click("decide: back", _button(_W("Back, save nothing"))),
            Click("tab people for a place", _tab(_W("People for a place"))),
            Click("people: a neighbourhood", _segment(_W("A neighbourhood"))),
            Click("people: a site", _segment(_W("A site"))),
            Click("people: other site", _option(_W.of("report.site_name"))),
            Click("tab team", _tab(_W("Team"))),
            Click("tab cases", _tab(_W("Cases"))),
        ),
    ),
    Walk(
        "Situation",
        (
            Click("open", _link("Situation")),
            Click("choose a neighbourhood on the map", _place),
            Click("move the months", _month),
            Click("colours: difference", _segment(_W.of("situation.map.difference"))),
            Click("colours: occupied", _segment(_W.of("situation.map.occupied"))),
        ),
    ),
    Walk("Account", (Click("open", _link("Account")),)),
)
"""A user walks them in this order and then again; several users begin at different ones."""
