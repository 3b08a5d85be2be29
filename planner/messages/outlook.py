"""The months of a plan: what changes when, and who pays."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "outlook.cliff.step": N_(
        "{month}: the grant falls to {share} for {n} placements; city and host pay {amount} more a month."
    ),
    "outlook.cliff.end": N_("{month}: {n} contracts have ended; city and host pay {amount} less a month."),
    "outlook.cliff.end_dearer": N_("{month}: {n} contracts have ended; city and host still pay {amount} more a month."),
    "outlook.cliff.step_cheaper": N_(
        "{month}: the grant falls to {share} for {n} placements; as contracts end, city and host pay {amount} less a "
        "month."
    ),
    "outlook.no_cliff": N_(
        "In no month does the grant fall, or a contract end, for a tenth of the placements at once."
    ),
    "outlook.running": N_("Placements"),
    "outlook.ended": N_("Contracts ended"),
    "outlook.step": N_("at {share} grant"),
    "outlook.total": N_("Total"),
    "outlook.month": N_("Month"),
}
