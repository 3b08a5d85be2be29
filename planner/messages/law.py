"""Sentences about the law: grounds of eligibility, assumptions, and what is wrong with the files of ``data/law``."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "law.age_under_25": N_("Not yet {years} years old on the first working day ({paragraph})."),
    "law.age_limit": N_(
        "Past the age limit of {years} years and {months} months on the first working day ({paragraph})."
    ),
    "law.born_missing": N_("The date of birth is missing, so the age cannot be checked ({paragraph})."),
    "law.receipt_too_short": N_(
        "Benefits in {have} of the last {window} months; at least {need} are needed ({paragraph})."
    ),
    "law.receipt_too_short_family": N_(
        "With a minor child or a severe disability {need} of the last {window} months are enough; there are {have} "
        "({paragraph})."
    ),
    "law.receipt_missing": N_(
        "The months with benefits within the last {window} are missing; {need} are needed ({paragraph})."
    ),
    "law.worked": N_("More than brief work within the last {window} months ({paragraph})."),
    "law.work_unclear": N_(
        "Whether there was only brief work within the last {window} months is unclear ({paragraph})."
    ),
    "law.work_missing": N_(
        "Whether there was only brief work within the last {window} months is not stated ({paragraph})."
    ),
    "law.subsidised_out": N_("Already {have} subsidised months; {most} is the most in a lifetime ({paragraph})."),
    "law.coaching_refused": N_("Declines the coaching that goes with the job ({paragraph})."),
    "law.verdict_confirmed": N_("The Jobcenter has confirmed eligibility ({paragraph})."),
    "law.verdict_rejected": N_("The Jobcenter has rejected eligibility ({paragraph})."),
    "law.unconfirmed": N_("Not confirmed: {key} = {amount}. Source: {source}"),
    "law.unconfirmed.flat_share_16i": N_(
        "Not confirmed: the flat employer's share in the § 16i grant ({amount}%). The Jobcenter must confirm it."
    ),
    "law.unconfirmed.flat_share_16e": N_(
        "Not confirmed: the flat employer's share in the § 16e grant ({amount}%). The Jobcenter must confirm it."
    ),
    "law.unconfirmed.transfer": N_(
        "Not confirmed: the monthly flat rates of the passive-active transfer ({amount} EUR) after June 2026."
    ),
    "law.unconfirmed.levies": N_(
        "Assumed: levies for sick pay, maternity and accident insurance of {amount}% of the pay."
    ),
    "law.unconfirmed.weeks_per_month": N_(
        "Assumed: the weeks of a month are counted as in the public service's tariff (§ 24 Abs. 3 TVöD)."
    ),
    "law.unconfirmed.wage_tables": N_(
        "Not confirmed: the wage tables; their pay per hour is derived from published raises."
    ),
    "law.unconfirmed.coaching": N_(
        "Not confirmed: whoever declines the coaching cannot be funded. The Jobcenter decides in the single case."
    ),
    "law.held_on": N_("{key} is known until {day}; {amount} is used for later months too."),
    "law.held_on.minimum_wage": N_("The minimum wage is known until {day}; it is used for later months too."),
    "law.held_on.social_insurance": N_(
        "The social insurance rates are known until {day}; they are used for later months too."
    ),
    "law.held_on.wage_tables": N_("The wage tables are known until {day}; they are used for later months too."),
    "law.held_back.social_insurance": N_(
        "The social insurance rates are known from {day}; they are used for earlier months too."
    ),
    "law.held_back": N_("{key} is known from {day}; {amount} is used for earlier months too."),
    "law.pay_lifted": N_(
        "The pay of {site} is below the minimum wage of some months; those are computed with the minimum wage."
    ),
    "law.wage_table_unknown": N_("There is no wage table {name}. Allowed: {allowed}."),
    "law.data_no_state": N_("The folder {file} holds no state.toml with the state of the law."),
    "law.data_unreadable": N_("{file} cannot be read: {problem}"),
    "law.data_entry": N_("{file}: {column} {place}: {problem}"),
    "law.data_missing": N_("{file}: the value {column} is missing."),
    "law.data_twice": N_("{file}: the value {column} is defined in another file as well."),
}
