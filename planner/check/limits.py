"""Which sites a limit is about and which people it counts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from planner.domain import Candidate, Limit, Site, language_at_level


@dataclass(frozen=True, slots=True)
class Reach:
    """A limit with the ids of the sites it is about."""

    limit: Limit
    site_ids: frozenset[str]

    @property
    def asks_for_people(self) -> bool:
        """Whether the limit wants at least some people who are not just anybody."""
        return self.limit.who is not None and self.limit.at_least is not None

    def counts(self, candidate: Candidate) -> bool:
        """Return whether the limit counts a person: every key of ``who`` holds, each by any of its values."""
        who = self.limit.who
        if who is None:
            return True
        asked = [language_at_level(mark) for mark in who.languages]
        speaks = any(candidate.languages.get(language, 0) >= level for language, level in asked)
        return (speaks or not who.languages) and (not who.skills or not candidate.skills.isdisjoint(who.skills))


def reach(limit: Limit, sites: Iterable[Site], borough_of: Mapping[str, str]) -> Reach:
    """Return a limit with its sites: where every key of ``where`` holds, each by any of its values."""
    read: Mapping[str, Callable[[Site], str]] = {
        "neighbourhood": lambda site: site.neighbourhood,
        "borough": lambda site: borough_of[site.neighbourhood],
        "host": lambda site: site.host,
        "field": lambda site: site.field,
        "site": lambda site: site.site_id,
    }
    asked = [(read[key], values) for key, values in limit.where.as_dict().items()]
    return Reach(limit, frozenset(s.site_id for s in sites if all(of(s) in values for of, values in asked)))
