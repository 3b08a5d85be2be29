"""The city in three sentences, four figures, one map and tables that say the same."""

from decimal import Decimal

import streamlit as st

from planner.report.disclosure import CITY, ROUNDING, Rules, Shown
from planner.report.disclosure.areas import borough_code
from planner.report.sheets import Cell, Column, Kind, Sheet
from planner.service import Quarter, Situation, view_situation
from planner.service.publishing import GRANT, PLACED, UNPLACED
from planner.store import NotFoundError
from planner.ui.bench import Bench
from planner.ui.map import DIFFERENCE, Choice, show_map
from planner.ui.situation.payload import OCCUPIED, situation_payload
from planner.ui.tables import show_sheet
from planner.ui.words import Words

_QUARTER = "situation_quarter"


def show_situation(bench: Bench) -> None:
    """Draw the page."""
    words = bench.words
    try:
        situation = view_situation(bench.store, bench.user, bench.project)
    except NotFoundError:
        st.info(words("Nothing is known yet: planners import the places first."), icon=":material/info:")
        return
    _sentences(situation, words)
    _figures(situation, words)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        _map(situation, words)
    with right:
        _people(situation, words)
    st.header(words("The same as a table"), anchor=False)
    _quarters(situation, words)
    _money(situation, words)


def _sentences(situation: Situation, words: Words) -> None:
    quarters = situation.quarters
    posts, occupied, planned = (sum(getattr(q, name) for q in quarters) for name in ("posts", "occupied", "planned"))
    sentences = [
        words("Of {posts} posts {n} are occupied.", posts=words.number(posts), n=words.number(occupied)),
        words("Behind {n} posts there is no host yet.", n=words.number(planned)),
    ]
    if situation.released is not None and situation.released.released_at is not None:
        day = words.day(situation.released.released_at.date())
        under = sum(q.proposed < q.target for q in quarters)
        sentences.append(
            words(
                "The plan released on {day} fills {n} posts; {under} neighbourhoods stay below their target.",
                day=day,
                n=words.number(sum(q.proposed for q in quarters)),
                under=words.number(under),
            )
        )
    else:
        sentences.append(words("No plan has been released yet."))
    st.markdown(" ".join(sentences))


def _figures(situation: Situation, words: Words) -> None:
    quarters = situation.quarters
    posts, occupied = sum(q.posts for q in quarters), sum(q.occupied for q in quarters)
    tiles = st.grid(4, min_column_width=176)
    share = words("{n} of {all}", n=words.number(occupied), all=words.number(posts))
    _tile(tiles, words("Occupied posts"), share, words("people who work there today"))
    met = sum(min(q.proposed, q.target) for q in quarters)
    aimed = sum(q.target for q in quarters)
    coverage = words.percent(met / aimed) if aimed else "–"
    _tile(tiles, words("Coverage"), coverage, words("of the neighbourhoods' targets"))
    _tile(tiles, words("People with a place in the plan"), _shown(situation.placed, words), words("rounded"))
    _tile(tiles, words("People without one"), _shown(situation.unplaced, words), words("rounded"))


def _tile(tiles: object, label: str, value: str, below: str) -> None:
    with tiles:  # type: ignore[attr-defined]
        st.metric(label, value, below, delta_color="off", delta_arrow="off", border=True)


def _shown(count: Shown | None, words: Words) -> str:
    """Write a count of people as it may be shown."""
    if count is None:
        return "."
    return words.number(count.value) if count.value else count.text


def _map(situation: Situation, words: Words) -> None:
    payload = situation_payload(situation, words)
    if payload is None:
        st.info(words("Nothing is known about where these neighbourhoods lie; the table below says the same."))
        return
    names = {OCCUPIED: words("Occupied posts")}
    if situation.plan is not None:
        names[DIFFERENCE] = words("Placed − target")
    layer = st.segmented_control(
        words("Colours"),
        list(names),
        format_func=names.__getitem__,
        default=OCCUPIED,
        required=True,
        key="situation_layer",
    )
    show_map(payload, Choice(st.session_state.get(_QUARTER), layer, ways="none"), on_pick=_pick)


def _pick(code: str | None) -> None:
    st.session_state[_QUARTER] = code


def _people(situation: Situation, words: Words) -> None:
    """Show people by borough of their home, as far as they may be counted."""
    st.subheader(words("People by borough of their home"), anchor=False)
    if situation.people is None:
        st.markdown(words("Counts of people are made when a plan is released."))
    else:
        boroughs = sorted({quarter.borough for quarter in situation.quarters})
        rows = [(name, *_counts(situation, borough_code(name), words)) for name in boroughs]
        rows.append((words("City"), *_counts(situation, CITY, words)))
        head = (
            Column(words.of("report.borough"), Kind.ID),
            Column(words("with a place"), Kind.ID),
            Column(words("without"), Kind.ID),
        )
        table = Sheet(words("People by borough of their home"), head, tuple(rows))
        show_sheet(table, words, key="people", rows=len(rows))
    rules = situation.people.rules if situation.people else Rules()
    values = {"rounding": ROUNDING, "threshold": rules.threshold}
    signs = {"-": "zero", ".": "hidden", "20": "rounded"}
    legend = [f"- `{sign}` {words.of(f'disclosure.sign.{code}', **values)}" for sign, code in signs.items()]
    st.markdown("\n".join([f"**{words('Signs')}**", *legend]))


def _counts(situation: Situation, area: str, words: Words) -> tuple[str, str]:
    people = situation.people
    if people is None:
        return "", ""
    return _shown(people[area, PLACED], words), _shown(people[area, UNPLACED], words)


def _quarters(situation: Situation, words: Words) -> None:
    head = (
        Column(words.of("report.code"), Kind.ID),
        Column(words.of("report.neighbourhood"), Kind.TEXT),
        Column(words.of("report.borough"), Kind.ID),
        Column(words.of("report.posts"), Kind.INTEGER),
        Column(words("of them without a host"), Kind.INTEGER),
        Column(words("of them occupied"), Kind.INTEGER),
        Column(words("Proposed in the released plan"), Kind.INTEGER),
        Column(words("Target"), Kind.INTEGER),
    )
    rows = tuple(_row(quarter) for quarter in situation.quarters)
    show_sheet(Sheet(words.of("report.neighbourhoods"), head, rows), words, key="quarters")


def _row(q: Quarter) -> tuple[str | int, ...]:
    return q.code, q.name, q.borough, q.posts, q.planned, q.occupied, q.proposed, q.target


def _money(situation: Situation, words: Words) -> None:
    if not situation.money:
        return
    st.header(words("Costs, rounded to 10,000 EUR"), anchor=False)
    payers = sorted({who for by in situation.money.values() for who in by})
    names = {who: words("Jobcenter") if who == GRANT else words.of(f"payer.{who}") for who in payers}
    head = (Column(words.of("report.year"), Kind.ID), *(Column(names[who], Kind.EURO) for who in payers))
    rows: list[tuple[Cell, ...]] = [
        (year, *(Decimal(by.get(who, 0)) / 100 for who in payers)) for year, by in sorted(situation.money.items())
    ]
    show_sheet(Sheet(words.of("report.costs"), head, tuple(rows)), words, key="money", rows=len(rows))
