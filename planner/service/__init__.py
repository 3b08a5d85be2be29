"""The use cases that the command line and the app share.

Some work on files alone: open, plan, check. The others work on what is kept: each takes the store and the user first,
asks for the role itself, and leaves one entry in the audit trail in the transaction of its change.
"""

from planner.service.accounts import (
    claim_map,
    find_user,
    list_users,
    map_claim,
    set_active,
    set_roles,
    sign_in,
    sign_out,
)
from planner.service.acting import require
from planner.service.checking import Checked, check_folder
from planner.service.conflicts import conflict_text
from planner.service.errors import ForbiddenError, OutdatedError, RefusedError
from planner.service.importing import Imported, count_people, import_people, import_places, present_places
from planner.service.local import is_loopback, local_user
from planner.service.opening import OpenedCase, open_case, open_uploads, opened_from
from planner.service.pairing import pairs_of, write_pairs_csv, write_refused_csv
from planner.service.planning import Outcome, PlanRejectedError, make_plan
from planner.service.projects import create_project, list_projects, user_names
from planner.service.scenarios import SavedScenario, list_scenarios, save_scenario
from planner.service.solving import job_words, stop_solve, submit_solve, watch_solve, watch_solves, work_on

__all__ = [
    "Checked",
    "ForbiddenError",
    "Imported",
    "OpenedCase",
    "Outcome",
    "OutdatedError",
    "PlanRejectedError",
    "RefusedError",
    "SavedScenario",
    "check_folder",
    "claim_map",
    "conflict_text",
    "count_people",
    "create_project",
    "find_user",
    "import_people",
    "import_places",
    "is_loopback",
    "job_words",
    "list_projects",
    "list_scenarios",
    "list_users",
    "local_user",
    "make_plan",
    "map_claim",
    "open_case",
    "open_uploads",
    "opened_from",
    "pairs_of",
    "present_places",
    "require",
    "save_scenario",
    "set_active",
    "set_roles",
    "sign_in",
    "sign_out",
    "stop_solve",
    "submit_solve",
    "user_names",
    "watch_solve",
    "watch_solves",
    "work_on",
    "write_pairs_csv",
    "write_refused_csv",
]
