"""Plans as files for other programs. Reasons of decisions are in none of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from planner.domain import Case, Plan
from planner.messages import Language
from planner.report import plan_csv_zip, plan_geojson, plan_geopackage, plan_xlsx
from planner.service.acting import changing
from planner.service.viewing import seen
from planner.store import Role, Store, User, reads


class Form(StrEnum):
    """What a plan can be exported as; the values end the file names."""

    XLSX = "xlsx"
    CSV = "zip"
    GEOPACKAGE = "gpkg"
    GEOJSON = "geojson"


MEDIA = {
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.CSV: "application/zip",
    Form.GEOPACKAGE: "application/geopackage+sqlite3",
    Form.GEOJSON: "application/geo+json",
}

_WRITE: dict[Form, Callable[[Case, Plan, Language], bytes]] = {
    Form.XLSX: plan_xlsx,
    Form.CSV: lambda _case, plan, _language: plan_csv_zip(plan),
    Form.GEOPACKAGE: lambda case, plan, _language: plan_geopackage(case, plan),
    Form.GEOJSON: lambda case, plan, _language: plan_geojson(case, plan),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file: its name, which names nobody, its media type and its content."""

    name: str
    media: str
    content: bytes


def export_plan(store: Store, user: User, project: str, plan_id: str, form: Form, language: Language) -> Exported:
    """Return a plan as a file, as the user's role may see it. Planners and reviewers may.

    Raises
    ------
    ForbiddenError
        If the user may not.
    ForgottenError
        If somebody in it was deleted; names the rule.
    NotFoundError
        ``store.no_plan``.
    """
    with changing(store, user, Role.PLANNER, Role.REVIEWER) as change:
        view = seen(change.tx, change.user, project, plan_id)
        reads.log_read(change.tx, change.user.user_id, project, "export")
        change.note("plan.exported", project, plan_id=plan_id, form=form.value, full=view.full)
    name = re.sub(r"[^\w.-]+", "-", view.plan.scenario.name).strip("-.") or "plan"
    return Exported(f"{name}.{form.value}", MEDIA[form], _WRITE[form](view.case, view.plan, language))
