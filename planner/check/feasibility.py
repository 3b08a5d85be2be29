"""Which pairs are possible, and why someone has none."""

from collections.abc import Hashable

from planner.check.facts import Facts
from planner.check.pair_tests import AnyTest, pair_tests
from planner.domain import DISPLACED, NO_PAIR, Candidate, Eligibility, Mark, Reason, Site

SiteSet = int
"""A set of sites as the bits of an integer: the position of a site in the case is its bit."""


class Feasibility:
    """The tests of design § 4, asked about single pairs and about all sites of a person at once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._sites = facts.case.sites
        self.tests = pair_tests(facts)
        self._test_of = {test.reason: test for test in self.tests}
        self._asking = {test.reason: self._by_asked(test) for test in self.tests}
        # Nearly everyone brings something else to the commute: to remember its answers would cost more than it saves.
        self._commute = self._test_of[Reason.COMMUTE]
        self._shared = [test for test in self.tests if test is not self._commute]
        self._refused: dict[tuple[Reason, Hashable], SiteSet] = {}

    def _by_asked(self, test: AnyTest) -> dict[Hashable, SiteSet]:
        """Group the sites by what they ask."""
        groups: dict[Hashable, SiteSet] = {}
        for position, site in enumerate(self._sites):
            asked = test.asked(site)
            groups[asked] = groups.get(asked, 0) | 1 << position
        return groups

    def test(self, reason: Reason) -> AnyTest:
        """Return the test whose failure is that reason."""
        return self._test_of[reason]

    def possible_anyway(self, candidate: Candidate, site: Site) -> bool:
        """Return whether the pair was accepted or has started, so that no test can rule it out."""
        return site.site_id in self._facts.beyond_tests(candidate)

    def marks(self, candidate: Candidate, site: Site) -> tuple[str, ...]:
        """Return the marks of a placement: failed tests of a pair accepted all the same, then the other marks."""
        scenario = self._facts.scenario
        confirmed = scenario.fields.confirmed
        marks: list[str] = []
        if self.possible_anyway(candidate, site):
            marks += [test.reason.value for test in self.tests if test.fails_pair(candidate, site)]
        if confirmed is not None and site.field not in confirmed:
            marks.append(Mark.FIELD_NOT_CONFIRMED.value)
        if scenario.unclear_is_eligible and self._facts.eligibility(candidate) is Eligibility.UNCLEAR:
            marks.append(Mark.ELIGIBILITY_UNCLEAR.value)
        return tuple(marks)

    def unplaced_reason(self, candidate: Candidate) -> str:
        """Return why a person without a placement has none.

        ``displaced`` where some pair is possible; else the first test that every site fails; else ``no_pair``.
        """
        if self._facts.beyond_tests(candidate) or self._has_pair(candidate):
            return DISPLACED
        for test in self.tests:
            brought = test.brought(candidate)
            if self._sites and all(test.fails(asked, brought) for asked in self._asking[test.reason]):
                return test.reason.value
        return NO_PAIR

    def possible_sites(self, candidate: Candidate) -> frozenset[str]:
        """Return the ids of the sites with which a person has a possible pair."""
        left = self._passing_but_commute(candidate)
        brought = self._commute.brought(candidate)
        for asked, sites in self._asking[Reason.COMMUTE].items():
            if sites & left and self._commute.fails(asked, brought):
                left &= ~sites
        found = {site.site_id for position, site in enumerate(self._sites) if left >> position & 1}
        return frozenset(found) | self._facts.beyond_tests(candidate)

    def _passing_but_commute(self, candidate: Candidate) -> SiteSet:
        left: SiteSet = (1 << len(self._sites)) - 1
        for test in self._shared:
            left &= ~self._refusing(test, test.brought(candidate))
        return left

    def _has_pair(self, candidate: Candidate) -> bool:
        """Whether some site passes every test; the commute is asked last, and only until one site is within reach."""
        left = self._passing_but_commute(candidate)
        brought = self._commute.brought(candidate)
        groups = self._asking[Reason.COMMUTE].items()
        return any(sites & left and not self._commute.fails(asked, brought) for asked, sites in groups)

    def _refusing(self, test: AnyTest, brought: Hashable) -> SiteSet:
        """Return the sites that fail a test for whoever brings this."""
        key = (test.reason, brought)
        if key not in self._refused:
            refused = 0
            for asked, sites in self._asking[test.reason].items():
                if test.fails(asked, brought):
                    refused |= sites
            self._refused[key] = refused
        return self._refused[key]
