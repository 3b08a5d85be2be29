"""What a rule says is to be deleted."""

from dataclasses import dataclass

from planner.store.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing whose period is over.

    Parameters
    ----------
    what
        ``person`` (everything about them), ``decision`` (a pair and its history), ``proposals`` (of a plan), ``plan``,
        ``case``, ``job``, ``clearance`` (the note), ``reads``, ``sessions``.
    candidate_id, site_id
        Whom it is about; for the eyes of the admin only, never for a log.
    item_id
        The plan, case or job.
    rows
        How many rows it is, where it is several.
    """

    rule: Rule
    what: str
    project_id: str = ""
    candidate_id: str = ""
    site_id: str = ""
    item_id: str = ""
    rows: int = 1
