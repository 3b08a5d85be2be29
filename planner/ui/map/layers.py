"""What the colours of the map can mean: a value per neighbourhood, sorted into a few classes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import floor, log10
from typing import Literal

from planner.domain import Case, NeighbourhoodResult, Plan
from planner.domain.need import POPULATION, needs
from planner.messages.ui import FIELDS
from planner.report.colours import CATEGORIES, DIVERGING, MIXED, SEQUENTIAL
from planner.report.situation import shading
from planner.ui.words import Words

DIFFERENCE = shading.DIFFERENCE
RATE = "rate"
COVERAGE = "coverage"
FIELD = "field"
LAYERS = (DIFFERENCE, RATE, COVERAGE, FIELD)

PER = 10_000


@dataclass(frozen=True, slots=True)
class Value:
    """A neighbourhood's value: its class (``None``: no value) and how it is written."""

    level: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Layer:
    """One meaning of the colours.

    Parameters
    ----------
    colours, labels
        Of the classes, from low to high.
    blank
        What a neighbourhood without a value is called.
    categories
        Whether the classes differ without one being more than another.
    """

    key: str
    title: str
    colours: tuple[str, ...]
    labels: tuple[str, ...]
    blank: str
    values: Mapping[str, Value]
    categories: bool = False

    @property
    def kind(self) -> Literal["categories", "diverging", "sequential"]:
        """How the classes relate to each other, which decides about their textures."""
        if self.categories:
            return "categories"
        return "diverging" if self.colours == DIVERGING else "sequential"


def without_counts(case: Case) -> frozenset[str]:
    """Return the neighbourhoods for which every indicator of the need is blank: they are counted with another one."""
    columns = set(case.scenario.need or {POPULATION: Decimal(1)})
    return frozenset(n.code for n in case.neighbourhoods if columns <= n.blank)


def people_meant(case: Case) -> Mapping[str, Fraction]:
    """Return the people the programme is for by neighbourhood: Σ_j w_j · Σ_m count_j(m), shared out by need.

    With one indicator this is the count itself. With several it is their weighted mean in size and the need in its
    distribution, so that the rate and the need never contradict each other.
    """
    weights = case.scenario.need or {POPULATION: Decimal(1)}
    total_weight = sum(Fraction(w) for w in weights.values())
    people = sum(
        Fraction(w) / total_weight * sum(n.counts.get(column, 0) for n in case.neighbourhoods)
        for column, w in weights.items()
    )
    return {code: share * people for code, share in needs(case).items()}


def map_layers(case: Case, plan: Plan, words: Words) -> tuple[Layer, ...]:
    """Return the layers in the order in which they are offered."""
    return (
        _difference(plan.neighbourhoods, words),
        _rate(plan.neighbourhoods, people_meant(case), words),
        _coverage(plan.neighbourhoods, words),
        _field(case, plan, words),
    )


def shaded(drawn: shading.Shading, codes: Iterable[str]) -> Layer:
    """Return what a report draws on paper as a layer of the map.

    Parameters
    ----------
    codes
        Of all neighbourhoods, also of those without a value.
    """
    colours, labels = zip(*drawn.classes, strict=True)
    values = dict.fromkeys(codes, Value(None, "")) | {code: Value(*value) for code, value in drawn.values.items()}
    return Layer(drawn.key, drawn.title, colours, labels, drawn.blank, values)


def _difference(results: Sequence[NeighbourhoodResult], words: Words) -> Layer:
    found = {result.code: (result.placed, result.target) for result in results}
    return shaded(shading.against_targets(found, words.language), found)


