"""What the colours of the maps of this page mean beyond those of a plan."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise

from planner.report.colours import DIVERGING, SEQUENTIAL
from planner.ui.map import Layer, Value
from planner.ui.map.layers import round_bounds
from planner.ui.words import Words

NEED = "need"
TARGET = "target"
CHANGE = "change"
FREE = "free"
VALUE = "value"


def need_layers(share: Mapping[str, Fraction], aim: Mapping[str, int], words: Words) -> tuple[Layer, Layer]:
    """Return each neighbourhood's share of the need, and the posts it is due."""
    percent = {code: float(part * 100) for code, part in share.items()}
    return (
        graded(NEED, words("Share of the need"), percent, words, lambda part: words.percent(part / 100, 1)),
        counted(TARGET, words("Target"), aim, words),
    )


def counted(key: str, title: str, numbers: Mapping[str, int], words: Words) -> Layer:
    """Return a layer of whole numbers: 0, then four classes of equal width."""
    width = max(1, -(-max(numbers.values(), default=0) // 4))
    values = {code: Value(-(-number // width), words.number(number)) for code, number in numbers.items()}
    labels = [words.number(0)]
    for low in range(1, 4 * width + 1, width):
        high = low + width - 1
        both = words("{low} to {high}", low=words.number(low), high=words.number(high))
        labels.append(words.number(low) if low == high else both)
    return Layer(key, title, SEQUENTIAL, tuple(labels), words("no value"), values)


def graded(key: str, title: str, numbers: Mapping[str, float], words: Words, write: Callable[[float], str]) -> Layer:
    """Return a layer from nothing to much, in five classes; a bound is written as a value is."""
    bounds = round_bounds([number for number in numbers.values() if number])
    values = {
        code: Value(0 if not number else 1 + sum(number >= bound for bound in bounds), write(number))
        for code, number in numbers.items()
    }
    edges = [write(bound) for bound in bounds]
    labels = (
        write(0),
        words("under {share}", share=edges[0]),
        *(words("{low} to under {high}", low=low, high=high) for low, high in pairwise(edges)),
        words("{share} and more", share=edges[-1]),
    )
    return Layer(key, title, SEQUENTIAL, labels, words("no value"), values)


def change_layer(before: Mapping[str, int], after: Mapping[str, int], words: Words) -> Layer:
    """Return how many more placements the second plan has in each neighbourhood."""
    values = {}
    for code in sorted({*before, *after}):
        change = after.get(code, 0) - before.get(code, 0)
        there = bool(before.get(code) or after.get(code))
        values[code] = Value(min(2, max(-2, change)) + 2, words.signed(change)) if there else Value(None, "")
    labels = (words("2 or more fewer"), words("1 fewer"), words("the same"), words("1 more"), words("2 or more more"))
    return Layer(CHANGE, words("Placed in B − placed in A"), DIVERGING, labels, words("nobody in either plan"), values)


def free_layer(free: Mapping[str, int], total: Mapping[str, int], words: Words) -> Layer:
    """Return how many of a neighbourhood's proposals could be others without any objective getting worse."""

    def level(code: str) -> int:
        share = free[code] / total[code]
        return 0 if not share else 4 if share == 1 else 1 + (share >= 1 / 3) + (share >= 2 / 3)

    values = {code: Value(level(code), f"{words.number(free[code])}/{words.number(total[code])}") for code in total}
    labels = (
        words("none is free"),
        words("less than a third"),
        words("a third and more"),
        words("two thirds and more"),
        words("all are free"),
    )
    return Layer(FREE, words("Free proposals"), SEQUENTIAL, labels, words("no proposals"), values)


def value_layer(estimates: Mapping[str, float], words: Words) -> Layer:
    """Return what one more placement would add to the coverage, as a share of the need."""
    percent = {code: share * 100 for code, share in estimates.items()}
    title = words("One more post: added coverage (% of the need)")
    return graded(VALUE, title, percent, words, lambda part: words.percent(part / 100, 2))
