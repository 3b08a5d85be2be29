"""The certificate's arithmetic: it proves what it says, and a certificate that was changed proves nothing."""

from dataclasses import replace

import pytest

from planner.check import verify_certificate
from planner.domain import ClosedBy, Payer, Scenario, Status, Tier
from planner.service import make_plan, opened_from
from planner.synthetic import generate
from planner.tables import read_plan, write_plan


@pytest.fixture(scope="module", params=["posts bind", "money binds"])
def solved(request):
    """A generated case with limits, budgets, pins and a previous plan, and its plan."""
    case = generate(80, 20, 15, 7)
    if request.param == "money binds":
        budget = {
            payer: {year: cents * 6 // 10 for year, cents in years.items()}
            for payer, years in case.scenario.budget.items()
        }
        case = replace(case, scenario=case.scenario.model_copy(update={"budget": budget}))
    opened = opened_from(case)
    return opened, make_plan(opened).plan


def _verify(opened, plan):
    return verify_certificate(opened.case, plan, opened.law, opened.travel)


def _tampered(plan, tier, **changes):
    proofs = [replace(p, **changes) if p.tier is tier else p for p in plan.certificate.proofs]
    return replace(plan, certificate=replace(plan.certificate, proofs=tuple(proofs)))


def _stated(plan, tier, bound):
    return replace(plan, tiers=tuple(replace(t, bound=bound) if t.name is tier else t for t in plan.tiers))


def test_every_bound_said_to_follow_from_prices_does(solved):
    """Redone without a solver, the prices prove the bounds of all tiers that no search had to close."""
    opened, plan = solved
    report = _verify(opened, plan)
    assert report.passed
    assert [t.tier for t in report.tiers] == [t.name for t in plan.tiers]
    closed_by = {p.tier: p.closed_by for p in plan.certificate.proofs}
    assert all(t.by_arithmetic for t in report.tiers if closed_by[t.tier] is ClosedBy.PRICES)
    assert closed_by[Tier.PLACEMENTS] is ClosedBy.PRICES


def test_what_prices_prove_is_never_better_than_the_truth(solved):
    """A proven optimum is within every bound that the arithmetic gives."""
    opened, plan = solved
    assert plan.status is Status.OPTIMAL
    best = {t.name: t.best for t in plan.tiers}
    for tier in _verify(opened, plan).tiers:
        if tier.proven is not None:
            proven = tier.proven if tier.tier.maximised else -tier.proven
            assert proven >= (best[tier.tier] if tier.tier.maximised else -best[tier.tier])


def test_a_better_bound_than_the_prices_prove_is_found(solved):
    """A bound that is one too good is no longer proven."""
    opened, plan = solved
    placements = next(t for t in plan.tiers if t.name is Tier.PLACEMENTS)
    report = _verify(opened, _stated(plan, Tier.PLACEMENTS, placements.bound - 1))
    assert [f.rule for f in report.findings] == ["certificate_bound"]


def test_prices_that_were_changed_prove_less(solved):
    """Without its prices a tier's bound does not follow."""
    opened, plan = solved
    report = _verify(opened, _tampered(plan, Tier.COVERAGE, prices={}, closed_by=ClosedBy.PRICES))
    assert "certificate_bound" in [f.rule for f in report.findings]


def test_a_price_with_the_wrong_sign_or_of_no_row_is_found(solved):
    """A negative price on a maximum proves nothing, nor does a price on a row that does not exist."""
    opened, plan = solved
    site = next(s.site_id for s in opened.case.sites)
    for key in (f"site:{site}", "site:nowhere"):
        report = _verify(opened, _tampered(plan, Tier.PLACEMENTS, prices={key: -1}))
        assert [(f.rule, f.params["row"]) for f in report.findings] == [("certificate_price", key)]


def test_a_certificate_of_another_case_is_found(solved):
    """The hash ties the certificate to its case."""
    opened, plan = solved
    other = replace(plan, certificate=replace(plan.certificate, case_hash="0" * 64))
    assert [f.rule for f in _verify(opened, other).findings] == ["certificate_case"]
    assert [f.rule for f in _verify(opened, replace(plan, certificate=None)).findings] == ["certificate_missing"]


def test_the_certificate_survives_its_file(solved, tmp_path):
    """Written and read back, it is the same; the same case gives the same witness again."""
    opened, plan = solved
    write_plan(plan, tmp_path / "plan")
    assert read_plan(tmp_path / "plan").certificate == plan.certificate
    assert make_plan(opened).plan.certificate == plan.certificate


def test_a_plan_without_need_for_money_names_no_budget():
    """Where no budget is set, no price stands on one."""
    case = generate(40, 10, 8, 3)
    scenario = Scenario(start=case.scenario.start, posts=8)
    opened = opened_from(replace(case, scenario=scenario, decisions=()))
    plan = make_plan(opened).plan
    assert not [k for p in plan.certificate.proofs for k in p.prices if k.startswith(f"budget:{Payer.CITY.value}")]
    assert _verify(opened, plan).passed
