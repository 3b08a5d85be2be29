"""What becomes of a plan: its months, what they cost, and where they fall off."""

from planner.outlook.cliffs import Cliff, CliffKind, cliffs_of
from planner.outlook.months import Course, Run, course_of
from planner.outlook.posts import PostCourse, post_course
from planner.outlook.sentences import cliff_sentences

__all__ = [
    "Cliff",
    "CliffKind",
    "Course",
    "PostCourse",
    "Run",
    "cliff_sentences",
    "cliffs_of",
    "course_of",
    "post_course",
]
