"""Limits: each a sentence, with its fields behind a button."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from planner.domain import Case, Level
from planner.domain.scenario import WHERE_KEYS
from planner.ui.planning.editor.basics import whole
from planner.ui.planning.editor.draft import LimitDraft
from planner.ui.planning.editor.editing import Editing, known
from planner.ui.planning.editor.sentences import Names, language_name, limit_sentence
from planner.ui.problems import plain
from planner.ui.words import Words

FIRST = 12
"""Limits drawn before somebody asks for all: each has two buttons, and a city has dozens of limits."""

_OPEN = "limit_open"
_ALL = "limits_all"


def limits(edit: Editing) -> None:
    """Show every limit, the fields of the one that is open, and the way to a further one."""
    draft, words = edit.draft, edit.words
    names = names_of(edit.places, words)
    if not draft.limits:
        st.markdown(words("No limits yet: minima, maxima, quotas and language needs stand here as sentences."))
    every = len(draft.limits) <= FIRST or st.session_state.get(_ALL) == edit.key
    for at, limit in enumerate(draft.limits, start=1):
        if every or at <= FIRST:
            _one(edit, limit, f"limit[{at}]", names)
    if not every:
        label = words("Show all {n} limits", n=words.number(len(draft.limits)))
        st.button(label, key=f"limits_all_{edit.key}", icon=":material/expand_more:", on_click=_show_all, args=(edit,))
    st.button(words("Add a limit"), key=f"limit_add_{edit.key}", icon=":material/add:", on_click=_add, args=(edit,))


def names_of(places: Case | None, words: Words) -> Names:
    """Return what can stand in ``where``, and what it is called."""
    if places is None:
        return {key: {} for key in WHERE_KEYS}
    return {
        "neighbourhood": {place.code: place.name or place.code for place in places.neighbourhoods},
        "borough": {name: name for name in sorted({place.borough for place in places.neighbourhoods} - {""})},
        "host": {name: name for name in sorted({site.host for site in places.sites} - {""})},
        "field": {name: words.field(name) for name in sorted({site.field for site in places.sites})},
        "site": {site.site_id: site.name or site.site_id for site in places.sites},
    }


def _add(edit: Editing) -> None:
    limit = LimitDraft(at_least=1)
    edit.draft.limits.append(limit)
    st.session_state[_OPEN] = limit.number
    _show_all(edit)


def _show_all(edit: Editing) -> None:
    st.session_state[_ALL] = edit.key


def _open(number: int | None) -> None:
    st.session_state[_OPEN] = number


def _one(edit: Editing, limit: LimitDraft, path: str, names: Names) -> None:
    words = edit.words
    opened = st.session_state.get(_OPEN) == limit.number
    with st.container(border=True, key=f"limit_{limit.number}_{edit.key}"):
        text, change, remove = st.columns([8, 2, 2], vertical_alignment="center")
        said = text.container()
        label = words("Done") if opened else words("Edit")
        change.button(
            label,
            key=f"limit_change_{limit.number}_{edit.key}",
            icon=":material/check:" if opened else ":material/edit:",
            on_click=_open,
            args=(None if opened else limit.number,),
            width="stretch",
        )
        remove.button(
            words("Remove"),
            key=f"limit_remove_{limit.number}_{edit.key}",
            icon=":material/delete:",
            on_click=edit.draft.remove_limit,
            args=(limit.number,),
            width="stretch",
        )
        edit.spot(path)
        if opened:
            _fields(edit, limit, path, names)
        # Drawn last, so that the sentence says what the fields hold now.
        title = f"**{plain(limit.name)}** · " if limit.name else ""
        reason = "  \n" + words("Reason: {reason}", reason=plain(limit.reason)) if limit.reason else ""
        said.markdown(title + plain(limit_sentence(limit, names, words)) + reason)


def _fields(edit: Editing, limit: LimitDraft, path: str, names: Names) -> None:
    words = edit.words
    end = str(limit.number)
    limit.name = st.text_input(words("Name of the limit"), key=edit.field(f"limit_name_{end}", limit.name))
    st.markdown(f"**{words('Where (several kinds must all hold; of one kind, any)')}**")
    for keys in (WHERE_KEYS[:3], WHERE_KEYS[3:]):
        for place, key in zip(st.columns(len(keys)), keys, strict=True):
            with place:
                limit.where[key] = st.multiselect(
                    words.of(f"planning.where_label.{key}"),
                    known(limit.where[key], names[key]),
                    format_func=partial(_called, names[key]),
                    key=edit.field(f"limit_{key}_{end}", limit.where[key]),
                    placeholder=words("any"),
                )
                edit.spot(f"{path}.where.{key}")
    _numbers(edit, limit, path)
    _who(edit, limit, path)


def _called(names: Mapping[str, str], value: str) -> str:
    return names.get(value, value)


def _numbers(edit: Editing, limit: LimitDraft, path: str) -> None:
    words = edit.words
    end = str(limit.number)
    least, force, most = st.columns([2, 3, 2], vertical_alignment="bottom")
    with least:
        limit.at_least = whole(edit, words("At least"), f"limit_least_{end}", limit.at_least)
        edit.spot(f"{path}.at_least")
    if limit.at_least is not None:
        with force:
            chosen = st.segmented_control(
                words("The minimum is"),
                (False, True),
                format_func=lambda hard: words("a must") if hard else words("aimed at"),
                key=edit.field(f"limit_hard_{end}", limit.hard),
                required=True,
                help=words(
                    "A must excludes every plan that misses it; what is aimed at may be missed and is reported."
                ),
            )
            limit.hard = bool(chosen)
    with most:
        limit.at_most = whole(edit, words("At most"), f"limit_most_{end}", limit.at_most)
        edit.spot(f"{path}.at_most")


def _who(edit: Editing, limit: LimitDraft, path: str) -> None:
    words = edit.words
    end = str(limit.number)
    st.markdown(f"**{words('Whom it counts (blank: everybody)')}**")
    languages, skills = st.columns(2)
    with languages:
        limit.languages = st.multiselect(
            words("Any of the languages, from a level"),
            known(limit.languages, _marks(edit.places)),
            format_func=lambda mark: language_name(mark, words),
            key=edit.field(f"limit_languages_{end}", limit.languages),
            accept_new_options=True,
            placeholder=words("such as ar:A2"),
        )
        edit.spot(f"{path}.who.languages")
    with skills:
        there = {skill for site in edit.places.sites for skill in site.skills} if edit.places else set()
        limit.skills = st.multiselect(
            words("Any of the skills"),
            known(limit.skills, sorted(there)),
            format_func=words.skill,
            key=edit.field(f"limit_skills_{end}", limit.skills),
            accept_new_options=True,
            placeholder=words("any"),
        )
        edit.spot(f"{path}.who.skills")
    limit.reason = st.text_input(
        words("Why the work needs it (required for languages and skills)"),
        key=edit.field(f"limit_reason_{end}", limit.reason),
        help=words("Stands on the reason sheet of every placement it helped to bring about."),
    )
    edit.spot(f"{path}.reason")


def _marks(places: Case | None) -> list[str]:
    """Return languages that the sites ask for, at every level."""
    there: Mapping[str, None] = (
        {} if places is None else dict.fromkeys(sorted({one for site in places.sites for one in site.languages}))
    )
    return [f"{language}:{level.name}" for language in there for level in Level]
