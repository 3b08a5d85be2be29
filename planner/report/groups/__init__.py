"""The comparison of groups as it may be shown: every number behind disclosure control."""

from planner.report.groups.audit import GroupAudit, RequirementRow, audit_groups
from planner.report.groups.pooled import OTHERS, pooled
from planner.report.groups.women import shown_women
from planner.report.groups.words import audit_data, audit_words, group_name

__all__ = [
    "OTHERS",
    "GroupAudit",
    "RequirementRow",
    "audit_data",
    "audit_groups",
    "audit_words",
    "group_name",
    "pooled",
    "shown_women",
]
