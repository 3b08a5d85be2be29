"""The map: our own SVG component, without tiles and without any other host."""

from planner.ui.map.component import Choice, Ways, show_map
from planner.ui.map.layers import COVERAGE, DIFFERENCE, FIELD, LAYERS, RATE, Layer, Value
from planner.ui.map.payload import map_payload, with_layers

__all__ = [
    "COVERAGE",
    "DIFFERENCE",
    "FIELD",
    "LAYERS",
    "RATE",
    "Choice",
    "Layer",
    "Value",
    "Ways",
    "map_payload",
    "show_map",
    "with_layers",
]
