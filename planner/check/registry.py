"""The rules by name. A rule is a function that yields the values of a finding for every place where it is broken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from planner.check.report import Params
from planner.check.subject import Subject

Test = Callable[[Subject], Iterable[Params]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Parameters
    ----------
    code
        Its name in findings and messages.
    broken
        Yields once for every place where the rule is broken.
    shown_only
        Whether the rule asks about placements, so that it says nothing of a plan that shows none.
    """

    code: str
    broken: Test
    shown_only: bool


RULES: dict[str, Rule] = {}


def rule(code: str, *, shown_only: bool = True) -> Callable[[Test], Test]:
    """Register a function as the rule of that name.

    Raises
    ------
    ValueError
        If the name is taken.
    """

    def register(broken: Test) -> Test:
        if code in RULES:
            raise ValueError(f"rule defined twice: {code}")
        RULES[code] = Rule(code, broken, shown_only)
        return broken

    return register