def _coverage(results: Sequence[NeighbourhoodResult], words: Words) -> Layer:
    def level(share: float) -> int:
        return 4 if share > 1.5 else 3 if share > 1 else 2 if share == 1 else 1 if share >= 0.5 else 0

    values = {
        r.code: Value(None, "") if r.coverage is None else Value(level(r.coverage), words.coverage(r.coverage))
        for r in results
    }
    labels = (
        words("under {share}", share=words.percent(0.5)),
        words("{low} to under {high}", low=words.number(50), high=words.percent(1)),
        words.percent(1),
        words("over {low} to {high}", low=words.number(100), high=words.percent(1.5)),
        words("over {share}", share=words.percent(1.5)),
    )
    return Layer(COVERAGE, words("Coverage (placed / target)"), DIVERGING, labels, words("target 0"), values)


def _field(case: Case, plan: Plan, words: Words) -> Layer:
    """Return what most of the proposals of each neighbourhood are about: the field of their sites."""
    done: dict[str, Counter[str]] = {}
    for placement in plan.placements:
        done.setdefault(placement.neighbourhood, Counter())[case.site_of[placement.site_id].field] += 1
    shown = _shown_fields(done.values())
    alike = len(shown)
    values = {result.code: Value(None, "") for result in plan.neighbourhoods}
    for code, fields in done.items():
        most = max(fields.values())
        first = [field for field, times in fields.items() if times == most]
        level = shown.index(first[0]) if len(first) == 1 and first[0] in shown else alike
        values[code] = Value(level, words.field(first[0]) if len(first) == 1 else "")
    return Layer(
        FIELD,
        words("Most frequent field of the proposals"),
        (*CATEGORIES[: len(shown)], MIXED),
        (*(words.field(field) for field in shown), words("several alike, or others")),
        words("no proposals"),
        values,
        categories=True,
    )


def _shown_fields(done: Iterable[Counter[str]]) -> tuple[str, ...]:
    """Return the fields that have a colour of their own: all of ours, so that a colour keeps its meaning, if they are.

    Where a case names fields of its own, the most frequent ones, so many as there are colours.
    """
    total: Counter[str] = Counter()
    for fields in done:
        total += fields
    if set(total) <= set(FIELDS):
        return tuple(sorted(FIELDS))
    return tuple(sorted(sorted(total, key=lambda field: (-total[field], field))[: len(CATEGORIES)]))


def _rate(results: Sequence[NeighbourhoodResult], people: Mapping[str, Fraction], words: Words) -> Layer:
    rates = {r.code: float(r.placed * PER / people[r.code]) for r in results if people.get(r.code)}
    bounds = round_bounds([rate for rate in rates.values() if rate])
    values = {}
    for result in results:
        rate = rates.get(result.code)
        if rate is None:
            values[result.code] = Value(None, "")
        else:
            level = 0 if rate == 0 else 1 + sum(rate >= bound for bound in bounds)
            values[result.code] = Value(level, words.number(rate, 1, least=1 if rate else 0))
    edges = [words.number(bound, 2) for bound in bounds]
    labels = (
        words.number(0),
        words("under {share}", share=edges[0]),
        *(words("{low} to under {high}", low=low, high=high) for low, high in pairwise(edges)),
        words("{share} and more", share=edges[-1]),
    )
    title = words("Proposals per {per} people of the target group", per=words.number(PER))
    return Layer(RATE, title, SEQUENTIAL, labels, words("no counts of its own"), values)


def round_bounds(rates: Sequence[float]) -> tuple[float, float, float]:
    """Return three rising bounds near the quartiles, rounded to what can be read from a legend."""
    if not rates:
        return (1.0, 2.0, 3.0)
    ordered = sorted(rates)
    quartiles = [ordered[len(ordered) * q // 4] for q in (1, 2, 3)]
    ten = 10.0 ** floor(log10(quartiles[1]))
    # The roundest step that keeps the three apart; where two quartiles are the same, the finest one.
    for step in (ten / 2, ten / 5, ten / 10, ten / 20):
        first, second, third = (round(quartile / step) for quartile in quartiles)
        if 0 < first < second < third:
            break
    first = max(1, first)
    second = max(first + 1, second)
    third = max(second + 1, third)
    return (first * step, second * step, third * step)
