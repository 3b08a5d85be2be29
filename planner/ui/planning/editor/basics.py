"""The plain fields of a scenario: when, how many, how far, who pays."""

from datetime import date
from typing import Any

import streamlit as st

from planner.domain import Payer, Scheme
from planner.ui.planning.editor.editing import Editing, known

_SCHEMES: tuple[Scheme, ...] = tuple(Scheme)
_SHARE_PAYERS = (Payer.CITY, Payer.HOST)
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)


def basics(edit: Editing) -> None:
    """Show the fields and take over what stands in them."""
    draft, words = edit.draft, edit.words
    first = st.columns([3, 2, 2, 2])
    with first[0]:
        draft.name = st.text_input(words("Name"), key=edit.field("name", draft.name))
        edit.spot("name")
    with first[1]:
        draft.start = st.date_input(
            words.of("report.start"),
            min_value=_FIRST_DAY,
            max_value=_LAST_DAY,
            format=words.day_field,
            key=edit.field("start", draft.start),
            help=words("Chooses the version of law, wages and grants."),
        )
        edit.spot("start")
    with first[2]:
        draft.scheme = st.selectbox(
            words.of("report.scheme"),
            _SCHEMES,
            format_func=lambda one: words.of(f"scheme.{one}"),
            key=edit.field("scheme", draft.scheme),
        )
        edit.spot("scheme")
    with first[3]:
        draft.posts = whole(edit, words("Posts at most"), "posts", draft.posts)
        edit.spot("posts")
    second = st.columns([2, 2, 2, 3])
    with second[0]:
        about = words("One way. Each person's own cap and the legal one hold as well.")
        draft.max_commute = whole(edit, words("Minutes at most"), "max_commute", draft.max_commute, about)
        edit.spot("max_commute")
    with second[1]:
        about = words("So many placements of the plan that is to change little may be given up; blank: any number.")
        draft.max_changes = whole(edit, words("Changes at most"), "max_changes", draft.max_changes, about)
        edit.spot("max_changes")
    with second[2]:
        draft.own_share = st.selectbox(
            words("Own share is paid by"),
            _SHARE_PAYERS,
            format_func=lambda one: words.of(f"payer.{one}"),
            key=edit.field("own_share", draft.own_share),
            help=words("The part of the wage that the grant does not cover."),
        )
        edit.spot("own_share_paid_by")
    with second[3]:
        st.space("small")
        draft.unclear = st.checkbox(
            words("Plan people whose eligibility is unclear"),
            key=edit.field("unclear", draft.unclear),
            wrap=True,
            help=words("They carry a mark in the plan. Otherwise they are left out and listed."),
        )
        edit.spot("unclear_is_eligible")
    _confirmed_fields(edit)


def whole(edit: Editing, label: str, name: str, value: int | None, about: str | None = None) -> int | None:
    """Show a field for a whole number that may be blank."""
    found: int | None = st.number_input(
        label, min_value=0, value=None, step=1, key=edit.field(name, value), placeholder="–", help=about
    )
    return found


def _confirmed_fields(edit: Editing) -> None:
    draft, words = edit.draft, edit.words
    left, right = st.columns([3, 6], vertical_alignment="bottom")
    with left:
        draft.stated = st.checkbox(
            words("The advisory board has stated on fields"),
            key=edit.field("stated", draft.stated),
            wrap=True,
            help=words("§ 16i(9) SGB II. Sites of other fields are marked, not left out."),
        )
    if not draft.stated:
        return
    with right:
        there: Any = {site.field for site in edit.places.sites} if edit.places else ()
        draft.confirmed = st.multiselect(
            words("Confirmed fields"),
            known(draft.confirmed, sorted(there)),
            format_func=words.field,
            key=edit.field("confirmed", draft.confirmed),
            placeholder=words("none"),
            wrap=True,
        )
        edit.spot("fields.confirmed")
