"""Plans of a project as the page shows them: by name in lists, loaded once per session."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from planner.geo import city_map
from planner.service import PlanView, list_plans, list_scenarios, view_plan
from planner.store.plans import PlanInfo
from planner.store.scenarios import ScenarioVersion
from planner.ui.bench import Bench
from planner.ui.map import map_payload
from planner.ui.part import standing
from planner.ui.words import Words

TABS = "planning_tabs"
"""Key of the tabs of the page."""

MOST = 4
"""Plans kept per session; the oldest goes first."""

MOST_MAPS = 8
"""Maps of plans kept per session."""


def plan_names(bench: Bench) -> tuple[Mapping[str, PlanInfo], Mapping[str, str]]:
    """Return the plans by id, the newest first, and what each is called."""
    words = bench.words
    infos = {one.plan_id: one for one in list_plans(bench.store, bench.user, bench.project)}
    versions = {one.version_id: one for one in list_scenarios(bench.store, bench.user, bench.project)}
    return infos, {plan_id: plan_label(info, infos, versions, words) for plan_id, info in infos.items()}


def plan_label(
    info: PlanInfo, infos: Mapping[str, PlanInfo], versions: Mapping[str, ScenarioVersion], words: Words
) -> str:
    """Return what a plan is called wherever one of several is meant: its number first, then what made it.

    Parameters
    ----------
    infos, versions
        Plans and scenarios of the project by id.
    """
    version = versions.get(info.version_id or "")
    parts = (
        plan_title(info, words),
        words.plural("one proposal", "{n} proposals", info.placed),
        repair_title(info, infos, words),
        scenario_title(version, words) if version else words("Without a name"),
        words.moment(info.made_at),
        words("released") if info.released_at else "",
    )
    return " · ".join(filter(None, parts))


def plan_title(info: PlanInfo, words: Words) -> str:
    """Return the short name of a plan."""
    return words("Plan {n}", n=words.number(info.number))


def repair_title(info: PlanInfo, infos: Mapping[str, PlanInfo], words: Words) -> str:
    """Return which plan was repaired; nothing for one that was solved from its scenario."""
    if info.repair_of is None:
        return ""
    before = infos.get(info.repair_of)
    return words("repair of plan {n}", n=words.number(before.number)) if before else words("repair")


def scenario_title(version: ScenarioVersion, words: Words) -> str:
    """Return number and name of a scenario."""
    return f"{words('No. {n}', n=version.number)} {version.name}".strip()


def compared_first(infos: Mapping[str, PlanInfo]) -> tuple[str, str]:
    """Return which two plans are compared unless others are chosen: what there was before, and the newest.

    What there was before is the released plan, otherwise the last one made before the newest.

    Parameters
    ----------
    infos
        Two plans at least, the newest first.
    """
    newest, *earlier = infos
    released = (one for one in earlier if infos[one].released_at)
    return next(released, earlier[0]), newest


def figures_before(
    info: PlanInfo, infos: Mapping[str, PlanInfo], versions: Mapping[str, ScenarioVersion], words: Words
) -> tuple[PlanInfo, str] | None:
    """Return with which plan the figures of another are compared, and in words why; ``None`` for a first plan.

    It is the newest plan of the version that the plan's own was made from; otherwise the one in force before it, or
    the one made before it. A plan without proposals says nothing to compare with.

    Parameters
    ----------
    infos
        The newest first.
    """
    version = versions.get(info.version_id or "")
    parent = versions.get(version.parent_id or "") if version else None
    if parent is not None:
        for one in infos.values():
            if one.version_id == parent.version_id and one.placed:
                return one, words("of no. {n}, from which this scenario was made", n=parent.number)
    earlier = {key: one for key, one in infos.items() if one.number < info.number and one.placed}
    if found := in_force(earlier):
        return found, words("the one released before")
    return next(((one, words("the one made before")) for one in earlier.values()), None)


def in_force(infos: Mapping[str, PlanInfo]) -> PlanInfo | None:
    """Return the plan that was released last; ``None`` before the first release."""
    found: PlanInfo | None = None
    for one in infos.values():
        if one.released_at and (found is None or found.released_at is None or one.released_at > found.released_at):
            found = one
    return found


def plan_field(infos: Mapping[str, PlanInfo]) -> str:
    """Return the key of the choice of a plan: by how many there are, so that a plan just made is the one shown."""
    return f"plan_{len(infos)}"


def kept_view(bench: Bench, info: PlanInfo) -> PlanView:
    """Return a plan as the user may see it; read anew as soon as their roles have changed or anybody was deleted.

    Raises
    ------
    StoreError
        As ``view_plan``.
    """
    now, views = st.session_state.get("plan_views", (None, {}))
    if now != (drawn_for := standing()):
        views = {}
    st.session_state["plan_views"] = drawn_for, views
    key = info.plan_id, info.removed
    if key not in views:
        views[key] = view_plan(bench.store, bench.user, bench.project, info.plan_id)
        while len(views) > MOST:
            views.pop(next(iter(views)))
    view: PlanView = views[key]
    return view


def drawn_map(view: PlanView, words: Words, name: str) -> dict[str, Any] | None:
    """Return the map of a plan; ``None`` where nothing is known about where the neighbourhoods lie."""
    maps: dict[tuple[str, int, str, str], dict[str, Any] | None] = st.session_state.setdefault("plan_maps", {})
    key = view.info.plan_id, view.info.removed, name, words.language
    if key not in maps:
        city = city_map(view.case)
        maps[key] = None if city is None else map_payload(view.case, view.plan, city, words, name=name)
        while len(maps) > MOST_MAPS:
            maps.pop(next(iter(maps)))
    return maps[key]
