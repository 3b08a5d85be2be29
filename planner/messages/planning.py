"""What the page "Planning" says by code: parts of a limit's sentence, counted groups, the table of budgets."""

from planner.messages.texts import N_

COLUMNS = {
    "population": N_("inhabitants"),
    "foreigners": N_("foreign nationals"),
    "age_u18": N_("under 18"),
    "age_18_24": N_("18 to 24"),
    "age_25_29": N_("25 to 29"),
    "age_30_44": N_("30 to 44"),
    "age_45_59": N_("45 to 59"),
    "age_60_64": N_("60 to 64"),
    "age_65_74": N_("65 to 74"),
    "age_75_84": N_("75 to 84"),
    "age_85p": N_("85 and older"),
    "age_65p": N_("65 and older"),
    "households": N_("households"),
    "households_single": N_("people living alone"),
    "households_single_parent": N_("lone parents"),
    "households_five_or_more": N_("households of five and more"),
    "initiatives_short_of_volunteers": N_("initiatives short of volunteers"),
}
"""Count columns that the program knows by name."""

_RULES = {
    "limit_without_number": N_("A number is missing: at least, at most, or both."),
    "limit_min_above_max": N_("“At least” is more than “at most”."),
    "limit_ceiling_on_people": N_(
        "No ceiling on people by what they speak or can do: please leave “at most” blank, or languages and skills."
    ),
    "limit_reason_missing": N_("Languages and skills need a reason: why does the work need them?"),
    "language_level": N_("A language needs its level, such as ar:A2; levels are A1, A2, B1, B2, C1, C2."),
    "need_without_weight": N_("At least one group needs a weight above 0; otherwise please choose “by population”."),
    "tolerance_without_tier": N_("An objective that is left out cannot be given up in part."),
}

OWN_WORDS = {f"scenario.{rule}": f"planning.rule.{rule}" for rule in _RULES}
"""What the editor says instead of the sentence for files, by that sentence's code."""

TEXTS = {f"planning.column.{name}": message for name, message in COLUMNS.items()}
TEXTS |= {f"planning.rule.{rule}": message for rule, message in _RULES.items()}
TEXTS |= {
    "planning.where.neighbourhood": N_("in {names}"),
    "planning.where.borough": N_("in the borough {names}"),
    "planning.where.host": N_("at the host {names}"),
    "planning.where.field": N_("in the field {names}"),
    "planning.where.site": N_("at the site {names}"),
    "planning.where_label.neighbourhood": N_("Neighbourhoods"),
    "planning.where_label.borough": N_("Boroughs"),
    "planning.where_label.host": N_("Hosts"),
    "planning.where_label.field": N_("Fields"),
    "planning.where_label.site": N_("Sites"),
    "planning.number.unread": N_("“{value}” is no number; please write it as {example}."),
    "planning.number.negative": N_("{value} is below 0; please enter 0 or more."),
    "planning.number.range": N_("{value} is not between 0 and {high}."),
    "planning.budget.no_year": N_("A row of the budgets has amounts but no year."),
    "planning.budget.year_twice": N_("The year {year} is there twice."),
    "marked.problems": N_("Problems"),
    "marked.severity": N_("Kind"),
    "marked.error": N_("Error"),
    "marked.warning": N_("Warning"),
    "marked.file": N_("File"),
    "marked.row": N_("Row"),
    "marked.column": N_("Column"),
    "marked.value": N_("Cell"),
    "marked.text": N_("What is wrong, and what is allowed"),
}
