"""The limits that must hold; soft ones are a tier."""

from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject


@rule("limit_at_most")
def limit_at_most(subject: Subject) -> Iterator[Params]:
    """No limit counts more placements than its ceiling."""
    for limit, got in subject.limits:
        if limit.at_most is not None and got > limit.at_most:
            yield {"limit": limit.label, "got": got, "at_most": limit.at_most}


@rule("limit_at_least")
def limit_at_least(subject: Subject) -> Iterator[Params]:
    """A limit that is a must counts at least its minimum."""
    for limit, got in subject.limits:
        if limit.hard and limit.at_least is not None and got < limit.at_least:
            yield {"limit": limit.label, "got": got, "at_least": limit.at_least}
