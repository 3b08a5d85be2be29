"""In what the scenarios of two plans differ: only what was chosen alike makes their figures the same measure."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import chain

import streamlit as st

from planner.domain import DEFAULT_ORDER, PAYERS, Case, Limit, Scenario
from planner.domain.need import needs
from planner.service import PlanView
from planner.ui.planning.editor.draft import limit_draft
from planner.ui.planning.editor.limits import names_of
from planner.ui.planning.editor.need import weights_text
from planner.ui.planning.editor.sentences import Names, limit_sentence
from planner.ui.planning.needs import other_need
from planner.ui.problems import plain
from planner.ui.words import Words

FIRST = 6
"""Differences drawn at once; the others wait behind a button."""

Difference = tuple[str, str]
"""What differs, and how."""


def show_differences(views: tuple[PlanView, PlanView], words: Words) -> None:
    """Say in what the scenarios, people and sites of two plans differ, and whether their need does."""
    cases = views[0].case, views[1].case
    found = [f"- **{plain(what)}:** {plain(how)}" for what, how in differences(*cases, words)]
    with st.container(key="differences"):
        if not found:
            st.markdown(words("Same scenario, same people and sites: the two plans are measured alike."))
            return
        st.markdown("\n".join([words("The two plans differ in what was given to them (A → B):"), "", *found[:FIRST]]))
        if found[FIRST:]:
            with st.expander(words.plural("One more difference", "{n} more differences", len(found) - FIRST)):
                st.markdown("\n".join(found[FIRST:]))
        if sentence := other_need(*cases, words):
            st.warning(sentence, icon=":material/straighten:")


def differences(before: Case, after: Case, words: Words) -> Iterator[Difference]:
    """Yield everything in which two cases differ, the scenario first; nothing where they are alike."""
    one, other = before.scenario, after.scenario
    names = _both(names_of(before, words), names_of(after, words))
    return chain(
        _basics(one, other, words),
        _needs(before, after, words),
        _budgets(one, other, words),
        _objectives(one, other, words),
        _limits(one, other, names, words),
        _tables(before, after, words),
    )


def _both(one: Names, other: Names) -> Names:
    return {key: {**one[key], **other[key]} for key in one}


def _basics(one: Scenario, other: Scenario, words: Words) -> Iterator[Difference]:
    def count(value: int | None) -> str:
        return words("without a bound") if value is None else words.number(value)

    def fields(scenario: Scenario) -> str:
        confirmed = scenario.fields.confirmed
        if confirmed is None:
            return words("no statement")
        return ", ".join(sorted(map(words.field, set(confirmed)))) or words("none")

    def yes(value: bool) -> str:
        return words.of("report.yes") if value else words.of("report.no")

    said: tuple[tuple[str, Callable[[Scenario], str]], ...] = (
        (words.of("report.start"), lambda of: words.day(of.start)),
        (words.of("report.scheme"), lambda of: words.of(f"scheme.{of.scheme}")),
        (words("Posts at most"), lambda of: count(of.posts)),
        (words("Minutes at most"), lambda of: count(of.max_commute)),
        (words("Changes at most"), lambda of: count(of.max_changes)),
        (words("Own share is paid by"), lambda of: words.of(f"payer.{of.own_share_paid_by}")),
        (words("Plan people whose eligibility is unclear"), lambda of: yes(of.unclear_is_eligible)),
        (words("Confirmed fields"), fields),
    )
    for what, how in said:
        yield from _changed(what, how(one), how(other), words)


def _changed(what: str, before: str, after: str, words: Words) -> Iterator[Difference]:
    if before != after:
        yield what, words("{before} → {after}", before=before, after=after)


def _needs(before: Case, after: Case, words: Words) -> Iterator[Difference]:
    def how(scenario: Scenario) -> str:
        if scenario.need is None:
            return words("by population")
        weights = {column: float(weight) for column, weight in scenario.need.items() if weight}
        return f"{words('by weights')} ({weights_text(dict(sorted(weights.items())), words)})"

    if needs(before) == needs(after):
        return
    what, one, other = words.of("report.need"), how(before.scenario), how(after.scenario)
    yield from _changed(what, one, other, words)
    if one == other:
        yield what, words("the same weights over other counts or other neighbourhoods")


def _budgets(one: Scenario, other: Scenario, words: Words) -> Iterator[Difference]:
    for payer in PAYERS:
        old, new = one.budget.get(payer, {}), other.budget.get(payer, {})
        for year in sorted(old.keys() | new.keys()):
            what = words("Budget “{payer}” of {year}", payer=words.of(f"payer.{payer}"), year=year)
            yield from _changed(what, _euros(old.get(year), words), _euros(new.get(year), words), words)


def _euros(cents: int | None, words: Words) -> str:
    return words("without a bound") if cents is None else words.euros(cents)


def _objectives(one: Scenario, other: Scenario, words: Words) -> Iterator[Difference]:
    def order(scenario: Scenario) -> str:
        return ", ".join(words.of(f"tier.{tier}") for tier in scenario.tiers.order)

    yield from _changed(words("Order of the objectives"), order(one), order(other), words)
    for tier in DEFAULT_ORDER:
        what = words("{name}: percent to give up", name=words.of(f"tier.{tier}"))
        old, new = (of.tiers.tolerance.get(tier, Decimal(0)) for of in (one, other))
        if old != new:
            yield from _changed(what, _exactly(old, words), _exactly(new, words), words)

    def seed(scenario: Scenario) -> str:
        return words("“{name}”", name=scenario.tiers.seed) if scenario.tiers.seed else words("empty")

    yield from _changed(words.of("report.seed"), seed(one), seed(other), words)


def _exactly(share: Decimal, words: Words) -> str:
    """Return a percentage with as many decimals as it was written with."""
    exponent = (share * 100).normalize().as_tuple().exponent
    return words.percent(share, max(0, -exponent) if isinstance(exponent, int) else 0)


def _limits(one: Scenario, other: Scenario, names: Names, words: Words) -> Iterator[Difference]:
    gone, new = list(one.limit), []
    for limit in other.limit:
        if limit in gone:
            gone.remove(limit)
        else:
            new.append(limit)
    for limit in new:
        old = next((before for before in gone if _same_subject(before, limit)), None)
        if old is None:
            yield words("Limit added"), _limit(limit, names, words)
        else:
            gone.remove(old)
            yield words("Limit changed"), _limit_changed(old, limit, names, words)
    for limit in gone:
        yield words("Limit removed"), _limit(limit, names, words)


def _same_subject(one: Limit, other: Limit) -> bool:
    """Return whether two limits are one that was changed: named alike, or the same but for the numbers."""
    if one.name or other.name:
        return one.name == other.name
    return (one.where, one.who) == (other.where, other.who)


def _limit_changed(old: Limit, new: Limit, names: Names, words: Words) -> str:
    before, after = (limit_sentence(limit_draft(one), names, words) for one in (old, new))
    if before == after:
        before, after = (words("Reason: {reason}", reason=one.reason) for one in (old, new))
    told = words("{before} → {after}", before=before, after=after)
    return f"{new.name} · {told}" if new.name else told


def _limit(limit: Limit, names: Names, words: Words) -> str:
    sentence = limit_sentence(limit_draft(limit), names, words)
    return f"{limit.name} · {sentence}" if limit.name else sentence


def _tables(before: Case, after: Case, words: Words) -> Iterator[Difference]:
    """Yield what else the plans were made from; of people only who is there, for more is not everybody's to see."""
    tables: tuple[tuple[str, Callable[[Case], Mapping[object, object]]], ...] = (
        (words.of("report.candidates"), lambda case: {one.candidate_id: None for one in case.candidates}),
        (words("Sites"), lambda case: {site.site_id: site for site in case.sites}),
        (words("Decisions of the review"), lambda case: {(d.candidate_id, d.site_id): d for d in case.decisions}),
        (words("Neighbourhoods and their counts"), lambda case: {one.code: one for one in case.neighbourhoods}),
        (words("Proposals of a plan that is to change little"), lambda case: dict.fromkeys(case.previous_plan)),
    )
    for what, rows in tables:
        one, other = rows(before), rows(after)
        if one != other:
            yield what, _rows(one, other, words)


def _rows(one: Mapping[object, object], other: Mapping[object, object], words: Words) -> str:
    new, gone = len(other.keys() - one.keys()), len(one.keys() - other.keys())
    changed = sum(one[key] != other[key] for key in one.keys() & other.keys())
    parts = (
        words("{n} new", n=words.number(new)) if new else "",
        words("{n} no longer there", n=words.number(gone)) if gone else "",
        words("{n} changed", n=words.number(changed)) if changed else "",
    )
    numbers = words("{before} → {after}", before=words.number(len(one)), after=words.number(len(other)))
    return f"{numbers} ({', '.join(filter(None, parts))})"
