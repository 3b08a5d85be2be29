"""Cases that once went wrong, one JSON file each."""

import json
from pathlib import Path

import pytest

from planner.domain import Decision, DecisionKind, Plan, Scenario, Status
from planner.errors import InputError
from planner.solve import solve
from tests.solve.plain_cases import START, plain_case

FILES = sorted((Path(__file__).parent / "regressions").glob("*.json"))


def _case(told):
    arguments = dict(told["case"])
    tandems = arguments.pop("tandems", [])
    return plain_case(
        **arguments,
        rules=Scenario.model_validate({"start": START, **told.get("scenario", {})}),
        previous=tuple(map(tuple, told.get("previous", []))),
        decisions=tuple(Decision(**{**d, "decision": DecisionKind(d["decision"])}) for d in told.get("decisions", [])),
        tandem=lambda k: tandems[k] if k < len(tandems) else "",
    )


def _answer(told) -> Plan | None:
    """Return the plan; ``None`` for a coded refusal where one is an answer too."""
    try:
        return solve(*_case(told), law_version="t")
    except InputError as refusal:
        if not told.get("may_refuse") or not all(problem.text("de") for problem in refusal.problems):
            raise
        return None


@pytest.mark.filterwarnings("ignore:overflow:RuntimeWarning")
@pytest.mark.parametrize(
    "told", [json.loads(file.read_text(encoding="utf-8")) for file in FILES], ids=[file.stem for file in FILES]
)
def test_it_stays_right(told):
    """Tiers, or the rules in conflict, are those that were reasoned out."""
    plan = _answer(told)
    if plan is None:
        return
    if "conflict" in told:
        assert plan.status is Status.INFEASIBLE
        assert sorted(c.rule for c in plan.conflict) == told["conflict"]
    else:
        assert plan.status is Status.OPTIMAL
        values = {t.name.value: t.value for t in plan.tiers}
        assert {name: values[name] for name in told["tiers"]} == told["tiers"]
