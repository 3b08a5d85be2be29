"""What has been published before. Holds true counts, so it stays where the raw rows are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from planner.errors import InputError
from planner.report.disclosure.shown import Published
from planner.report.disclosure.table import Table


@dataclass(frozen=True)
class Publication:
    """A table and what was shown of it."""

    table: Table
    published: Published


@dataclass(frozen=True)
class Ledger:
    """All publications of one project, oldest first."""

    publications: tuple[Publication, ...] = ()

    def of(self, table: Table) -> Sequence[Publication]:
        """Return the earlier publications about the same people, oldest first.

        Raises
        ------
        InputError
            If they were counted by other dimensions: what the two tables tell together could not be audited.
        """
        earlier = [made for made in self.publications if made.table.subject == table.subject]
        names = [dimension.name for dimension in table.dimensions]
        for made in earlier:
            if [dimension.name for dimension in made.table.dimensions] != names:
                raise InputError.of("disclosure.other_dimensions", subject=table.subject)
        return earlier

    def with_publication(self, table: Table, published: Published) -> Self:
        """Return the ledger with one more publication; what shows nothing new is not added."""
        made = Publication(table, published)
        return self if made in self.publications else type(self)((*self.publications, made))
