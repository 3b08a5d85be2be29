"""What is kept: projects, cases, plans, decisions, users, jobs and the audit trail, in SQLite or PostgreSQL.

One module per kind of thing, each with functions that take a ``Transaction``: ``projects``, ``people``, ``places``,
``scenarios``, ``cases``, ``plans``, ``decisions``, ``checklists``, ``guards``, ``jobs``, ``users``, ``sessions``,
``audit``, ``reads``, ``forget``, ``rules``, ``retention``, ``backups``.
"""

from planner.store.backups import backup, restore
from planner.store.connect import connect
from planner.store.errors import (
    ChangedMeanwhileError,
    DecisionError,
    ForgottenError,
    NotFoundError,
    SchemaError,
    StoreError,
    UnavailableError,
)
from planner.store.rules import Rule
from planner.store.schema import current, head, require_current, upgrade
from planner.store.store import Clock, Store, Transaction, utc_now
from planner.store.users import Role, User

__all__ = [
    "ChangedMeanwhileError",
    "Clock",
    "DecisionError",
    "ForgottenError",
    "NotFoundError",
    "Role",
    "Rule",
    "SchemaError",
    "Store",
    "StoreError",
    "Transaction",
    "UnavailableError",
    "User",
    "backup",
    "connect",
    "current",
    "head",
    "require_current",
    "restore",
    "upgrade",
    "utc_now",
]
