"""The plan answers this case, under this law."""

from collections.abc import Iterator

from planner.check.registry import rule
from planner.check.report import Params
from planner.check.subject import Subject


@rule("scenario", shown_only=False)
def scenario(subject: Subject) -> Iterator[Params]:
    """The plan was made for the scenario of the case."""
    if subject.plan.scenario != subject.case.scenario:
        yield {"stated": subject.plan.scenario.name, "expected": subject.case.scenario.name}


@rule("case_hash", shown_only=False)
def case_hash(subject: Subject) -> Iterator[Params]:
    """The plan was made from exactly this content."""
    if subject.plan.case_hash != subject.case.hash:
        yield {"stated": subject.plan.case_hash, "expected": subject.case.hash}


@rule("law", shown_only=False)
def law(subject: Subject) -> Iterator[Params]:
    """The plan was made under the version of the law at hand."""
    if subject.plan.law != subject.law.version:
        yield {"stated": subject.plan.law, "expected": subject.law.version}
