"""Redo the arithmetic of a certificate: no solver, no matcher, whole numbers only.

For prices Y on the rows a·x ≤ b (≥ 0), a·x ≥ b (≤ 0) or a·x = b (any sign) and the scale 2^s, every plan x has

    2^s · c·x ≤ Σ_units max(0, max R) + Σ_others max over their range + Y·b = L,   R = 2^s c − Aᵀ Y

so no plan is worth more than ⌊L / 2^s⌋. A column whose loss (the unit's best R minus its own) exceeds L − 2^s · floor
is in no plan worth the floor, and is left out for the tiers that follow; likewise a step or a shortage cannot be
further from the better end of its range than that allows. A tandem larger than what is left to its neighbourhood is
left out too. Everything but Y follows from the case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from planner.check.columns import Column, Step, columns_of, steps_of
from planner.check.facts import Facts
from planner.check.feasibility import Feasibility
from planner.check.report import Finding
from planner.check.rows import Row, rows_of
from planner.check.tiers import worst_kept
from planner.domain import Case, ClosedBy, Plan, Tier, TierProof
from planner.geo import TravelTimes
from planner.law import Law


@dataclass(frozen=True, slots=True)
class VerifiedTier:
    """What the arithmetic proves of one tier.

    Parameters
    ----------
    proven
        No plan is better than this, by the prices alone; ``None`` where the certificate brings no prices.
    bound
        What the plan states.
    closed_by
        Whether the plan says that a search stands behind the rest.
    """

    tier: Tier
    proven: int | None
    bound: int
    closed_by: ClosedBy

    @property
    def by_arithmetic(self) -> bool:
        """Whether the prices alone prove the stated bound."""
        if self.proven is None:
            return False
        return self.proven <= self.bound if self.tier.maximised else self.proven >= self.bound


@dataclass(frozen=True, slots=True)
class CertificateReport:
    """The outcome of a verification, tier by tier, and what is wrong with the certificate."""

    tiers: tuple[VerifiedTier, ...]
    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong: every bound said to follow from prices does."""
        return not self.findings


def verify_certificate(case: Case, plan: Plan, law: Law, travel: TravelTimes) -> CertificateReport:
    """Verify the bounds of a plan from its certificate and the case.

    Parameters
    ----------
    case, law, travel
        What the plan claims to answer.
    plan
        With its certificate; ``best`` of each tier is taken as the value that later tiers keep.
    """
    certificate = plan.certificate
    if certificate is None:
        return CertificateReport((), (Finding("certificate_missing"),))
    if certificate.case_hash != case.hash:
        return CertificateReport((), (Finding("certificate_case"),))
    if [p.tier for p in certificate.proofs] != [t.name for t in plan.tiers]:
        return CertificateReport((), (Finding("certificate_tiers"),))
    return _Verification(case, law, travel).run(plan, certificate.proofs)


_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Bound:
    total: int
    losses: Mapping[Column, int]
    steps: Mapping[Step, int]
    shortages: Mapping[int, int]


