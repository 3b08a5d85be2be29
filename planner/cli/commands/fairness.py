"""``planner fairness``: is the program blind, and how do groups fare?"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.checked import refused
from planner.cli.commands.envy import told
from planner.cli.groups import groups_view
from planner.cli.interrupt import interruptible
from planner.cli.manner import BROKEN_RULE, DONE, Answer, Manner
from planner.cli.parts import Group, a_path, answering, limit_option, option, scenario_option
from planner.cli.watch import watching
from planner.messages import N_
from planner.progress import Step, Stop

if TYPE_CHECKING:
    from planner.fairness import Blindness


@click.group(cls=Group, help=N_("Show that the program is blind to groups, and how groups fare all the same."))
@answering
def fairness() -> None:
    """Hold the audits of fairness."""


@fairness.command(
    "blind",
    help=N_("Plan CASE again and again with changes that must not matter, and compare bit by bit."),
)
@click.argument("case", type=a_path)
@option(
    "--groups",
    type=a_path,
    metavar="FILE",
    help=N_("Groups of the candidates; by default groups.csv beside the tables, else drawn by chance."),
)
@option(
    "--rounds",
    type=click.IntRange(min=1, max=100),
    default=1,
    metavar="N",
    help=N_("How often each change in which chance takes part is made."),
)
@scenario_option
@limit_option
@answering
@click.pass_obj
def blind(
    how: Manner,
    case: Path,
    groups: Path | None,
    rounds: int,
    scenario: Path | None,
    time_limit: float | None,
) -> Answer:
    """Probe blindness."""
    from planner.fairness import blind_data, blind_words
    from planner.service import probe_blindness

    with watching(how.language) as progress:

        def work(stop: Stop) -> "Blindness":
            return probe_blindness(
                case, scenario, groups=groups, rounds=rounds, time_limit=time_limit, progress=progress, stop=stop
            )

        found = interruptible(work, how.language)
    data = {"status": "blind" if found.blind else "broken", **blind_data(found, how.language)}
    return Answer(DONE if found.blind else BROKEN_RULE, data, told(blind_words(found, how.language)))


@fairness.command(
    "groups",
    help=N_("Compare how the groups in FILE fare in PLAN of CASE, and which requirement opens a gap between them."),
)
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@option(
    "--groups",
    type=a_path,
    required=True,
    metavar="FILE",
    help=N_("CSV file with candidate_id and columns of groups; read for this run and kept nowhere."),
)
@option("--women", default="", metavar="COLUMN=GROUP", help=N_("The group of the women, where its name does not say."))
@option("--women-share", default="", metavar="SHARE", help=N_("Women's share of the unemployed, as in 0.48 or 48%."))
@option("--women-source", default="", metavar="TEXT", help=N_("Where that share was read."))
@option(
    "--threshold",
    type=click.IntRange(min=3, max=30),
    default=10,
    metavar="K",
    help=N_("Groups of fewer people are counted together, fewer people are withheld (10)."),
)
@scenario_option
@answering
@click.pass_obj
def groups(
    how: Manner,
    case: Path,
    plan: Path,
    groups: Path,
    *,
    women: str,
    women_share: str,
    women_source: str,
    threshold: int,
    scenario: Path | None,
) -> Answer:
    """Compare groups."""
    from planner.report.disclosure import Rules
    from planner.report.groups import audit_data
    from planner.service import Women, check_folder, compare_groups

    with watching(how.language) as progress:
        progress.report(Step("check"))
        checked = check_folder(case, plan, scenario)
        if (no := refused(how, checked)) is not None:
            return no
        found = compare_groups(
            checked.opened,
            checked.plan,
            groups,
            women=Women(women, women_share, women_source),
            rules=Rules(threshold=threshold),
        )
    data = {
        "status": "done",
        "columns": [audit_data(audit, share, how.language) for audit, share in found.audits],
        "notes": [note.as_dict(how.language) for note in found.notes],
    }
    return Answer(DONE, data, groups_view(found))
