"""Questions about a plan from files: what a pair costs, which placements are free, what one more post is worth."""

from collections.abc import Collection
from dataclasses import dataclass

from planner.domain import Case, Pairs, Plan
from planner.explain.kompass import Kompass, kompass
from planner.explain.posts import PostValue, value_of_posts
from planner.explain.price import Price, price, require_known
from planner.explain.ranking import Ranking, people_for, sites_of
from planner.match import find_pairs
from planner.progress import Progress, Silent, Step, Stop, never
from planner.service.errors import RefusedError
from planner.service.opening import OpenedCase
from planner.service.pairing import pairs_of
from planner.solve import Workbench


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """A case whose plan is proven and can be asked about."""

    opened: OpenedCase
    bench: Workbench

    @property
    def case(self) -> Case:
        """The case."""
        return self.opened.case

    def price(self, candidate_id: str, site_id: str, *, time_limit: float | None = None, stop: Stop = never) -> Price:
        """Return the price of a pair; see ``planner.explain.price``."""
        law, travel = self.opened.law, self.opened.travel
        return price(self.bench, law, travel, candidate_id, site_id, time_limit=time_limit, stop=stop)

    def sites_of(
        self, candidate_id: str, *, exact: int = 3, time_limit: float | None = None, stop: Stop = never
    ) -> Ranking:
        """Return all possible sites of a person by price, the lot aside: it only chooses among equals."""
        upto = self.bench.above_lot
        return sites_of(self.bench, candidate_id, exact=exact, upto=upto, time_limit=time_limit, stop=stop)

    def people_for(
        self, site_ids: Collection[str], *, exact: int = 3, time_limit: float | None = None, stop: Stop = never
    ) -> Ranking:
        """Return the people for some sites by price, the lot aside."""
        upto = self.bench.above_lot
        return people_for(self.bench, site_ids, exact=exact, upto=upto, time_limit=time_limit, stop=stop)

    def sites_in(self, code: str) -> tuple[str, ...]:
        """Return the sites of a neighbourhood.

        Raises
        ------
        InputError
            ``prices.unknown_neighbourhood``.
        """
        require_known(self.case, code=code)
        return tuple(site.site_id for site in self.case.sites if site.neighbourhood == code)

    def kompass(self, *, prices: bool = True, time_limit: float | None = None, stop: Stop = never) -> Kompass:
        """Return the mark of every placement."""
        return kompass(self.bench, prices=prices, time_limit=time_limit, stop=stop)

    def value_of_posts(
        self,
        *,
        codes: Collection[str] | None = None,
        exact: int = 3,
        time_limit: float | None = None,
        stop: Stop = never,
    ) -> tuple[PostValue, ...]:
        """Return what one more post is worth in each quarter."""

        def find(case: Case) -> Pairs:
            return find_pairs(case, self.opened.law, self.opened.travel)

        return value_of_posts(self.bench, find, codes=codes, exact=exact, time_limit=time_limit, stop=stop)


def ask_about(opened: OpenedCase, plan: Plan, *, progress: Progress | None = None, stop: Stop = never) -> Asking:
    """Prove a plan anew and return what answers questions about it.

    Parameters
    ----------
    plan
        A plan of the case that has passed its check. It is where the proof begins; if the case has a better plan, that
        one is asked about.

    Raises
    ------
    RefusedError
        ``prices.no_plan``, if there are no placements.
    """
    watch = progress or Silent()
    if not plan.has_placements:
        raise RefusedError.of("prices.no_plan")
    watch.report(Step("pairs"))
    pairs = pairs_of(opened)
    watch.report(Step("solve"))
    bench = Workbench.of(opened.case, pairs, law_version=opened.law.version, plan=plan, progress=watch, stop=stop)
    return Asking(opened, bench)