def _narrowed(ends: _Range, gain: int, room: int) -> _Range:
    """Return what of a range a plan can use that loses at most ``room``, each unit from the better end costing R."""
    low, high = ends
    if gain > 0:
        return max(low, high - max(room, 0) // gain), high
    return (low, min(high, low + max(room, 0) // -gain)) if gain < 0 else ends


class _Verification:
    def __init__(self, case: Case, law: Law, travel: TravelTimes) -> None:
        facts = Facts(case, law, travel)
        self._case = case
        everything = columns_of(facts, Feasibility(facts))
        steps = steps_of(facts, everything)
        self._rows = rows_of(facts, everything, steps)
        self._steps: dict[Step, _Range] = dict.fromkeys(steps, (0, 1))
        self._short: dict[int, _Range] = {
            n: (0, limit.at_least)
            for n, limit in enumerate(case.scenario.limit, 1)
            if limit.at_least is not None and not limit.hard
        }
        self._columns = self._fitting(everything)

    def run(self, plan: Plan, proofs: tuple[TierProof, ...]) -> CertificateReport:
        verified: list[VerifiedTier] = []
        findings: list[Finding] = []
        for stated, proof in zip(plan.tiers, proofs, strict=True):
            if not proof.prices and proof.closed_by is ClosedBy.SEARCH:
                verified.append(VerifiedTier(stated.name, None, stated.bound, proof.closed_by))
                continue
            wrong = self._wrong_prices(proof)
            if wrong:
                findings.append(Finding("certificate_price", {"tier": proof.tier.value, "row": wrong}))
                break
            bound = self._bound(proof)
            result = VerifiedTier(
                stated.name, self._shown(proof.tier, bound.total >> proof.shift), stated.bound, proof.closed_by
            )
            verified.append(result)
            if proof.closed_by is ClosedBy.PRICES and not result.by_arithmetic:
                values = {"tier": proof.tier.value, "stated": stated.bound, "expected": result.proven or 0}
                findings.append(Finding("certificate_bound", values))
            self._keep(proof, stated.best, bound)
        return CertificateReport(tuple(verified), tuple(findings))

    def _wrong_prices(self, proof: TierProof) -> str:
        """Return the first row that does not exist or whose price has a sign that proves nothing."""
        for key, price in proof.prices.items():
            row = self._rows.get(key)
            if row is None or (price > 0 and row.hi is None) or (price < 0 and row.lo is None):
                return key
        return ""

    def _bound(self, proof: TierProof) -> "_Bound":
        """Return L, the loss of every column, and R of every step and shortage."""
        on_column: dict[Column, int] = {c: c.objective(proof.tier) << proof.shift for c in self._columns}
        on_step = {s: (s.value if proof.tier is Tier.COVERAGE else 0) << proof.shift for s in self._steps}
        on_short = dict.fromkeys(self._short, (-1 if proof.tier is Tier.SHORTAGE else 0) << proof.shift)
        total = 0
        for key, price in proof.prices.items():
            row = self._rows[key]
            side = row.hi if price > 0 else row.lo
            total += price * (side if side is not None else 0)
            for column, coefficient in row.columns.items():
                if column in on_column:
                    on_column[column] -= price * coefficient
            for step, coefficient in row.steps.items():
                on_step[step] -= price * coefficient
            for number, coefficient in row.shortages.items():
                on_short[number] -= price * coefficient
        best: dict[int, int] = {}
        for column, gain in on_column.items():
            best[column.unit] = max(best.get(column.unit, 0), gain)
        total += sum(best.values())
        total += sum(max(gain * end for end in self._steps[step]) for step, gain in on_step.items())
        total += sum(max(gain * end for end in self._short[number]) for number, gain in on_short.items())
        losses = {column: best[column.unit] - gain for column, gain in on_column.items()}
        return _Bound(total, losses, on_step, on_short)

    def _keep(self, proof: TierProof, best: int, bound: "_Bound") -> None:
        """Leave out what no plan worth the floor uses; floor and proven bound become a row."""
        tolerance = Fraction(self._case.scenario.tiers.tolerance.get(proof.tier, 0))
        floor = self._shown(proof.tier, worst_kept(proof.tier, best, tolerance))
        room = bound.total - (floor << proof.shift)
        self._steps = {s: _narrowed(r, bound.steps[s], room) for s, r in self._steps.items()}
        self._short = {n: _narrowed(r, bound.shortages[n], room) for n, r in self._short.items()}
        self._columns = self._fitting([column for column in self._columns if bound.losses[column] <= room])
        self._rows[f"floor:{proof.tier.value}"] = Row(
            lo=floor,
            hi=bound.total >> proof.shift,
            columns={c: value for c in self._columns if (value := c.objective(proof.tier))},
            steps={s: s.value for s in self._steps} if proof.tier is Tier.COVERAGE else {},
            shortages=dict.fromkeys(self._short, -1) if proof.tier is Tier.SHORTAGE else {},
        )

    def _fitting(self, columns: list[Column]) -> list[Column]:
        """Return the columns that are no larger than their site and than what is left to their neighbourhood."""
        left: dict[str, int] = {}
        for step, (_, most) in self._steps.items():
            left[step.place] = left.get(step.place, 0) + most
        return [c for c in columns if len(c.people) <= min(c.site.posts, left.get(c.site.neighbourhood, 0))]

    def _shown(self, tier: Tier, number: int) -> int:
        """Turn an objective into a tier's value, or a value into an objective: one is the other's mirror."""
        if tier is Tier.CHANGES:
            return len(self._case.previous_plan) - number
        return number if tier.maximised else -number
