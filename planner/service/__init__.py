"""The use cases that the command line and the app share."""

from planner.service.checking import Checked, check_folder
from planner.service.conflicts import conflict_text
from planner.service.opening import OpenedCase, open_case, open_uploads, opened_from
from planner.service.pairing import pairs_of, write_pairs_csv, write_refused_csv
from planner.service.planning import Outcome, PlanRejectedError, make_plan

__all__ = [
    "Checked",
    "OpenedCase",
    "Outcome",
    "PlanRejectedError",
    "check_folder",
    "conflict_text",
    "make_plan",
    "open_case",
    "open_uploads",
    "opened_from",
    "pairs_of",
    "write_pairs_csv",
    "write_refused_csv",
]
