"""``planner user``: who works with the program and with which roles, as whoever runs the server sees and sets it.

Somebody must be the first administrator; whoever may start a command with the database's address says who.
"""

import click

from planner.cli.kept import users_table
from planner.cli.manner import DONE, Answer
from planner.cli.parts import Group, answering, option
from planner.cli.show import say
from planner.cli.stores import operated_store
from planner.messages import N_


@click.group(cls=Group, help=N_("See and set who may do what."))
@answering
def user() -> None:
    """Hold what can be done with users."""


@user.command("list", help=N_("List everybody who has signed in, with their roles."))
@answering
def list_() -> Answer:
    """List users."""
    from planner.service import list_users

    with operated_store() as (store, operator):
        found = list_users(store, operator)
    rows = [
        {"user": one.user_id, "name": one.name, "active": one.active, "roles": sorted(one.roles), "issuer": one.issuer}
        for one in found
    ]
    return Answer(DONE, {"status": "done", "users": rows}, users_table(found))


@user.command("roles", help=N_("Give USER exactly these roles; without any, take them away."))
@click.argument("user_id", metavar="USER")
@option(
    "--role",
    "roles",
    type=click.Choice(["planner", "reviewer", "leadership", "admin"]),
    multiple=True,
    help=N_("A role; may be given several times."),
)
@answering
def roles_(user_id: str, roles: tuple[str, ...]) -> Answer:
    """Set roles."""
    from planner.service import set_roles
    from planner.store import Role

    with operated_store() as (store, operator):
        found = set_roles(store, operator, user_id, map(Role, roles))
    held = sorted(found.roles)
    data = {"status": "done", "user": found.user_id, "name": found.name, "roles": held}
    return Answer(DONE, data, say("operate.roles", name=found.name, roles=", ".join(held) or "–"))
