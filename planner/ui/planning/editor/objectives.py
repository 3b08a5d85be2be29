"""The order of the objectives, by buttons that the keyboard reaches too; what each may give up; the seed of the lot."""

import streamlit as st

from planner.domain import Tier
from planner.ui.planning.editor.decimals import decimal
from planner.ui.planning.editor.editing import Editing

_ROW = [5, 2.2, 2.6]


def objectives(edit: Editing) -> None:
    """Show the objectives in their order."""
    draft, words = edit.draft, edit.words
    st.markdown(
        words(
            "Each objective is optimised in this order and kept for those after it. In percent: how much of it may be "
            "given up for the later ones."
        )
    )
    edit.spot("tiers")
    for rank, tier in enumerate(draft.order, start=1):
        with st.container(key=f"tier_row_{tier}_{edit.key}"):
            _row(edit, rank, tier)
        edit.spot(f"tiers.tolerance.{tier}")
    last = len(draft.order) + 1
    st.markdown(
        f"**{last}. {words.of(f'tier.{Tier.LOT}')}** · " + words("always last: chance among equals, from the seed")
    )
    with st.container(width=420):
        draft.seed = st.text_input(
            words.of("report.seed"),
            key=edit.field("seed", draft.seed),
            help=words("Published beforehand, so that anyone can draw the lot again."),
        )
        edit.spot("tiers.seed")
    if draft.left_out:
        st.markdown(f"**{words('Left out')}**")
        with st.container(horizontal=True):
            for tier in draft.left_out:
                st.button(
                    words("Take in: {name}", name=words.of(f"tier.{tier}")),
                    key=f"tier_in_{tier}_{edit.key}",
                    icon=":material/add:",
                    on_click=draft.take_in,
                    args=(tier,),
                )


def _row(edit: Editing, rank: int, tier: Tier) -> None:
    draft, words = edit.draft, edit.words
    name = words.of(f"tier.{tier}")
    title, buttons, share = st.columns(_ROW, vertical_alignment="center")
    title.markdown(f"**{rank}. {name}** · {words.of(f'unit.{tier}')}")
    place = buttons.container(horizontal=True, horizontal_alignment="right", gap="small")
    # The words of these buttons are for the ear; the eye sees the arrows (page.css).
    place.button(
        words("{name}: move up", name=name),
        key=f"tier_up_{tier}_{edit.key}",
        icon=":material/arrow_upward:",
        disabled=rank == 1,
        on_click=draft.move,
        args=(tier, -1),
    )
    place.button(
        words("{name}: move down", name=name),
        key=f"tier_down_{tier}_{edit.key}",
        icon=":material/arrow_downward:",
        disabled=rank == len(draft.order),
        on_click=draft.move,
        args=(tier, 1),
    )
    place.button(
        words("{name}: leave out", name=name),
        key=f"tier_out_{tier}_{edit.key}",
        icon=":material/close:",
        on_click=draft.leave_out,
        args=(tier,),
    )
    with share:
        draft.tolerance[tier] = decimal(
            edit,
            words("{name}: percent to give up", name=name),
            f"tolerance_{tier}",
            draft.tolerance.get(tier, 0.0),
            path=f"tiers.tolerance.{tier}",
            percent=True,
        )
