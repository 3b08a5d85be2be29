"""Women's share of the placements as it may be shown."""

from planner.domain import Plan
from planner.fairness import EVERYBODY, Reference, Stage, WomenShare, rate, reference_of, women_among, women_share
from planner.report.groups.audit import GroupAudit


def shown_women(
    audit: GroupAudit, plan: Plan, *, group: str | None = None, reference: Reference | None = None
) -> WomenShare | None:
    """Return women's share of the placements beside their share of the unemployed.

    Parameters
    ----------
    group
        The group of the women; found by its name unless given.
    reference
        What it is held against; by default what ``data/monitoring.toml`` gives.

    Returns
    -------
    WomenShare or None
        ``None`` where the column has no group of women.
    """
    women = group or women_among(audit.column, audit.names)
    if women is None or women not in audit.names:
        return None
    part, whole = (audit.counts[name][Stage.PLACED].value for name in (women, EVERYBODY))
    shown = part is not None and whole is not None and whole >= audit.rules.denominator
    found = rate(min(part, whole), whole) if shown and part is not None and whole is not None else None
    return women_share(audit.column, women, found, reference or reference_of(plan.scenario.start))
