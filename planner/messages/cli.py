"""Sentences of ``planner.cli``."""

from planner.messages.texts import N_

TEXTS: dict[str, str] = {
    "cli.usage": N_("{message}"),
    "cli.file_system": N_("{file}: {message}"),
    "cli.internal": N_(
        "The program made a mistake ({name}). {detail} Nothing was written. With PLANNER_DEBUG=1 it says where."
    ),
    "cli.stopped": N_("Stopped before there was a plan; nothing was written."),
    "cli.stopping": N_("Stopping; the best plan so far will be kept. Ctrl-C again ends at once."),
    "cli.more": N_("… and {number} more"),
    "cli.notes": N_("To be known:"),
    "cli.head_file": N_("File"),
    "cli.head_row": N_("Row"),
    "cli.head_column": N_("Column"),
    "cli.head_value": N_("Value"),
    "cli.head_problem": N_("What is wrong and what is allowed"),
    "cli.head_tier": N_("Aim"),
    "cli.head_result": N_("Result"),
    "cli.head_bound": N_("Bound"),
    "cli.head_gap": N_("Gap"),
    "cli.head_eur": N_("EUR"),
    "cli.proven": N_("proven"),
    "cli.plan": N_("Plan: {status}."),
    "cli.placed": N_("{placed} people are proposed, {unplaced} are not."),
    "cli.written": N_("Written to {out}."),
    "cli.pairs": N_("{number} possible pairs written to {out}."),
    "cli.pairs_refused": N_("{number} pairs that are not possible written to {out}."),
    "cli.generated": N_("An invented case of {candidates} people and {sites} sites was written to {out}."),
    "cli.demo_missing": N_("The demo case is missing from the program's data folder ({file})."),
    "cli.demo_current": N_("The demo in {out} is complete and up to date; nothing was changed."),
    "cli.check_passed": N_("The plan keeps every rule."),
    "cli.check_broken": N_("The plan breaks rules: {number}."),
    "cli.imported": N_("{number} areas ({area} km², codes from column {column}) are used from now on, kept in {out}."),
    "cli.bound": N_("{value} (bound {bound}, gap {gap})"),
    "cli.phase_read": N_("Reading"),
    "cli.phase_pairs": N_("Finding possible pairs"),
    "cli.phase_solve": N_("Solving"),
    "cli.phase_check": N_("Checking"),
    "cli.phase_write": N_("Writing"),
    "cli.phase_generate": N_("Inventing"),
}
