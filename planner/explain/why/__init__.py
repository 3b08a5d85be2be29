"""Why somebody is where the plan proposes them, why somebody is nowhere, and what it would take."""

from planner.explain.why.mark import mark_of
from planner.explain.why.placed import WhyPlaced, placement_of, why_placed
from planner.explain.why.smallest import Change, Search
from planner.explain.why.unplaced import WhyUnplaced, why_unplaced
from planner.explain.why.words import Section, as_lines, sections, sentences

__all__ = [
    "Change",
    "Search",
    "Section",
    "WhyPlaced",
    "WhyUnplaced",
    "as_lines",
    "mark_of",
    "placement_of",
    "sections",
    "sentences",
    "why_placed",
    "why_unplaced",
]
