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

TEXTS = {f"planning.column.{name}": message for name, message in COLUMNS.items()} | {
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
    "planning.budget.no_year": N_("A row of the budgets has amounts but no year."),
    "planning.budget.year_twice": N_("The year {year} is there twice."),
}
