"""Which sites a limit is about and which people it counts."""

from collections.abc import Mapping

from planner.domain import Candidate, Limit, Site, language_at_level


def about(limit: Limit, site: Site, borough_of: Mapping[str, str]) -> bool:
    """Return whether a limit is about a site: every key of ``where`` holds, each by any of its values."""
    is_at = {
        "neighbourhood": site.neighbourhood,
        "borough": borough_of[site.neighbourhood],
        "host": site.host,
        "field": site.field,
        "site": site.site_id,
    }
    return all(is_at[key] in values for key, values in limit.where.as_dict().items())


def counted(limit: Limit, candidate: Candidate) -> bool:
    """Return whether a limit counts a person: every key of ``who`` holds, each by any of its values."""
    who = limit.who
    if who is None:
        return True
    asked = [language_at_level(mark) for mark in who.languages]
    speaks = any(candidate.languages.get(language, 0) >= level for language, level in asked)
    return (speaks or not who.languages) and (not who.skills or not candidate.skills.isdisjoint(who.skills))
