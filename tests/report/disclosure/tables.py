"""Random small cities: a few boroughs, people by home and status, and later tables a little different."""

from itertools import product

from hypothesis import strategies as st

from planner.report.disclosure import Cell, Dimension, Ledger, Publication, Rules, Table, flat, publish

STATUS = flat("status", ("eligible", "not_eligible", "unclear"), "all")


def city(quarters: list[int]) -> Dimension:
    """Return a city whose boroughs have so many quarters each."""
    above = {f"b{b}": "city" for b in range(len(quarters))}
    above |= {f"b{b}q{q}": f"b{b}" for b, number in enumerate(quarters) for q in range(number)}
    return Dimension("home", "city", above)


cities = st.lists(st.integers(1, 4), min_size=1, max_size=3).map(city)
counts = st.one_of(st.just(0), st.integers(1, 12), st.integers(1, 60))
dimensions = st.one_of(cities.map(lambda home: (home,)), cities.map(lambda home: (home, STATUS)))


def leaves(dims: tuple[Dimension, ...]) -> list[Cell]:
    return list(product(*(d.leaves[d.root] for d in dims)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """One random table."""
    dims = draw(dimensions)
    return Table("candidates", dims, {leaf: draw(counts) for leaf in leaves(dims)})


@st.composite
def histories(draw: st.DrawFn, longest: int = 4) -> list[Table]:
    """A table and what becomes of it: a few people come, go or move, as between scenarios and between months."""
    made = [draw(tables())]
    for _ in range(draw(st.integers(1, longest - 1))):
        now = dict(draw(st.sampled_from(made)).counts)
        for leaf in draw(st.lists(st.sampled_from(sorted(now)), min_size=1, max_size=3)):
            now[leaf] = max(0, now[leaf] + draw(st.one_of(st.integers(-3, 3), st.integers(-30, 30))))
        made.append(Table("candidates", made[0].dimensions, now))
    return made


rules = st.sampled_from([3, 5, 10]).map(Rules)


def published(history: list[Table], rules: Rules) -> tuple[Publication, ...]:
    """Publish the tables one after the other."""
    ledger = Ledger()
    for table in history:
        ledger = ledger.with_publication(table, publish(table, rules, ledger))
    return ledger.publications
