"""The three sentences at the top."""

from planner.messages import Language, text
from planner.messages.written import day, number
from planner.report.situation.facts import Situation


def sentences(situation: Situation, language: Language) -> tuple[str, str, str]:
    """Return how many posts there are, how many lack a host, and what the plan does."""
    posts = text(
        "situation.posts",
        language,
        {
            "posts": number(situation.total("posts"), language),
            "n": number(situation.total("occupied"), language),
        },
    )
    planned = text("situation.planned", language, {"n": number(situation.total("planned"), language)})
    return posts, planned, _plan(situation, language)


def _plan(situation: Situation, language: Language) -> str:
    if situation.plan is None:
        return text("situation.no_plan", language)
    under = sum(quarter.missing > 0 for quarter in situation.quarters)
    values = {"n": number(situation.total("proposed"), language), "under": number(under, language)}
    if situation.released is None:
        return text("situation.plan", language, values)
    return text("situation.released", language, {**values, "date": day(situation.released, language)})
