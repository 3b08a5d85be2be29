"""What the page "Review" says by code: the checklist before the contract, own views, what the trail says of them."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "review.view_noted": N_("You have noted your own view of this proposal already; it is not changed afterwards."),
    "review.no_view": N_("Please note your own view first: this project asks for it before a proposal is accepted."),
    "review.item.host": N_("The host was asked and agrees"),
    "review.item.application": N_("The application to the Jobcenter was made"),
    "review.item.coaching": N_("Coaching is arranged"),
    "review.item.field": N_("The board has confirmed the field of activity"),
    "review.view.fits": N_("It fits"),
    "review.view.unsure": N_("I am not sure"),
    "review.view.unfit": N_("It does not fit"),
    "review.order.waiting": N_("Waiting longest first"),
    "review.order.way": N_("Longest way first"),
    "review.mark.forced": N_("forced: no admissible plan exists without this proposal"),
    "review.mark.priced": N_("with a price: every plan without this proposal is worse in some objective"),
    "review.mark.free": N_("free: another plan without this proposal is as good in every objective"),
    "review.mark.open": N_("left open: the time ran out"),
    "review.transport.walk": N_("on foot"),
    "review.transport.bike": N_("bicycle"),
    "review.transport.transit": N_("bus and tram"),
    "review.transport.car": N_("car"),
    "action.review.guarded": N_("Guard against nodding set"),
    "action.review.view_noted": N_("Own view noted"),
    "action.review.checked": N_("Checklist changed"),
}
