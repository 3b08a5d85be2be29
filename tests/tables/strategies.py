"""Cases and plans as Hypothesis draws them: everything the contract can say, tables that hold together."""

from datetime import date
from decimal import Decimal
from functools import partial
from unicodedata import normalize

from hypothesis import strategies as st

from planner.domain import (
    Answer,
    Candidate,
    Case,
    Conflict,
    Decision,
    DecisionKind,
    Level,
    Limit,
    LimitResult,
    Neighbourhood,
    NeighbourhoodResult,
    Payer,
    Placement,
    Plan,
    Reason,
    Scenario,
    Scheme,
    Shift,
    Site,
    Status,
    Tier,
    TierResult,
    Tiers,
    Transport,
    Unplaced,
    Verdict,
    Where,
    Who,
)
from planner.domain.scenario import Fields

WAGE_TABLES = frozenset({"tvoed_e2_1"})

compose = partial(normalize, "NFC")

LETTERS = "abzÄß0 9=+-@'\",.#é"
"""Letters that files, spreadsheets and list cells stumble over."""

words = st.text(LETTERS, min_size=1, max_size=8).map(lambda t: " ".join(t.split())).filter(bool)
ids = st.text(LETTERS + "|;", min_size=1, max_size=8).map(str.strip).filter(bool)
days = st.dates(date(1950, 1, 1), date(2090, 12, 31))
maybe_day = st.none() | days
hours = st.decimals("0.01", 48, places=2)
languages = st.dictionaries(st.sampled_from(["de", "ar", "ru"]), st.sampled_from(Level), max_size=2)
shifts = st.frozensets(st.sampled_from(Shift), min_size=1)
names = st.frozensets(words, max_size=2)
amounts = st.integers(0, 10**11)


def places() -> st.SearchStrategy[tuple[float | None, float | None]]:
    here = st.tuples(*(st.integers(-limit * 10**6, limit * 10**6).map(lambda n: n / 10**6) for limit in (90, 180)))
    return st.just((None, None)) | here


@st.composite
def neighbourhood_tables(draw: st.DrawFn) -> tuple[Neighbourhood, ...]:
    codes = draw(st.lists(words, min_size=1, max_size=3, unique=True))
    columns = draw(st.sets(st.sampled_from(["population", "foreigners", "living alone", "households_1"])))
    rows = []
    for code in codes:
        counts = {column: draw(st.integers(0, 10**6)) for column in sorted(columns)}
        blank = frozenset(column for column, count in counts.items() if count == 0 and draw(st.booleans()))
        lat, lon = draw(places())
        row = {"code": code, "name": draw(words), "borough": draw(words), "counts": counts, "blank": blank}
        rows.append(Neighbourhood(**row, lat=lat, lon=lon))
    return tuple(rows)


@st.composite
def sites(draw: st.DrawFn, site_id: str, codes: list[str]) -> Site:
    least, most = sorted([draw(hours), draw(hours)])
    start, end = sorted([draw(days), draw(days)])
    lat, lon = draw(places())
    pay = st.just("minimum_wage") | st.sampled_from(sorted(WAGE_TABLES)) | st.decimals("0.01", 99, places=4)
    return Site(
        site_id=site_id,
        name=draw(words),
        host=draw(words | st.just("")),
        neighbourhood=draw(st.sampled_from(codes)),
        field=draw(words),
        posts=draw(st.integers(0, 9)),
        lat=lat,
        lon=lon,
        min_hours=least,
        max_hours=most,
        languages=draw(languages),
        skills=draw(names),
        clearance=draw(st.booleans()),
        measles_proof=draw(st.booleans()),
        step_free=draw(st.booleans()),
        shifts=draw(shifts),
        pay=draw(pay),
        tariff_bound=draw(st.booleans()),
        material_costs_per_year=draw(amounts),
        available_from=draw(st.none() | st.just(start)),
        available_to=draw(st.none() | st.just(end)),
    )


