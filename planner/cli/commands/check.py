"""``planner check``: does a plan keep every rule?"""

from pathlib import Path

import click

from planner.cli.manner import BROKEN_RULE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, scenario_option
from planner.cli.show import findings_list, say
from planner.cli.watch import watching
from planner.messages import N_
from planner.progress import Step


@click.command(cls=Command, help=N_("Check the plan in folder PLAN against CASE, rule by rule, without any solver."))
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@scenario_option
@answering
@click.pass_obj
def check(how: Manner, case: Path, plan: Path, scenario: Path | None) -> Answer:
    """Check a plan."""
    from planner.cli.commands.solve import exit_code
    from planner.service import check_folder

    with watching(how.language) as progress:
        progress.report(Step("check"))
        checked = check_folder(case, plan, scenario)
    report = checked.report
    data = {
        "status": "passed" if report.passed else "broken",
        "plan_status": checked.plan.status.value,
        "findings": [finding.as_dict(how.language) for finding in report.findings],
        "tiers": {tier.value: value for tier, value in report.tiers.items()},
        "notes": [note.as_dict(how.language) for note in checked.opened.notes],
    }
    code = exit_code(checked.plan) if report.passed else BROKEN_RULE
    sentences = [f.text(how.language) for f in report.findings]
    return Answer(code, data, findings_list(sentences) if sentences else say("cli.check_passed"))
