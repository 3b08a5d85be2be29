"""The map: our own SVG component, without tiles and without any other host."""

from planner.ui.map.component import Choice, Ways, show_map
from planner.ui.map.layers import COVERAGE, DIFFERENCE, LAYERS, RATE
from planner.ui.map.payload import map_payload

__all__ = ["COVERAGE", "DIFFERENCE", "LAYERS", "RATE", "Choice", "Ways", "map_payload", "show_map"]
