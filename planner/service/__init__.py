"""The use cases that the command line and the app share.

Some work on files alone: open, plan, check. The others work on what is kept: each takes the store and the user first,
asks for the role itself, and leaves one entry in the audit trail in the transaction of its change.
"""

from planner.explain.conflict_words import conflict_text
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
from planner.service.auditing import Replayed, Verified, list_audit, replay_entry, verify_audit
from planner.service.checking import Checked, check_folder
from planner.service.checklist import check_off, contract_checklist
from planner.service.comparing import Comparison, CoveragePair, Move, TierPair, compare_plans
from planner.service.deciding import Decided, Step, decide, preview_decision, preview_repair, save_repair
from planner.service.deleting import (
    Deleted,
    apply_retention,
    forget_person,
    retention_due,
    retention_periods,
    set_retention,
)
from planner.service.errors import ForbiddenError, OutdatedError, RefusedError
from planner.service.exporting import Exported, Form, export_plan
from planner.service.fairness import (
    GroupComparison,
    Women,
    compare_groups,
    find_envy,
    probe_blindness,
    view_blindness,
    view_envy,
    view_groups,
)
from planner.service.guarding import (
    TeamRate,
    note_own_view,
    own_view,
    reason_needed,
    review_guard,
    set_review_guard,
    team_rate,
)
from planner.service.importing import Imported, count_people, import_people, import_places, present_places
from planner.service.lasting import PlanMonth, PlanMonths
from planner.service.leeway import start_kompass, start_value
from planner.service.local import is_loopback, local_user
from planner.service.opening import OpenedCase, open_case, open_uploads, opened_from
from planner.service.pairing import pairs_of, write_pairs_csv, write_refused_csv
from planner.service.planning import Outcome, PlanRejectedError, make_plan
from planner.service.pricing import Asking, ask_about
from planner.service.projects import create_project, list_projects, user_names
from planner.service.questions import CaseAnswer, start_answers, start_people_for
from planner.service.queueing import Order, QueueFilter, filter_queue, lies_in
from planner.service.releasing import release_plan
from planner.service.repairing import Ask, Repair
from planner.service.reviewing import (
    Alternative,
    CaseCard,
    Desk,
    QueueRow,
    case_card,
    case_history,
    count_declined,
    open_desk,
    review_queue,
)
from planner.service.scenarios import SavedScenario, list_scenarios, save_scenario
from planner.service.situation import folder_situation, report_situation, view_situation
from planner.service.solving import job_words, stop_solve, submit_solve, watch_solve, watch_solves, work_on
from planner.service.sweeping import start_sweep
from planner.service.viewing import PlanView, list_plans, view_plan
from planner.service.ways import Trouble, WayOut, start_ways

__all__ = [
    "Alternative",
    "Ask",
    "Asking",
    "CaseAnswer",
    "CaseCard",
    "Checked",
    "Comparison",
    "CoveragePair",
    "Decided",
    "Deleted",
    "Desk",
    "Exported",
    "ForbiddenError",
    "Form",
    "GroupComparison",
    "Imported",
    "Move",
    "OpenedCase",
    "Order",
    "Outcome",
    "OutdatedError",
    "PlanMonth",
    "PlanMonths",
    "PlanRejectedError",
    "PlanView",
    "QueueFilter",
    "QueueRow",
    "RefusedError",
    "Repair",
    "Replayed",
    "SavedScenario",
    "Step",
    "TeamRate",
    "TierPair",
    "Trouble",
    "Verified",
    "WayOut",
    "Women",
    "apply_retention",
    "ask_about",
    "case_card",
    "case_history",
    "check_folder",
    "check_off",
    "claim_map",
    "compare_groups",
    "compare_plans",
    "conflict_text",
    "contract_checklist",
    "count_declined",
    "count_people",
    "create_project",
    "decide",
    "export_plan",
    "filter_queue",
    "find_envy",
    "find_user",
    "folder_situation",
    "forget_person",
    "import_people",
    "import_places",
    "is_loopback",
    "job_words",
    "lies_in",
    "list_audit",
    "list_plans",
    "list_projects",
    "list_scenarios",
    "list_users",
    "local_user",
    "make_plan",
    "map_claim",
    "note_own_view",
    "open_case",
    "open_desk",
    "open_uploads",
    "opened_from",
    "own_view",
    "pairs_of",
    "present_places",
    "preview_decision",
    "preview_repair",
    "probe_blindness",
    "reason_needed",
    "release_plan",
    "replay_entry",
    "report_situation",
    "require",
    "retention_due",
    "retention_periods",
    "review_guard",
    "review_queue",
    "save_repair",
    "save_scenario",
    "set_active",
    "set_retention",
    "set_review_guard",
    "set_roles",
    "sign_in",
    "sign_out",
    "start_answers",
    "start_kompass",
    "start_people_for",
    "start_sweep",
    "start_value",
    "start_ways",
    "stop_solve",
    "submit_solve",
    "team_rate",
    "user_names",
    "verify_audit",
    "view_blindness",
    "view_envy",
    "view_groups",
    "view_plan",
    "view_situation",
    "watch_solve",
    "watch_solves",
    "work_on",
    "write_pairs_csv",
    "write_refused_csv",
]
