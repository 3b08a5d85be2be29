"""The queue of proposals, the most pressing first, and which of them lies on the desk."""

from collections.abc import Container, Hashable, Mapping, Sequence

import streamlit as st

from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import (
    Desk,
    QueueFilter,
    QueueRow,
    count_declined,
    filter_queue,
    lies_in,
    open_desk,
    review_guard,
    review_queue,
)
from planner.service.queueing import TWICE
from planner.ui.bench import Bench, refusals
from planner.ui.part import part, standing
from planner.ui.planning.kept import plan_names
from planner.ui.problems import plain
from planner.ui.review.filtering import FIND, choose_filter, clear_filter, keep_filter
from planner.ui.review.states import state_words
from planner.ui.tables import show_sheet
from planner.ui.words import Words

CASE = "review_case"
TABS = "review_tabs"
LISTED = 200
"""People in the list of cases at once; others are reached by searching, or step by step."""
_PLAN = "review_plan"
_NEXT_PLAN = "review_next_plan"
_NAME = "{name}"
"""Stands for each of thousands of names in a sentence that is translated once."""


def lay_desk(bench: Bench) -> Desk | None:
    """Choose a plan; ``None`` while there is none."""
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
    # A field that is not drawn, as another tab is open, would forget what was chosen.
    if CASE in st.session_state:
        st.session_state[CASE] = st.session_state[CASE]
    keep_filter()
    chosen = st.selectbox(words("Plan"), list(usable), format_func=names.__getitem__, key=_PLAN)
    desks: list[Desk] = []
    with refusals(words):
        desks.append(_desk(bench, chosen, usable[chosen].removed))
    return desks[0] if desks else None


def queue(bench: Bench, desk: Desk) -> tuple[str, ...]:
    """Show the queue and lay a case of it on the desk; return whom it holds, in its order."""
    words, ids = bench.words, tuple[str, ...]()
    with refusals(words):
        every = review_queue(bench.store, bench.user, desk)
        wanted = choose_filter(bench, desk)
        rows = filter_queue(every, desk.case, wanted)
        waiting = sum(row.open for row in rows)
        st.markdown(
            words(
                "**{open}** of {all} proposals wait for a decision.",
                open=words.number(waiting),
                all=words.number(len(rows)),
            )
        )
        without = _without(bench, desk, wanted)
        if without:
            st.markdown(
                words.plural(
                    "After them: one person without a proposal.",
                    "After them: {n} people without a proposal.",
                    len(without),
                )
            )
        _whole(rows, words, seen=not review_guard(bench.store, bench.user, bench.project).own_view)
        ids = _choose(rows, without, words)
        if not ids:
            st.info(words("No case is left by the filter."), icon=":material/filter_alt_off:")
        _offer_waiting(ids, {row.placement.candidate_id for row in rows if row.open}, words)
    return ids


def _offer_waiting(ids: Sequence[str], waiting: Container[str], words: Words) -> None:
    """Offer the first case that waits where the one on the desk does not: after a decision it stands elsewhere."""
    if st.session_state.get(CASE) in waiting:
        return
    if (first := next((one for one in ids if one in waiting), None)) is not None:
        st.button(
            words("Next waiting case"), key="case_waiting", icon=":material/skip_next:", on_click=_lay, args=(first,)
        )


@part
def _whole(rows: tuple[QueueRow, ...], words: Words, *, seen: bool) -> None:
    """Show the queue as a table, made when somebody opens it. Opening draws the table and nothing else."""
    card = st.expander(words("The whole queue"), key="queue_card", icon=":material/list:", on_change="rerun")
    if card.open:
        with card:
            show_sheet(_sheet(rows, words, seen=seen), words, key="queue", rows=8)


def _without(bench: Bench, desk: Desk, wanted: QueueFilter) -> list[str]:
    """Return the people without a proposal whom the filter leaves."""
    if wanted.pairs is not None:
        return []
    here = [
        one.candidate_id
        for one in desk.plan.unplaced
        if lies_in(desk.case, desk.case.candidate_of[one.candidate_id].neighbourhood, wanted)
    ]
    if not wanted.twice_declined:
        return here
    declined = count_declined(bench.store, bench.user, bench.project)
    return [one for one in here if declined.get(one, 0) >= TWICE]


