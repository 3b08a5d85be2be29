"""``planner check``: does a plan keep every rule?"""

from pathlib import Path

import click

from planner.cli.manner import BROKEN_RULE, Answer, Manner
from planner.cli.parts import Command, a_path, answering, scenario_option
from planner.cli.show import certificate_view, findings_list, say
from planner.cli.watch import watching
from planner.messages import N_
from planner.progress import Step


@click.command(cls=Command, help=N_("Check the plan in folder PLAN against CASE, rule by rule, without any solver."))
@click.argument("case", type=a_path)
@click.argument("plan", type=a_path)
@scenario_option
@click.option("--certificate", is_flag=True, help=N_("Redo the arithmetic that proves the bounds, too."))
@answering
@click.pass_obj
def check(how: Manner, case: Path, plan: Path, scenario: Path | None, certificate: bool) -> Answer:
    """Check a plan."""
    from planner.cli.commands.solve import exit_code
    from planner.service import check_folder

    with watching(how.language) as progress:
        progress.report(Step("check"))
        checked = check_folder(case, plan, scenario, certificate=certificate)
    report = checked.report
    proofs = checked.certificate
    found = (*report.findings, *(proofs.findings if proofs else ()))
    data = {
        "status": "broken" if found else "passed",
        "plan_status": checked.plan.status.value,
        "findings": [finding.as_dict(how.language) for finding in found],
        "tiers": {tier.value: value for tier, value in report.tiers.items()},
        "notes": [note.as_dict(how.language) for note in checked.opened.notes],
    }
    if proofs:
        data["certificate"] = [
            {
                "tier": tier.tier.value,
                "bound": tier.bound,
                "proven_by_prices": tier.proven,
                "closed_by": tier.closed_by.value,
                "verified": tier.by_arithmetic,
            }
            for tier in proofs.tiers
        ]
    code = BROKEN_RULE if found else exit_code(checked.plan)
    sentences = [f.text(how.language) for f in found]
    if sentences:
        return Answer(code, data, findings_list(sentences))
    return Answer(code, data, certificate_view(proofs.tiers) if proofs else say("cli.check_passed"))
