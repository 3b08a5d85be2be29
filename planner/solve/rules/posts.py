"""No site has more people than posts, and the plan no more than the scenario allows."""

import numpy as np

from planner.domain import Conflict
from planner.solve.columns import Columns
from planner.solve.program import FREE, Rows, one_row


def site_rows(columns: Columns) -> Rows:
    """Return Σ_i x(i, s) ≤ posts(s) for every site that has a column."""
    sites, row = np.unique(columns.site, return_inverse=True)
    case = columns.case
    posts = np.array([s.posts for s in case.sites], dtype=np.int64)

    def describe(r: int) -> Conflict:
        site = case.sites[sites[r]]
        return Conflict(rule="site_posts", params={"site_id": site.site_id, "posts": site.posts})

    return Rows(
        row=row.astype(np.int64),
        variable=np.arange(len(columns), dtype=np.int64),
        coefficient=columns.size,
        lo=np.full(len(sites), -FREE, dtype=np.int64),
        hi=posts[sites] if len(sites) else np.zeros(0, dtype=np.int64),
        keys=tuple(f"site:{case.sites[s].site_id}" for s in sites.tolist()),
        describe=describe,
    )


def total_row(columns: Columns) -> Rows | None:
    """Return Σ x ≤ posts of the scenario; ``None`` where it names no number."""
    posts = columns.case.scenario.posts
    if posts is None:
        return None
    what = Conflict(rule="posts", params={"posts": posts})
    return one_row(np.arange(len(columns), dtype=np.int64), columns.size, -FREE, posts, "posts", what)
