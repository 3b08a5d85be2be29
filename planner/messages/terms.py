"""The names of the contract's closed lists, as people read them: one word for one thing in every room."""

from planner.messages.texts import N_

TEXTS = {
    "tier.shortage": N_("Shortage of minima"),
    "tier.placements": N_("Placements"),
    "tier.coverage": N_("Coverage of need"),
    "tier.quality": N_("Quality of fit"),
    "tier.commute": N_("Minutes to work"),
    "tier.changes": N_("Changes to the previous plan"),
    "tier.lot": N_("Public lot"),
    "status.optimal": N_("proven best"),
    "status.feasible": N_("usable, not proven best"),
    "status.infeasible": N_("impossible: the rules contradict each other"),
    "status.stopped": N_("stopped"),
    "payer.city": N_("City"),
    "payer.integration": N_("Integration budget"),
    "payer.transfer": N_("Passive-active transfer"),
    "payer.host": N_("Host"),
    "scheme.16i": N_("§ 16i SGB II"),
    "scheme.16e": N_("§ 16e SGB II"),
    "mark.field_not_confirmed": N_("field not confirmed by the advisory board"),
    "mark.eligibility_unclear": N_("eligibility to be clarified"),
}
