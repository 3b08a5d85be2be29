"""Why a pair is not possible, why somebody is not placed, and what a placement is marked with.

``reason.<code>`` is a short label, ``unplaced.<code>`` the sentence beside an unplaced person, ``mark.<code>`` the note
on a placement whose pair fails a test and was accepted all the same; the marks of ``domain.Mark`` are terms.
"""

from planner.messages.texts import N_

TEXTS = {
    "reason.not_eligible": N_("not eligible for the subsidy"),
    "reason.unclear": N_("eligibility unclear"),
    "reason.hours": N_("weekly hours do not fit"),
    "reason.language": N_("language or level missing"),
    "reason.skill": N_("skill missing"),
    "reason.clearance": N_("enhanced criminal record check missing"),
    "reason.measles": N_("measles proof missing"),
    "reason.step_free": N_("site not step-free"),
    "reason.shift": N_("no common shift"),
    "reason.available": N_("not available at the start"),
    "reason.permit": N_("work permit ends before the start"),
    "reason.commute": N_("way too long"),
    "reason.field_refused": N_("field refused by the person"),
    "reason.neighbourhood_refused": N_("neighbourhood refused by the person"),
    "reason.forbidden": N_("ruled out by a reviewer"),
    "reason.declined": N_("proposal declined"),
    "unplaced.not_eligible": N_("On the data at hand, the conditions of the subsidy are not met."),
    "unplaced.unclear": N_("The data do not show whether the conditions of the subsidy are met; please clarify."),
    "unplaced.hours": N_("No site offers weekly hours that fit the person's."),
    "unplaced.language": N_("Every site asks for a language or a language level that is missing."),
    "unplaced.skill": N_("Every site asks for a skill that is missing."),
    "unplaced.clearance": N_("Every site asks for an enhanced criminal record check, which is missing."),
    "unplaced.measles": N_("Every site asks for a measles proof, which is missing."),
    "unplaced.step_free": N_("No site is step-free."),
    "unplaced.shift": N_("No site has a shift in common with the person."),
    "unplaced.available": N_("The person or the sites are not available at the start."),
    "unplaced.permit": N_("The work permit ends before the start."),
    "unplaced.commute": N_("The way to every site is longer than allowed or wished."),
    "unplaced.field_refused": N_("The person refuses the fields of all sites."),
    "unplaced.neighbourhood_refused": N_("The person refuses the neighbourhoods of all sites."),
    "unplaced.forbidden": N_("A reviewer has ruled out every site."),
    "unplaced.declined": N_("The proposals for every site have been declined."),
    "unplaced.no_pair": N_("No site is possible; the reasons differ from site to site."),
    "unplaced.displaced": N_(
        "Some site would be possible, but posts, limits, budget or the order of the aims spoke for others."
    ),
    "mark.not_eligible": N_("agreed although the conditions of the subsidy are not met"),
    "mark.unclear": N_("agreed although eligibility is unclear"),
    "mark.hours": N_("agreed although the weekly hours do not fit"),
    "mark.language": N_("agreed although a language or level is missing"),
    "mark.skill": N_("agreed although a skill is missing"),
    "mark.clearance": N_("agreed although the enhanced criminal record check is missing"),
    "mark.measles": N_("agreed although the measles proof is missing"),
    "mark.step_free": N_("agreed although the site is not step-free"),
    "mark.shift": N_("agreed although there is no common shift"),
    "mark.available": N_("agreed although not available at the start"),
    "mark.permit": N_("agreed although the work permit ends before the start"),
    "mark.commute": N_("agreed although the way is longer than may be demanded"),
    "mark.field_refused": N_("agreed although the person refuses the field"),
    "mark.neighbourhood_refused": N_("agreed although the person refuses the neighbourhood"),
    "mark.forbidden": N_("agreed although ruled out by a reviewer"),
    "mark.declined": N_("agreed although a proposal was declined"),
}
