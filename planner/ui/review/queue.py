"""The queue of proposals, the most pressing first, and which of them lies on the desk."""

import streamlit as st

from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import Desk, QueueRow, open_desk, review_queue
from planner.ui.bench import Bench, refusals
from planner.ui.planning.kept import plan_names
from planner.ui.review.states import state_words
from planner.ui.tables import show_sheet
from planner.ui.words import Words

CASE = "review_case"
_PLAN = "review_plan"
_NEXT_PLAN = "review_next_plan"


def queue(bench: Bench) -> Desk | None:
    """Choose a plan and a case of it; ``None`` while there is no plan."""
    words = bench.words
    infos, names = plan_names(bench)
    usable = {plan_id: info for plan_id, info in infos.items() if info.placed}
    if not usable:
        st.info(words("There is no plan to review yet: planners make it."), icon=":material/info:")
        return None
    if (wanted := st.session_state.pop(_NEXT_PLAN, None)) in usable:
        st.session_state[_PLAN] = wanted
    if st.session_state.get(_PLAN) not in usable:
        newest = next(iter(usable))
        st.session_state[_PLAN] = next((one for one, info in usable.items() if info.released_at), newest)
    place, counts = st.columns([3, 2], vertical_alignment="bottom")
    chosen = place.selectbox(words("Plan"), list(usable), format_func=names.__getitem__, key=_PLAN)
    desk = None
    with refusals(words):
        desk = _desk(bench, chosen, usable[chosen].removed)
        rows = review_queue(bench.store, bench.user, desk)
        waiting = sum(row.open for row in rows)
        counts.markdown(
            words(
                "**{open}** of {all} proposals wait for a decision.",
                open=words.number(waiting),
                all=words.number(len(rows)),
            )
        )
        with st.expander(words("The whole queue"), key="queue_card", icon=":material/list:"):
            show_sheet(_sheet(rows, words), words, key="queue", rows=8)
        _choose(rows, desk, words)
    return desk


def lay_plan(plan_id: str) -> None:
    """Lay another plan on the desk with the next run."""
    st.session_state[_NEXT_PLAN] = plan_id


def _desk(bench: Bench, plan_id: str, removed: int) -> Desk:
    """Return the desk, kept for the session; laid anew as soon as deletion has touched the plan."""
    kept: tuple[tuple[str, str, int], Desk] | None = st.session_state.get("desk")
    key = bench.user.user_id, plan_id, removed
    if kept is None or kept[0] != key:
        kept = key, open_desk(bench.store, bench.user, bench.project, plan_id)
        st.session_state["desk"] = kept
    return kept[1]


def _sheet(rows: tuple[QueueRow, ...], words: Words) -> Sheet:
    head = (
        Column(words("No."), Kind.INTEGER),
        Column(words.of("report.candidate_id"), Kind.ID),
        Column(words.of("report.site_name"), Kind.TEXT),
        Column(words("Waiting since"), Kind.DATE),
        Column(words.of("report.quality"), Kind.INTEGER),
        Column(words.of("report.minutes"), Kind.INTEGER),
        Column(words("State"), Kind.TEXT),
    )
    cells: list[tuple[Cell, ...]] = [
        (
            number,
            row.placement.candidate_id,
            row.site_name,
            row.waiting_since,
            row.placement.quality,
            row.placement.minutes,
            state_words(row.decision.state if row.decision else None, words),
        )
        for number, row in enumerate(rows, start=1)
    ]
    return Sheet(words("Queue"), head, tuple(cells))


def _choose(rows: tuple[QueueRow, ...], desk: Desk, words: Words) -> None:
    """Lay a case on the desk: the first that waits, unless another is chosen; people without a proposal come last."""
    names = {
        row.placement.candidate_id: f"{number}. {row.placement.candidate_id} → {row.site_name} · "
        + state_words(row.decision.state if row.decision else None, words)
        for number, row in enumerate(rows, start=1)
    }
    names |= {
        one.candidate_id: words("{name} · without a proposal", name=one.candidate_id) for one in desk.plan.unplaced
    }
    ids = list(names)
    if st.session_state.get(CASE) not in names:
        st.session_state[CASE] = ids[0]
    place, before, after = st.columns([6, 1, 1], vertical_alignment="bottom")
    at = ids.index(st.session_state[CASE])
    before.button(
        words("Previous"), key="case_before", disabled=at == 0, on_click=_lay, args=(ids[at - 1],), width="stretch"
    )
    after.button(
        words("Next"),
        key="case_after",
        disabled=at == len(ids) - 1,
        on_click=_lay,
        args=(ids[(at + 1) % len(ids)],),
        width="stretch",
    )
    place.selectbox(words("Case"), ids, format_func=names.__getitem__, key=CASE)


def _lay(candidate_id: str) -> None:
    st.session_state[CASE] = candidate_id
