"""No more placements than posts."""

from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject


@rule("site_posts")
def site_posts(subject: Subject) -> Iterator[Params]:
    """A site gets at most as many people as it has posts."""
    for site_id, placed in sorted(subject.by_site.items()):
        posts = subject.case.site_of[site_id].posts
        if placed > posts:
            yield {"site_id": site_id, "placed": placed, "posts": posts}


@rule("posts")
def posts(subject: Subject) -> Iterator[Params]:
    """There are at most as many placements as the scenario pays posts for."""
    most = subject.case.scenario.posts
    if most is not None and len(subject.placed) > most:
        yield {"placed": len(subject.placed), "posts": most}