def lay_case(candidate_id: str, words: Words) -> None:
    """Lay a case on the desk with the next run, whatever the filter says, and open the queue."""
    clear_filter()
    st.session_state[CASE] = candidate_id
    st.session_state[f"{TABS}_{words.language}"] = words("Cases")


def lay_plan(plan_id: str) -> None:
    """Lay another plan on the desk with the next run."""
    st.session_state[_NEXT_PLAN] = plan_id


def _desk(bench: Bench, plan_id: str, removed: int) -> Desk:
    """Return the desk, kept for the session; laid anew as soon as anybody was deleted."""
    kept: tuple[Hashable, Desk] | None = st.session_state.get("desk")
    key = standing(), plan_id, removed
    if kept is None or kept[0] != key:
        kept = key, open_desk(bench.store, bench.user, bench.project, plan_id)
        st.session_state["desk"] = kept
    return kept[1]


def _sheet(rows: tuple[QueueRow, ...], words: Words, *, seen: bool) -> Sheet:
    """Return the queue as a table; the quality stays out where one's own view comes first."""
    head: tuple[Column, ...] = (
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
    if not seen:
        head, cells = (*head[:4], *head[5:]), [(*row[:4], *row[5:]) for row in cells]
    return Sheet(words("Queue"), head, tuple(cells))


def _choose(rows: tuple[QueueRow, ...], without: Sequence[str], words: Words) -> tuple[str, ...]:
    """Lay a case on the desk: the first that waits, unless another is chosen; people without a proposal come last."""
    names = {
        row.placement.candidate_id: f"{number}. {row.placement.candidate_id} → {row.site_name} · "
        + state_words(row.decision.state if row.decision else None, words)
        for number, row in enumerate(rows, start=1)
    }
    # The tables of a plan call a site by its id; who has one in hand finds the case by it.
    sites = {row.placement.candidate_id: row.placement.site_id for row in rows}
    sentence = words("{name} · without a proposal", name=_NAME)
    names |= {one: sentence.replace(_NAME, one) for one in without}
    ids = list(names)
    if not ids:
        return ()
    if st.session_state.get(CASE) not in names:
        st.session_state[CASE] = ids[0]
    if len(ids) <= LISTED:
        place, before, after = st.columns([6, 1, 1], vertical_alignment="bottom")
    else:
        search, place, before, after = st.columns([2, 4, 1, 1], vertical_alignment="bottom")
        with search:
            ids = _found(ids, names | {one: f"{names[one]} {site}" for one, site in sites.items()}, words)
    at = ids.index(st.session_state[CASE])
    listed = around(ids, at)
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
    here = f" ({words.number(at + 1)}/{words.number(len(ids))})" if len(listed) < len(ids) else ""
    place.selectbox(words("Case") + here, listed, format_func=names.__getitem__, key=CASE)
    return tuple(ids)


def _found(ids: list[str], written: Mapping[str, str], words: Words) -> list[str]:
    """Show a field to search the cases by, and return whom it leaves: everybody where it is blank or finds nobody."""
    typed = st.text_input(
        words("Find in the queue"),
        key=FIND,
        placeholder=words("Person, site or state"),
        icon=":material/search:",
        autocomplete="off",
    ).strip()
    found = [one for one in ids if typed.casefold() in written[one].casefold()]
    if not found:
        st.warning(words("Nobody in the queue fits “{wanted}”.", wanted=plain(typed)))
        return ids
    if st.session_state[CASE] not in found:
        st.session_state[CASE] = found[0]
    return found


def around(ids: list[str], at: int) -> list[str]:
    """Return the part of the queue that a list holds: a browser gets all of a list with every click."""
    first = at // LISTED * LISTED
    return ids[first : first + LISTED]


def _lay(candidate_id: str) -> None:
    st.session_state[CASE] = candidate_id