@st.composite
def candidates(draw: st.DrawFn, candidate_id: str, codes: list[str]) -> Candidate:
    least, most = sorted([draw(hours), draw(hours)])
    months = st.none() | st.integers(0, 90)
    code = st.sampled_from(codes)
    return Candidate(
        candidate_id=candidate_id,
        neighbourhood=draw(code),
        born=draw(maybe_day),
        benefit_months_last_84=draw(months),
        benefit_months_last_60=draw(months),
        benefit_months_last_24=draw(months),
        brief_work_only=draw(st.none() | st.sampled_from(Answer)),
        minor_child=draw(st.booleans()),
        severely_disabled=draw(st.booleans()),
        subsidised_months=draw(st.integers(0, 70)),
        coaching_accepted=draw(st.booleans()),
        eligibility=draw(st.none() | st.sampled_from(Verdict)),
        languages=draw(languages),
        skills=draw(names),
        clearance=draw(st.booleans()),
        measles_proof=draw(st.booleans()),
        needs_step_free=draw(st.booleans()),
        shifts=draw(shifts),
        min_hours=least,
        max_hours=most,
        max_commute=draw(st.none() | st.integers(0, 120)),
        transport=draw(st.sampled_from(Transport)),
        permit_until=draw(maybe_day),
        fields_wanted=draw(names),
        fields_refused=draw(names),
        neighbourhoods_wanted=draw(st.frozensets(code, max_size=2)),
        neighbourhoods_refused=draw(st.frozensets(code, max_size=2)),
        available_from=draw(maybe_day),
        waiting_since=draw(maybe_day),
        tandem=draw(st.just("") | ids),
    )


texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=4).map(compose)
"""Any text without control characters, in its composed form: reading brings every text into it."""


@st.composite
def limits(draw: st.DrawFn, where: dict[str, list[str]]) -> Limit:
    keys = draw(st.sets(st.sampled_from(sorted(k for k in where if where[k]))))
    spot = Where(**{key: draw(st.lists(st.sampled_from(where[key]), min_size=1, max_size=2)) for key in keys})
    name = draw(texts)
    if draw(st.booleans()):
        return Limit(name=name, where=spot, at_most=draw(st.integers(0, 99)))
    who = draw(st.none() | st.just(Who(languages=("ar:A2", "ru:C1"))) | st.builds(Who, skills=st.tuples(texts)))
    return Limit(name=name, where=spot, who=who, reason="it is needed", at_least=1, hard=draw(st.booleans()))


