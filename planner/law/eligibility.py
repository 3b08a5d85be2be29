"""Whether a person can be funded: a computed answer with its paragraphs, beside the Jobcenter's own word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from planner.domain import Answer, Candidate, Eligibility, Scenario, Scheme, Verdict
from planner.law.contract import age_limit_day
from planner.law.months import completes
from planner.law.values import Law
from planner.messages import Language, text


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason of an answer: the code of a sentence, its values, and the paragraph it rests on."""

    code: str
    paragraph: str
    params: Mapping[str, str | int] = field(default_factory=dict)

    def text(self, language: Language) -> str:
        """Return the sentence with its paragraph."""
        return text(self.code, language, {**self.params, "paragraph": self.paragraph})


@dataclass(frozen=True, slots=True)
class Assessment:
    """What follows for a person.

    Parameters
    ----------
    status
        What the plan goes by: the Jobcenter's word, else the computed answer.
    computed
        What follows from the data alone.
    grounds
        Of the computed answer: the tests that fail, or those that hang on missing data; empty if all hold.
    """

    status: Eligibility
    computed: Eligibility
    verdict: Verdict | None
    grounds: tuple[Ground, ...]

    @property
    def word(self) -> Ground | None:
        """The Jobcenter's word as a ground of its own (§ 44b SGB II), where there is one."""
        return Ground(f"law.verdict_{self.verdict}", "§ 44b SGB II") if self.verdict else None


class _Finding(NamedTuple):
    """A test that does not hold: for certain, or as far as the data go."""

    certain: bool
    ground: Ground


WORD_STATUS = {Verdict.CONFIRMED: Eligibility.ELIGIBLE, Verdict.REJECTED: Eligibility.NOT_ELIGIBLE}


def assess(candidate: Candidate, scenario: Scenario, law: Law) -> Assessment:
    """Return whether a person can be funded under the scenario's scheme from its start.

    Not eligible if any test fails for certain, unclear if none does but one hangs on a blank or on ``unclear``.
    """
    findings = [
        *_age(candidate, scenario, law),
        *_receipt(candidate, scenario, law),
        *_work(candidate, scenario.scheme),
        *_subsidised(candidate, scenario, law),
        *_coaching(candidate, scenario, law),
    ]
    failed = tuple(finding.ground for finding in findings if finding.certain)
    grounds = failed or tuple(finding.ground for finding in findings)
    open_or_none = Eligibility.UNCLEAR if grounds else Eligibility.ELIGIBLE
    computed = Eligibility.NOT_ELIGIBLE if failed else open_or_none
    verdict = candidate.eligibility
    return Assessment(WORD_STATUS[verdict] if verdict else computed, computed, verdict, grounds)


def _age(candidate: Candidate, scenario: Scenario, law: Law) -> Iterator[_Finding]:
    """At least 25 on the first working day (§ 16i only) and not past the age limit."""
    adult = scenario.scheme is Scheme.P16I
    if candidate.born is None:
        paragraph = "§ 16i Abs. 3 Nr. 1 SGB II, § 7a SGB II" if adult else "§ 7a SGB II"
        yield _Finding(False, Ground("law.born_missing", paragraph))
        return
    if adult and not _old_enough(candidate.born, scenario.start, law):
        years = law.whole("minimum_age_16i", scenario.start)
        yield _Finding(True, Ground("law.age_under_25", "§ 16i Abs. 3 Nr. 1 SGB II", {"years": years}))
    if scenario.start > age_limit_day(law, candidate.born):
        years, months = divmod(law.whole("age_limit", candidate.born), 12)
        yield _Finding(True, Ground("law.age_limit", "§ 7a SGB II", {"years": years, "months": months}))


def _old_enough(born: date, start: date, law: Law) -> bool:
    return completes(born, 12 * law.whole("minimum_age_16i", start)) < start


def _receipt(candidate: Candidate, scenario: Scenario, law: Law) -> Iterator[_Finding]:
    """Long enough on benefits, in one of the ways open to the person; no column ever stands in for another."""
    day = scenario.start
    if scenario.scheme is Scheme.P16E:
        ways = [("", "§ 16e Abs. 1 SGB II", 24, candidate.benefit_months_last_24, law.whole("receipt_months_16e", day))]
    else:
        need = law.whole("receipt_months_16i", day)
        ways = [("", "§ 16i Abs. 3 Nr. 2 SGB II", 84, candidate.benefit_months_last_84, need)]
        if candidate.minor_child or candidate.severely_disabled:
            need = law.whole("receipt_months_16i_family", day)
            ways += [("_family", "§ 16i Abs. 3 Satz 3 SGB II", 60, candidate.benefit_months_last_60, need)]
    if any(have is not None and have >= need for *_, have, need in ways):
        return
    certain = all(have is not None for *_, have, _ in ways)
    for suffix, paragraph, window, have, need in ways:
        if have is None:
            yield _Finding(False, Ground("law.receipt_missing", paragraph, {"window": window, "need": need}))
        elif certain:
            params = {"have": have, "window": window, "need": need}
            yield _Finding(True, Ground(f"law.receipt_too_short{suffix}", paragraph, params))


def _work(candidate: Candidate, scheme: Scheme) -> Iterator[_Finding]:
    """No work or only brief work meanwhile: a human answer, for "brief" is no number in law."""
    p16i = scheme is Scheme.P16I
    paragraph = "§ 16i Abs. 3 Nr. 3 SGB II" if p16i else "§ 16e Abs. 1 SGB II"
    window = {"window": 84 if p16i else 24}
    match candidate.brief_work_only:
        case Answer.NO:
            yield _Finding(True, Ground("law.worked", paragraph, window))
        case Answer.UNCLEAR:
            yield _Finding(False, Ground("law.work_unclear", paragraph, window))
        case None:
            yield _Finding(False, Ground("law.work_missing", paragraph, window))


def _subsidised(candidate: Candidate, scenario: Scenario, law: Law) -> Iterator[_Finding]:
    """Less than five years under § 16i so far, in a whole life."""
    if scenario.scheme is Scheme.P16E:
        return
    most = law.whole("subsidised_months_16i", scenario.start)
    if candidate.subsidised_months >= most:
        params = {"have": candidate.subsidised_months, "most": most}
        yield _Finding(True, Ground("law.subsidised_out", "§ 16i Abs. 3 Nr. 4 SGB II", params))


def _coaching(candidate: Candidate, scenario: Scenario, law: Law) -> Iterator[_Finding]:
    """Willing to be coached on the job."""
    if not candidate.coaching_accepted and law.number(f"coaching_{scenario.scheme}", scenario.start):
        yield _Finding(True, Ground("law.coaching_refused", f"§ {scenario.scheme} Abs. 4 SGB II"))
