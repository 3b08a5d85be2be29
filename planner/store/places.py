"""The present places of a project: neighbourhoods, sites, travel times. Earlier ones stay, nobody is in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert, select

from planner.domain import Neighbourhood, Site, Transport
from planner.store import documents, layout
from planner.store.codec import record, row_of
from planner.store.errors import NotFoundError
from planner.store.projects import next_revision
from planner.store.store import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where people live and where they work."""

    neighbourhoods: tuple[Neighbourhood, ...]
    sites: tuple[Site, ...]
    travel_times: Mapping[tuple[str, str, Transport], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlacesDigests:
    """The digests under which the three tables are kept."""

    neighbourhoods: str
    sites: str
    travel_times: str

    def as_columns(self) -> dict[str, str]:
        """Return the digests by column name."""
        return {"neighbourhoods": self.neighbourhoods, "sites": self.sites, "travel_times": self.travel_times}


def replace_places(tx: Transaction, project: str, places: Places, by: str) -> int:
    """Import places as the project's present ones and return their revision.

    Raises
    ------
    NotFoundError
        ``store.no_project``.
    """
    revision = next_revision(tx, project, "places_revision")
    digests = keep_places(tx, places)
    values = {"project_id": project, "revision": revision, "at": tx.now, "by": by, **digests.as_columns()}
    tx.run(insert(layout.places).values(values))
    return revision


def get_places(tx: Transaction, project: str, revision: int | None = None) -> Places:
    """Return the places of a project, the present ones unless a revision is named.

    Raises
    ------
    NotFoundError
        ``store.no_places`` if none have been imported.
    """
    return fetch_places(tx, digests_of(tx, project, revision))


def digests_of(tx: Transaction, project: str, revision: int | None = None) -> PlacesDigests:
    """Return the digests of a project's places.

    Raises
    ------
    NotFoundError
        ``store.no_places`` if none have been imported.
    """
    table = layout.places
    wanted = select(table.c.neighbourhoods, table.c.sites, table.c.travel_times).where(table.c.project_id == project)
    if revision is not None:
        wanted = wanted.where(table.c.revision == revision)
    row = tx.run(wanted.order_by(table.c.revision.desc()).limit(1)).first()
    if row is None:
        raise NotFoundError.of("store.no_places")
    return PlacesDigests(*row)


def keep_places(tx: Transaction, places: Places) -> PlacesDigests:
    """Keep the three tables; row order does not matter."""
    minutes = sorted([*map(str, key), value] for key, value in places.travel_times.items())
    return PlacesDigests(
        neighbourhoods=documents.keep(tx, [record(n) for n in sorted(places.neighbourhoods, key=lambda n: n.code)]),
        sites=documents.keep(tx, [record(s) for s in sorted(places.sites, key=lambda s: s.site_id)]),
        travel_times=documents.keep(tx, list(minutes)),
    )


def fetch_places(tx: Transaction, digests: PlacesDigests) -> Places:
    """Return the tables kept under the digests.

    Raises
    ------
    UnavailableError
        ``store.damaged`` if one is gone or is not what its digest says.
    """
    neighbourhoods: list[Any] = documents.fetch(tx, digests.neighbourhoods)
    sites: list[Any] = documents.fetch(tx, digests.sites)
    minutes: list[Any] = documents.fetch(tx, digests.travel_times)
    return Places(
        neighbourhoods=tuple(row_of(Neighbourhood, row) for row in neighbourhoods),
        sites=tuple(row_of(Site, row) for row in sites),
        travel_times={(origin, to, Transport(way)): value for origin, to, way, value in minutes},
    )