@st.composite
def scenarios(draw: st.DrawFn, where: dict[str, list[str]], counts: list[str]) -> Scenario:
    order = draw(st.lists(st.sampled_from([t for t in Tier if t is not Tier.LOT]), unique=True))
    shares = st.decimals(0, "0.999", places=3)
    years = st.dictionaries(st.integers(2026, 2035), amounts, max_size=2)
    need = st.dictionaries(st.sampled_from(counts), st.decimals("0.01", 9), min_size=1) if counts else st.none()
    whole = st.none() | st.integers(0, 999)
    return Scenario(
        name=draw(texts),
        start=draw(st.dates(date(2026, 7, 1), date(2040, 12, 31))),
        scheme=draw(st.sampled_from(Scheme)),
        posts=draw(whole),
        unclear_is_eligible=draw(st.booleans()),
        max_commute=draw(whole),
        max_changes=draw(whole),
        own_share_paid_by=draw(st.sampled_from(["city", "host"])),
        need=draw(st.none() | need),
        fields=Fields(confirmed=draw(st.none() | st.lists(texts, max_size=2))),
        budget=draw(st.dictionaries(st.sampled_from(Payer), years, max_size=2)),
        limit=tuple(draw(st.lists(limits(where), max_size=2))),
        tiers=Tiers(
            order=tuple(order),
            tolerance={tier: draw(shares) for tier in order if draw(st.booleans())},
            seed=draw(texts),
        ),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a case that breaks no rule of the contract."""
    neighbourhoods = draw(neighbourhood_tables())
    codes = [n.code for n in neighbourhoods]
    work = [draw(sites(i, codes)) for i in draw(st.lists(ids, max_size=2, unique=True))]
    people = [draw(candidates(i, codes)) for i in draw(st.lists(ids, max_size=3, unique=True))]
    where = {
        "neighbourhood": codes,
        "borough": [n.borough for n in neighbourhoods],
        "host": [s.host for s in work if s.host],
        "field": [s.field for s in work],
        "site": [s.site_id for s in work],
    }
    positive = [c for c in neighbourhoods[0].counts if any(n.counts[c] for n in neighbourhoods)]
    ride = st.tuples(st.sampled_from(codes), st.sampled_from(codes), st.sampled_from(Transport))
    said = draw(st.sampled_from(DecisionKind))
    pairs = [(p.candidate_id, s.site_id) for p, s in zip(people, work, strict=False)]
    return Case(
        scenario=draw(scenarios(where, positive)),
        neighbourhoods=neighbourhoods,
        sites=tuple(work),
        candidates=tuple(people),
        travel_times=draw(st.dictionaries(ride, st.integers(0, 200), max_size=3)),
        decisions=tuple(Decision(candidate_id=c, site_id=s, decision=said, since=draw(maybe_day)) for c, s in pairs),
        previous_plan=tuple((p, draw(ids)) for p in draw(st.lists(ids, max_size=2, unique=True))),
    )


@st.composite
def placements(draw: st.DrawFn, candidate_id: str) -> Placement:
    costs = st.dictionaries(
        st.tuples(st.integers(2026, 2029), st.sampled_from(Payer)), amounts.filter(bool), max_size=4
    )
    return Placement(
        candidate_id=candidate_id,
        site_id=draw(ids),
        neighbourhood=draw(words),
        start=draw(days),
        hours=draw(hours),
        minutes=draw(st.integers(0, 200)),
        quality=draw(st.integers(0, 100)),
        marks=tuple(draw(st.lists(st.sampled_from(Reason), max_size=2).map(lambda m: [r.value for r in m]))),
        costs=draw(costs),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan of any status, its rows sorted as a solve returns them."""
    where = {"neighbourhood": ["01"]}
    scenario = draw(scenarios(where, ["population"]))
    numbers = st.integers(-(10**12), 10**12)
    head = {
        "scenario": scenario,
        "case_hash": "0" * 64,
        "law": "2027-01-01",
        "run": draw(
            st.dictionaries(st.sampled_from(["seconds", "machine"]), st.floats(0, 9) | st.integers(0, 9) | texts)
        ),
    }
    if draw(st.booleans()):
        conflict = st.builds(Conflict, rule=words, params=st.dictionaries(words, words | numbers, max_size=2))
        return Plan(status=Status.INFEASIBLE, conflict=tuple(draw(st.lists(conflict, max_size=2))), **head)
    people = sorted(draw(st.lists(ids, max_size=4, unique=True)))
    reason = st.sampled_from([*Reason, "no_pair", "displaced"])
    share = st.decimals(0, 1, places=9)
    return Plan(
        status=draw(st.sampled_from([Status.OPTIMAL, Status.FEASIBLE, Status.STOPPED])),
        placements=tuple(draw(placements(person)) for person in people[:2]),
        unplaced=tuple(Unplaced(candidate_id=person, reason=str(draw(reason))) for person in people[2:]),
        neighbourhoods=tuple(
            NeighbourhoodResult(code=code, need=Decimal(draw(share)), target=1, placed=2, planned_posts=3)
            for code in sorted(draw(st.sets(words, max_size=3)))
        ),
        limits=tuple(
            LimitResult(name=x.label, at_least=x.at_least, at_most=x.at_most, got=1, short=0) for x in scenario.limit
        ),
        tiers=tuple(
            TierResult(name=tier, value=draw(numbers), best=draw(numbers), bound=draw(numbers))
            for tier in (*scenario.tiers.order, Tier.LOT)
        ),
        **head,
    )
