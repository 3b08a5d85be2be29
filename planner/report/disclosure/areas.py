"""Where people live as a dimension: neighbourhoods, boroughs, the city."""

from collections.abc import Sequence

from planner.domain import Neighbourhood
from planner.geo import is_dresden
from planner.report.disclosure.dimension import Dimension

MERGED = {"33": "31", "34": "31", "44": "42"}
"""Dresden's statistics office counts these neighbourhoods with another one, for confidentiality; so do we."""

CITY = "city"

_BOROUGH = "borough:"


def borough_code(borough: str) -> str:
    """Return the category of a borough; never the same as a neighbourhood's code."""
    return _BOROUGH + borough


def merged(neighbourhoods: Sequence[Neighbourhood]) -> dict[str, str]:
    """Return by code under which code the people of a neighbourhood are counted. Only Dresden merges any."""
    aside = MERGED if is_dresden(neighbourhoods) else {}
    codes = {place.code for place in neighbourhoods}
    return {code: aside[code] if aside.get(code) in codes else code for code in sorted(codes)}


def areas(neighbourhoods: Sequence[Neighbourhood], name: str = "home") -> Dimension:
    """Return the dimension whose finest categories are the values of ``merged``, below boroughs, below ``CITY``."""
    shown = set(merged(neighbourhoods).values())
    kept = sorted((place for place in neighbourhoods if place.code in shown), key=lambda place: place.code)
    boroughs = sorted({borough_code(place.borough) for place in kept})
    above = dict.fromkeys(boroughs, CITY) | {place.code: borough_code(place.borough) for place in kept}
    return Dimension(name, CITY, above)
