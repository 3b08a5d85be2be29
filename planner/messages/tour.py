"""The cards of the tours, by page and step: what is there, and what it is good for."""

from planner.messages.texts import N_

_PLAN = {
    "source.title": N_("The case"),
    "source.text": N_(
        "Choose the demo, with invented people in the real city, or files of your own. This page keeps nothing: what "
        "you upload is gone when you close it."
    ),
    "solve.title": N_("Computing a plan"),
    "solve.text": N_(
        "One click looks for the best plan and proves it, objective by objective. You see how far it is, and may stop "
        "at any time with the best plan so far."
    ),
    "figures.title": N_("Five figures for a first look"),
    "figures.text": N_("The question mark beside each figure says how it is made."),
    "map.title": N_("The map and what stands behind it"),
    "map.text": N_(
        "Choose a neighbourhood by click, or with the arrow keys and Enter: beside the map stands who would work there "
        "and who lives there."
    ),
    "tables.title": N_("Everything as a table"),
    "tables.text": N_(
        "Proposals, people without one and why, costs by year, and the proof of every objective. Nothing is on the map "
        "alone."
    ),
    "files.title": N_("Taking it along"),
    "files.text": N_(
        "The plan as a workbook, as CSV or for a GIS. To keep plans, compare them and decide on them, go on with "
        "“Planning”."
    ),
}

_PLANNING = {
    "project.title": N_("The project"),
    "project.text": N_("Places, people, scenarios, plans and decisions of one project belong together."),
    "scenario.title": N_("The scenario: what you want"),
    "scenario.text": N_(
        "When it begins, how many posts, by which need, within which limits and budgets, and what matters most. Every "
        "version stays; a new one is made from an old one."
    ),
    "solve.title": N_("Save and solve"),
    "solve.text": N_(
        "The plan is computed beside the page; you may go on working or close the browser. “Change little against” "
        "keeps as much of an earlier plan as can be kept."
    ),
    "plans.title": N_("All plans"),
    "plans.text": N_(
        "Below the list stands the chosen plan. “Release” shows it to leadership, with figures that give nobody away."
    ),
    "figures.title": N_("What the plan reaches"),
    "figures.text": N_(
        "Figures, map, tables, and the costs over 60 months by payer, with every step by which the grant falls."
    ),
    "comparison.title": N_("Two plans side by side"),
    "comparison.text": N_(
        "30 or 100 posts, more or less money: what changes, where, and for whom. The three maps move together."
    ),
    "leeway.title": N_("How much leeway there is"),
    "leeway.text": N_(
        "The Kompass says which proposals could just as well be others, and what one more post would bring where. "
        "Under “Trade-offs” stands what a little less coverage or money would mean."
    ),
}

_REVIEW = {
    "plan.title": N_("The plan under review"),
    "plan.text": N_("The released plan comes first. Every proposal of it is one case."),
    "filter.title": N_("What to look at first"),
    "filter.text": N_("By borough, by time of waiting, by the longest way, or only people who have declined twice."),
    "case.title": N_("The case"),
    "case.text": N_(
        "Whoever has waited longest comes first. “Next” leads through the queue; people without a proposal stand at "
        "its end."
    ),
    "reasons.title": N_("For and against"),
    "reasons.text": N_(
        "Why this site, point by point; what stands against it; and the best other places with the exact price of "
        "each, also for other people."
    ),
    "decision.title": N_("Your decision"),
    "decision.text": N_(
        "Choose a step and look at its preview: who else would move. Only “Save decision and plan” saves it; until "
        "then nothing has happened."
    ),
    "people.title": N_("The other way round"),
    "people.text": N_("A site is free: who would be best there, and what would it mean for the rest?"),
}

_SITUATION = {
    "sentences.title": N_("The situation in three sentences"),
    "sentences.text": N_("Posts that are occupied, posts without a host, and what the released plan does."),
    "figures.title": N_("Four figures"),
    "figures.text": N_("Counts of people are rounded, and small ones are not shown: nobody can be recognised."),
    "map.title": N_("The city, month by month"),
    "map.text": N_("Move the slider: the map shows how many posts are occupied at most in each of 60 months."),
    "deciding.title": N_("What needs deciding"),
    "deciding.text": N_("Posts without a host, neighbourhoods without posts, and the months in which the grant falls."),
    "pdf.title": N_("One page to take along"),
    "pdf.text": N_("The same as a PDF of one page, ready for printing and for a committee."),
}

_TOURS = {"plan": _PLAN, "planning": _PLANNING, "review": _REVIEW, "situation": _SITUATION}

TEXTS = {f"tour.{page}.{name}": message for page, cards in _TOURS.items() for name, message in cards.items()}
