"""People who want to start together do."""

from collections import defaultdict
from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject


@rule("tandem")
def tandem(subject: Subject) -> Iterator[Params]:
    """All people with the same mark are at the same site, or none of them is placed."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for candidate in subject.case.candidates:
        if candidate.tandem:
            members[candidate.tandem].add(candidate.candidate_id)
    at: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for _, candidate, site in subject.placed:
        if candidate.tandem:
            at[candidate.tandem][site.site_id].add(candidate.candidate_id)
    for mark, sites in sorted(at.items()):
        if any(here != members[mark] for here in sites.values()):
            yield {"tandem": mark, "members": len(members[mark]), "site_ids": ", ".join(sorted(sites))}
