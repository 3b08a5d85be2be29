"""The plans of a session, by the case they were made for."""

import streamlit as st

from planner.domain import Plan
from planner.ui.source import Source

MOST = 8
"""Plans kept per session; the oldest goes first."""


def keep_plan(case_hash: str, plan: Plan) -> None:
    """Keep a plan that was solved in this session."""
    plans: dict[str, Plan] = st.session_state.setdefault("plans", {})
    plans.pop(case_hash, None)
    plans[case_hash] = plan
    while len(plans) > MOST:
        plans.pop(next(iter(plans)))


def plan_for(source: Source) -> Plan | None:
    """Return the newest plan for what is chosen: solved here, else solved beforehand."""
    if source.opened is None:
        return None
    plans: dict[str, Plan] = st.session_state.get("plans", {})
    return plans.get(source.opened.case.hash) or source.ready
