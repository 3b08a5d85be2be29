"""Sentences of disclosure control: what its signs mean, and why a publication is refused."""

from planner.messages.texts import N_

TEXTS = {
    "disclosure.threshold_too_low": N_("The disclosure threshold is {threshold}; allowed is {floor} or more."),
    "disclosure.denominator_too_low": N_(
        "Shares would be shown of {denominator} people; allowed is the disclosure threshold, {threshold}, or more."
    ),
    "disclosure.other_dimensions": N_(
        "“{subject}” was published before with other breakdowns. Both together could not be checked, so this is not "
        "shown."
    ),
    "disclosure.sign.hidden": N_("not shown, for confidentiality"),
    "disclosure.sign.zero": N_("exactly nobody"),
    "disclosure.sign.rounded": N_("rounded to a multiple of {rounding}"),
    "disclosure.sign.kept": N_("as published before: it changed by fewer than {threshold} people"),
    "disclosure.sign.exact": N_("exact: a public fact"),
    "disclosure.legend": N_(
        "Counts of people are rounded to multiples of {rounding}. “-” is exactly nobody. “.” is not shown, so that "
        "groups of fewer than {threshold} people cannot be recognised, also not by subtraction. A count that "
        "changed by fewer people than that stays as published before."
    ),
    "disclosure.merged": N_(
        "Neighbourhoods 33 and 34 are counted with 31, 44 with 42, as Dresden's statistics office does."
    ),
}
