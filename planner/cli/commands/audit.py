"""``planner audit``: prove that nobody changed the past."""

import click

from planner.cli.kept import listed
from planner.cli.manner import BROKEN_RULE, DONE, Answer, Manner
from planner.cli.parts import Group, answering, option
from planner.cli.show import say
from planner.cli.stores import operated_store
from planner.errors import InputError
from planner.messages import N_, text


@click.group(cls=Group, help=N_("Look into the audit trail."))
@answering
def audit() -> None:
    """Hold what can be done with the trail."""


@audit.command("verify", help=N_("Find every entry that was changed, removed or put elsewhere."))
@option("--anchor", metavar="SEQ:HASH", help=N_("An end of the trail that was noted earlier outside the database."))
@answering
@click.pass_obj
def verify(how: Manner, anchor: str | None) -> Answer:
    """Verify."""
    from planner.service import verify_audit
    from planner.store.audit import Head

    noted = None
    if anchor is not None:
        seq, colon, seal = anchor.partition(":")
        if not (colon and seq.isdecimal()):
            raise InputError.of("operate.anchor")
        noted = Head(int(seq), seal)
    with operated_store() as (store, user):
        found = verify_audit(store, user, noted)
    told = [text(finding.code, how.language, {"seq": finding.seq}) for finding in found.findings]
    data = {
        "status": "broken" if told else "verified",
        "anchor": f"{found.head.seq}:{found.head.hash}",
        "findings": [
            {"code": finding.code, "seq": finding.seq, "text": words}
            for finding, words in zip(found.findings, told, strict=True)
        ],
    }
    if told:
        return Answer(BROKEN_RULE, data, listed("operate.trail_broken", told))
    return Answer(
        DONE,
        data,
        say(
            f"operate.trail_whole{'.one' if found.head.seq == 1 else ''}",
            number=found.head.seq,
            anchor=str(data["anchor"]),
        ),
    )
