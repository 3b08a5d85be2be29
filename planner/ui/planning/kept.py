"""Plans of a project as the page shows them: by name in lists, loaded once per session."""

from collections.abc import Mapping

import streamlit as st

from planner.service import PlanView, list_plans, list_scenarios, view_plan
from planner.store.plans import PlanInfo
from planner.ui.bench import Bench

MOST = 4
"""Plans kept per session; the oldest goes first."""


def plan_names(bench: Bench) -> tuple[Mapping[str, PlanInfo], Mapping[str, str]]:
    """Return the plans by id, the newest first, and what each is called."""
    words = bench.words
    infos = {one.plan_id: one for one in list_plans(bench.store, bench.user, bench.project)}
    versions = {one.version_id: one for one in list_scenarios(bench.store, bench.user, bench.project)}
    names = {}
    for plan_id, info in infos.items():
        version = versions.get(info.version_id or "")
        called = f"{words('No. {n}', n=version.number)} {version.name}".strip() if version else words("Without a name")
        made = f"{words.day(info.made_at.date())} {info.made_at:%H:%M} UTC"
        placed = words.plural("one proposal", "{n} proposals", info.placed)
        released = words("released") if info.released_at else ""
        names[plan_id] = " · ".join(filter(None, (called, placed, made, released)))
    return infos, names


def kept_view(bench: Bench, info: PlanInfo) -> PlanView:
    """Return a plan as the user may see it; read anew as soon as deletion has touched it.

    Raises
    ------
    StoreError
        As ``view_plan``.
    """
    views: dict[tuple[str, str, int], PlanView] = st.session_state.setdefault("plan_views", {})
    key = bench.user.user_id, info.plan_id, info.removed
    if key not in views:
        views[key] = view_plan(bench.store, bench.user, bench.project, info.plan_id)
        while len(views) > MOST:
            views.pop(next(iter(views)))
    return views[key]
