"""What is pointed at, in which order: the texts stand in ``messages.tour`` by page and step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.messages.texts import N_


@dataclass(frozen=True, slots=True)
class Step:
    """One card.

    Parameters
    ----------
    name
        Ends the codes of its texts.
    target
        Key of the part of the page that the card stands beside.
    tab
        Message with the title of the tab that has to be open for it.
    """

    name: str
    target: str
    tab: str | None = None


_SCENARIO, _PLANS, _COMPARISON = N_("Scenario"), N_("Plans"), N_("Comparison")
_LEEWAY, _CASES, _PEOPLE = N_("Leeway"), N_("Cases"), N_("People for a place")

TOURS: Mapping[str, Sequence[Step]] = {
    "plan": (
        Step("source", "source"),
        Step("solve", "solve"),
        Step("figures", "key_figures"),
        Step("map", "explore"),
        Step("tables", "details"),
        Step("files", "downloads"),
    ),
    "planning": (
        Step("project", "project"),
        Step("scenario", "scenario_editor", _SCENARIO),
        Step("solve", "scenario_actions", _SCENARIO),
        Step("plans", "plan_list_card", _PLANS),
        Step("figures", "key_figures", _PLANS),
        Step("comparison", "comparison", _COMPARISON),
        Step("leeway", "leeway", _LEEWAY),
    ),
    "review": (
        Step("plan", "review_plan"),
        Step("filter", "filter_card", _CASES),
        Step("case", "review_case", _CASES),
        Step("reasons", "review_case_card", _CASES),
        Step("decision", "review_decision", _CASES),
        Step("people", "people_for", _PEOPLE),
    ),
    "situation": (
        Step("sentences", "situation_sentences"),
        Step("figures", "situation_figures"),
        Step("map", "situation_map"),
        Step("deciding", "situation_deciding"),
        Step("pdf", "situation_pdf"),
    ),
}
"""The tours by the address of their page."""
