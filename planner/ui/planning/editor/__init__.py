"""The scenario editor: every choice of a scenario, checked by the domain's own type."""

from planner.ui.planning.editor.page import scenario_editor

__all__ = ["scenario_editor"]
