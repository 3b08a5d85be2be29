"""Each figure says how it is made."""

import ast
import json
from pathlib import Path

import pytest

import planner.ui
from planner.messages.help import LAYERS
from planner.store import Role

PLAIN = {"Nr.", "Jahr"}
"""Headings of numbers that say themselves what they are."""

WALK = (
    ("planning", "Szenario"),
    ("planning", "Pläne"),
    ("planning", "Vergleich"),
    ("review", "Fälle"),
    ("situation", None),
)


@pytest.fixture(scope="module")
def sources():
    """Return every call of the app as a syntax tree, with where it stands."""
    root = Path(planner.ui.__file__).parent
    return [
        (f"{file.relative_to(root)}:{node.lineno}", node)
        for file in sorted(root.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def without_help(sources, name, key=None):
    """Return where a widget of a name, or one whose key ends in ``key``, is drawn without help."""
    found = []
    for place, call in sources:
        given = {one.arg: one.value for one in call.keywords}
        if getattr(call.func, "attr", "") == name and "help" not in given:
            found.append((place, ast.unparse(given["key"]) if "key" in given else ""))
    return [place for place, of in found if key is None or key in of.lower()]


def test_no_figure_is_drawn_without_help(sources):
    """Every tile has a sentence behind its question mark; so has every choice of what a map shows."""
    assert without_help(sources, "metric") == []
    assert without_help(sources, "segmented_control", key="layer") == []


def test_every_layer_is_explained(sources):
    """A layer that can be chosen is one of those with a sentence."""
    from planner.report.situation import shading
    from planner.ui.map import LAYERS as OF_PLANS
    from planner.ui.planning.layers import NEED, TARGET

    assert {*OF_PLANS, NEED, TARGET, shading.OCCUPIED, shading.RUNNING, shading.DIFFERENCE} <= LAYERS.keys()


def test_every_number_of_a_table_is_explained(visit, world):
    """On the way through pages and tabs no figure and no column of numbers is without its sentence."""
    app = visit(*Role)
    figures, columns = 0, 0
    for page, tab in WALK:
        app.switch_page(f"workplaces/{page}.py")
        if tab:
            app.session_state[f"{page}_tabs_de"] = tab
            app.session_state["editor_tabs_de"] = "Bedarf"
        app.run()
        assert not app.exception
        assert [metric.label for metric in app.metric if not metric.help] == []
        figures += len(app.metric)
        for table in app.dataframe:
            config = json.loads(table.proto.columns)
            numbers = [name for name, one in config.items() if one.get("type_config", {}).get("type") == "number"]
            assert [name for name in numbers if not config[name].get("help") and name not in PLAIN] == [], (page, tab)
            columns += len(numbers)
    assert figures >= 9
    assert columns >= 20
