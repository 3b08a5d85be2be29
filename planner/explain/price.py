"""What a pair costs: which rules keep it away, or what every tier and everybody else would give for it."""

from dataclasses import dataclass

from planner.domain import Case, Status, Tier, TierResult
from planner.errors import InputError
from planner.explain.difference import Move, TierChange, moves, tier_changes, worsened
from planner.explain.why.rules import RuleFact, rule_facts
from planner.geo import TravelTimes
from planner.law import Law
from planner.match import distances
from planner.progress import Stop, never
from planner.solve import Answer, Losses, Question, Workbench


@dataclass(frozen=True, slots=True)
class Refusal:
    """The rules that keep one person from a site, each with by how much it fails."""

    candidate_id: str
    rules: tuple[RuleFact, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What prices alone prove, at once: the pair costs at least this much.

    Parameters
    ----------
    tier
        The first tier proven to get worse; ``None`` where none above the lot is.
    least
        By at least how much.
    """

    tier: Tier | None
    least: int


@dataclass(frozen=True, slots=True)
class Exact:
    """The best plan with the pair, beside the plan without a condition.

    Parameters
    ----------
    status
        ``infeasible`` where no plan has the pair; ``optimal`` where all differences are proven.
    changes
        Every tier, the lot last; tiers after the last one asked for are missing.
    moves
        Who is placed differently, the person in question included.
    """

    status: Status
    changes: tuple[TierChange, ...]
    moves: tuple[Move, ...]

    @property
    def worsened(self) -> TierChange | None:
        """The first tier above the lot that gets worse."""
        return worsened(self.changes)


@dataclass(frozen=True, slots=True)
class Price:
    """The price of a pair.

    Parameters
    ----------
    placed
        Whether the plan has the pair already.
    refusals
        Where the pair is not possible: why, for the person and the partners of a tandem.
    preview
        ``None`` where the pair is not possible.
    exact
        ``None`` where nobody asked, or the pair is not possible.
    """

    candidate_id: str
    site_id: str
    placed: bool
    refusals: tuple[Refusal, ...]
    preview: Preview | None
    exact: Exact | None = None

    @property
    def possible(self) -> bool:
        """Whether no rule keeps the person from the site."""
        return self.preview is not None


def price(
    bench: Workbench,
    law: Law,
    travel: TravelTimes,
    candidate_id: str,
    site_id: str,
    *,
    exact: bool = True,
    upto: Tier | None = None,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Price:
    """Return the price of a pair.

    Parameters
    ----------
    exact
        Whether to find the best plan with the pair, too, and not only the preview.
    upto
        The last tier to settle exactly.

    Raises
    ------
    InputError
        ``prices.unknown_candidate``, ``prices.unknown_site``.
    """
    case = bench.case
    require_known(case, candidate_id, site_id)
    found = preview_of(bench.losses(), candidate_id, site_id)
    placed = any((p.candidate_id, p.site_id) == (candidate_id, site_id) for p in bench.plan.placements)
    if found is None:
        return Price(candidate_id, site_id, placed, refusals_of(case, law, travel, candidate_id, site_id), None)
    answer = exact_of(bench, candidate_id, site_id, upto, time_limit, stop) if exact else None
    return Price(candidate_id, site_id, placed, (), found, answer)


def require_known(
    case: Case, candidate_id: str | None = None, site_id: str | None = None, code: str | None = None
) -> None:
    """Refuse ids and codes of neighbourhoods that the case does not have.

    Raises
    ------
    InputError
        ``prices.unknown_candidate``, ``prices.unknown_site``, ``prices.unknown_neighbourhood``.
    """
    if candidate_id is not None and candidate_id not in case.candidate_of:
        raise InputError.of("prices.unknown_candidate", value=candidate_id)
    if site_id is not None and site_id not in case.site_of:
        raise InputError.of("prices.unknown_site", value=site_id)
    if code is not None and code not in case.neighbourhood_of:
        raise InputError.of("prices.unknown_neighbourhood", value=code)


def preview_of(losses: Losses, candidate_id: str, site_id: str) -> Preview | None:
    """Return what the prices of the base solve prove of a pair; ``None`` where it is not possible."""
    found = losses.of(candidate_id, site_id)
    if found is None:
        return None
    tier, least = found
    return Preview(None if tier is Tier.LOT else tier, least)


def exact_of(
    bench: Workbench,
    candidate_id: str,
    site_id: str,
    upto: Tier | None = None,
    time_limit: float | None = None,
    stop: Stop = never,
) -> Exact:
    """Return the best plan with a possible pair, compared with the plan.

    Of several that are best up to the last tier asked for, the one that takes the fewest people out of their places.
    """
    question = Question(with_pairs=((candidate_id, site_id),))
    answer = bench.ask(question, upto=upto, time_limit=time_limit, stop=stop, staying=True)
    return compared(bench.plan.tiers, bench, answer)


def compared(tiers: tuple[TierResult, ...], bench: Workbench, answer: Answer) -> Exact:
    """Return an answer as differences from the plan."""
    if not answer.tiers:
        return Exact(answer.status, (), ())
    before = ((p.candidate_id, p.site_id) for p in bench.plan.placements)
    return Exact(answer.status, tier_changes(tiers, answer.tiers), moves(before, answer.placements))


def refusals_of(case: Case, law: Law, travel: TravelTimes, candidate_id: str, site_id: str) -> tuple[Refusal, ...]:
    """Return the rules that keep a person, or the partners without whom nobody starts, from a site."""
    person = case.candidate_of[candidate_id]
    partners = [c for c in case.candidates if person.tandem and c.tandem == person.tandem and c is not person]
    site = case.site_of[site_id]
    found = []
    for one in (person, *partners):
        failed = int(distances(case, law, travel, one).failed[case.site_position[site_id]])
        if failed:
            facts = rule_facts(case, law, travel, one, site, failed)
            found.append(Refusal(one.candidate_id, tuple(fact for fact in facts if not fact.met)))
    return tuple(found)
