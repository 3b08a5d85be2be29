"""A case as one value."""

import hashlib
import json
from dataclasses import replace

import pytest

from planner.domain import Decision, DecisionKind
from planner.synthetic import generate


@pytest.fixture(scope="module")
def case():
    return generate(40, 8, 5, seed=3)


@pytest.mark.parametrize("field", ["scenario", "decisions", "previous_plan", "sites", "candidates"])
def test_an_amended_case_has_the_hash_of_one_made_anew(case, field):
    """However a case came to its content, the same content has the same hash, and other content another one."""
    person, site = case.candidates[0].candidate_id, case.sites[0].site_id
    changes = {
        "scenario": case.scenario.model_copy(update={"posts": 3}),
        "decisions": (Decision(candidate_id=person, site_id=site, decision=DecisionKind.FORBID),),
        "previous_plan": ((case.candidates[1].candidate_id, site), (person, site)),
        "sites": case.sites[1:],
        "candidates": case.candidates[1:],
    }
    amended = case.amended(**{field: changes[field]})
    assert amended == replace(case, **{field: changes[field]})
    assert amended.hash == replace(case, **{field: changes[field]}).hash != case.hash


def test_the_hash_is_that_of_canonical_json(case):
    """Sorted keys, no spaces, every value as text or number: whoever has the tables can work it out."""
    spelled = {name: json.loads(text) for name, text in case._spelled.items()}
    text = json.dumps(spelled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert case.hash == hashlib.sha256(text.encode()).hexdigest()
