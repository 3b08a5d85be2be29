"""A plan folder that is asked about must belong to its case and keep every rule."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planner.cli.manner import BROKEN_RULE, Answer, Manner
from planner.cli.show import findings_list

if TYPE_CHECKING:
    from planner.service import Checked


def refused(how: Manner, checked: "Checked") -> Answer | None:
    """Return the answer of a plan that breaks a rule or is one of another case; ``None`` where all is well."""
    findings = checked.report.findings
    if not findings:
        return None
    data: Mapping[str, object] = {
        "status": "broken",
        "findings": [finding.as_dict(how.language) for finding in findings],
    }
    return Answer(BROKEN_RULE, data, findings_list([finding.text(how.language) for finding in findings]))
