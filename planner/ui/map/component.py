"""The map on a page."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

import streamlit as st

from planner.ui.map.bundle import packed, script, style

Ways = Literal["all", "selected", "none"]

_MAP = st.components.v2.component(
    "planner_map", html='<section class="city-map"></section>\n', css=packed(style()), js=packed(script("main"))
)
_CHOICE = st.components.v2.component("planner_map_choice", js=packed(script("choice")))


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen on the page: a neighbourhood's code, a layer's key, whose ways, whether sites are drawn."""

    selected: str | None
    layer: str
    ways: Ways = "all"
    sites: bool = True


def show_map(payload: Mapping[str, Any], choice: Choice, *, on_pick: Callable[[str | None], None]) -> None:
    """Draw the map and call ``on_pick`` with the code that someone clicks, or ``None`` when it is let go.

    The city travels once; the choice travels beside it, so that a click sends some bytes and not the map again.
    """
    key = str(payload["name"])

    def picked() -> None:
        on_pick(st.session_state[key].picked["code"])

    _MAP(key=key, data=dict(payload), on_picked_change=picked)
    _CHOICE(key=f"{key}_choice", data={"name": key, "choice": asdict(choice)})
