"""Pairs that are possible beyond doubt, for pins, people at work and a previous plan.

No second matcher: it takes only what holds whatever version of the law and whatever minutes apply, and what it leaves
may be possible all the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from planner.domain import Candidate, Scenario, Site, Transport, Verdict

_CLOSE, _WIDE = 40, 60
"""Minutes that suffice within a neighbourhood of the city, and within one of an invented region, which are wider."""

_CITY = 45
"""Scenarios of the city allow at most so many minutes."""


def sure_pairs(
    candidates: Iterable[Candidate], sites: Iterable[Site], scenario: Scenario
) -> Iterator[tuple[Candidate, Site]]:
    """Yield pairs for which no test can fail: at most one per candidate, at most ``posts`` per site.

    The person is confirmed by the Jobcenter, lives in the site's neighbourhood and belongs to no tandem.
    """
    at_home: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.eligibility is Verdict.CONFIRMED and not candidate.tandem:
            at_home[candidate.neighbourhood].append(candidate)
    for site in sites:
        waiting = at_home[site.neighbourhood]
        chosen = [c for c in waiting if _fits(c, site, scenario)][: site.posts]
        for candidate in chosen:
            waiting.remove(candidate)
            yield candidate, site


def _fits(candidate: Candidate, site: Site, scenario: Scenario) -> bool:
    start = scenario.start
    demands = (
        max(candidate.min_hours, site.min_hours) <= min(candidate.max_hours, site.max_hours),
        all(candidate.languages.get(language, 0) >= level for language, level in site.languages.items()),
        candidate.skills >= site.skills,
        candidate.clearance or not site.clearance,
        candidate.measles_proof or not site.measles_proof,
        site.step_free or not candidate.needs_step_free,
        bool(candidate.shifts & site.shifts),
        candidate.available_from is None or candidate.available_from <= start,
        site.available_from is None or site.available_from <= start,
        site.available_to is None or site.available_to >= start,
        candidate.permit_until is None or candidate.permit_until >= start,
        site.field not in candidate.fields_refused,
        site.neighbourhood not in candidate.neighbourhoods_refused,
        (candidate.max_commute or 60) >= (_WIDE if (scenario.max_commute or 0) > _CITY else _CLOSE),
        candidate.transport in {Transport.TRANSIT, Transport.BIKE},
    )
    return all(demands)
