"""``planner boundaries``: real boundaries in place of the generalised ones."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.manner import DONE, Answer, Manner
from planner.cli.parts import Group, a_path, answering, option
from planner.cli.show import imported_view
from planner.messages import N_

if TYPE_CHECKING:
    from planner.geo import Imported


@click.group(cls=Group, help=N_("Use real boundaries in place of the generalised ones."))
@answering
def boundaries() -> None:
    """Hold the ways to get boundaries."""


@boundaries.command("import", help=N_("Read boundaries from a GeoJSON, GeoPackage or Shapefile."))
@click.argument("file", type=a_path)
@option("--code-column", metavar="NAME", help=N_("Column with the codes of the neighbourhoods."))
@answering
@click.pass_obj
def import_(how: Manner, file: Path, code_column: str | None) -> Answer:
    """Import boundaries from a file."""
    from planner.geo import import_boundaries

    return _answer(how, import_boundaries(file, code_column))


@boundaries.command("fetch", help=N_("Ask the city of Dresden for its boundaries; needs the internet."))
@answering
@click.pass_obj
def fetch(how: Manner) -> Answer:
    """Fetch boundaries from the city."""
    from planner.geo import fetch_boundaries

    return _answer(how, fetch_boundaries())


def _answer(how: Manner, imported: "Imported") -> Answer:
    data = {
        "status": "done",
        "out": str(imported.path),
        "codes": list(imported.codes),
        "code_column": imported.column,
        "square_kilometres": round(imported.square_kilometres, 3),
        "notes": [note.as_dict(how.language) for note in imported.notes],
    }
    return Answer(DONE, data, imported_view(imported))
