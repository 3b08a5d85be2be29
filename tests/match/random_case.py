"""Small random cases that hit every test, every part of the quality and every kind of decision."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from planner.domain import (
    Answer,
    Candidate,
    Case,
    Decision,
    DecisionKind,
    Level,
    Limit,
    Neighbourhood,
    Payer,
    Scenario,
    Scheme,
    Shift,
    Site,
    Transport,
    Verdict,
    Where,
    Who,
)

START = date(2027, 3, 1)
CODES = ("01", "02", "A3", "x")
BOROUGHS = ("Nord", "Nord", "Süd", "Ost")
FIELDS = ("seniors", "encounter", "garden")
LANGUAGES = ("de", "ar", "uk")
SKILLS = ("first_aid", "driving", "sewing")
HOURS = tuple(Decimal(h) for h in ("15", "19.5", "20", "30", "30.01", "39"))


def random_case(seed: int, *, candidates: int = 14, sites: int = 9) -> Case:
    """Return a case that depends on nothing but the seed."""
    rng = Random(seed)
    people = tuple(_candidate(rng, number) for number in range(candidates))
    places = tuple(_site(rng, number) for number in range(sites))
    return Case(
        scenario=_scenario(rng),
        neighbourhoods=tuple(
            Neighbourhood(code=code, name=code, borough=borough, counts={"population": 100})
            for code, borough in zip(CODES, BOROUGHS, strict=True)
        ),
        sites=places,
        candidates=people,
        travel_times={
            (home, work, transport): rng.choice((5, 20, 44, 45, 46, 59, 60, 61, 75, 76))
            for home in CODES
            for work in CODES
            for transport in Transport
        },
        decisions=_decisions(rng, people, places),
    )


def _some(rng: Random, words: tuple[str, ...], share: float = 0.3) -> frozenset[str]:
    return frozenset(word for word in words if rng.random() < share)


def _levels(rng: Random, share: float) -> dict[str, Level]:
    return {language: rng.choice(list(Level)) for language in LANGUAGES if rng.random() < share}


def _shifts(rng: Random) -> frozenset[Shift]:
    return frozenset(rng.sample(list(Shift), rng.randint(1, 3)))


def _day(rng: Random, spread: int) -> date:
    return START + timedelta(days=rng.choice((-spread, -1, 0, 1, spread)))


def _maybe(rng: Random, value: date) -> date | None:
    return value if rng.random() < 0.2 else None


def _hours(rng: Random) -> tuple[Decimal, Decimal]:
    low, high = sorted(rng.choices(HOURS, k=2))
    return low, high


def _scenario(rng: Random) -> Scenario:
    who = (Who(languages=("ar:A2", "uk:B1")), Who(skills=("driving",)), Who(languages="de:B2", skills="sewing"))
    where = (Where(), Where(borough="Nord"), Where(neighbourhood=("01", "x"), field="seniors"), Where(host=("", "H1")))
    limits = [Limit(where=rng.choice(where), who=rng.choice(who), reason="work", at_least=1) for _ in range(10)]
    return Scenario(
        start=START,
        scheme=rng.choice(list(Scheme)),
        unclear_is_eligible=rng.random() < 0.5,
        max_commute=rng.choice((None, 45, 60)),
        own_share_paid_by=rng.choice((Payer.CITY, Payer.HOST)),
        limit=(*limits[: rng.choice((0, 1, 10))], Limit(at_least=1), Limit(where=where[1], at_most=3)),
    )


def _site(rng: Random, number: int) -> Site:
    low, high = _hours(rng)
    return Site(
        site_id=f"s{number}",
        name="",
        host=rng.choice(("", "H1", "H2")),
        neighbourhood=rng.choice(CODES),
        field=rng.choice(FIELDS),
        posts=1,
        min_hours=low,
        max_hours=high,
        languages=_levels(rng, 0.2),
        skills=_some(rng, SKILLS, 0.15),
        clearance=rng.random() < 0.2,
        measles_proof=rng.random() < 0.3,
        step_free=rng.random() < 0.5,
        shifts=_shifts(rng),
        pay=rng.choice(("minimum_wage", Decimal("16.32"), Decimal("13.00"))),
        tariff_bound=rng.random() < 0.5,
        material_costs_per_year=rng.choice((0, 100_001, 60_000)),
        available_from=_maybe(rng, _day(rng, 40)),
        available_to=_maybe(rng, _day(rng, 400)),
    )


def _candidate(rng: Random, number: int) -> Candidate:
    low, high = _hours(rng)
    return Candidate(
        candidate_id=f"c{number}",
        neighbourhood=rng.choice(CODES),
        born=rng.choice((None, date(1962, 5, 1), date(1970, 12, 31), date(1971, 1, 1), date(1985, 7, 9))),
        benefit_months_last_84=rng.choice((84, 84, 72, 71, None)),
        benefit_months_last_60=rng.choice((60, 59, None)),
        benefit_months_last_24=rng.choice((24, 24, 21, 20, None)),
        brief_work_only=rng.choice((Answer.YES, Answer.YES, Answer.YES, Answer.NO, Answer.UNCLEAR, None)),
        minor_child=rng.random() < 0.3,
        severely_disabled=rng.random() < 0.2,
        subsidised_months=rng.choice((0, 0, 0, 7, 59)),
        coaching_accepted=rng.random() < 0.95,
        eligibility=rng.choice((None, None, Verdict.CONFIRMED, Verdict.CONFIRMED, Verdict.REJECTED)),
        languages=_levels(rng, 0.8),
        skills=_some(rng, (*SKILLS, "unasked"), 0.7),
        clearance=rng.random() < 0.6,
        measles_proof=rng.random() < 0.6,
        needs_step_free=rng.random() < 0.2,
        shifts=_shifts(rng),
        min_hours=low,
        max_hours=high,
        max_commute=rng.choice((None, None, 44, 60, 90)),
        transport=rng.choice(list(Transport)),
        permit_until=_maybe(rng, _day(rng, 400)),
        fields_wanted=_some(rng, FIELDS),
        fields_refused=_some(rng, (*FIELDS, "unknown"), 0.1),
        neighbourhoods_wanted=_some(rng, CODES),
        neighbourhoods_refused=_some(rng, CODES, 0.1),
        available_from=_maybe(rng, _day(rng, 40)),
        waiting_since=rng.choice((None, date(2026, 8, 31), date(2026, 9, 1), date(2010, 1, 1), date(2027, 5, 1))),
    )


def _decisions(rng: Random, people: tuple[Candidate, ...], places: tuple[Site, ...]) -> tuple[Decision, ...]:
    if not people or not places:
        return ()
    fixed = {DecisionKind.PIN, DecisionKind.ACCEPTED, DecisionKind.STARTED}
    return tuple(
        Decision(
            candidate_id=person.candidate_id,
            site_id=rng.choice(places).site_id,
            decision=(kind := rng.choice(list(DecisionKind))),
            since=rng.choice((None, date(2026, 11, 15), date(2025, 1, 31))) if kind in fixed else None,
        )
        for person in people
        if rng.random() < 0.4
    )
