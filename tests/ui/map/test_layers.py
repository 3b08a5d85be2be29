"""What the colours mean."""

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest

from planner.domain.need import needs
from planner.report.colours import CATEGORIES, DIVERGING, MIXED, SEQUENTIAL, ink, luminance
from planner.ui.map.layers import Value, map_layers, people_meant, round_bounds, without_counts
from planner.ui.words import Words

# Machado, Oliveira, Fernandes 2009, severity 1.0, in linear RGB.
SEEN = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def lab(colour, seen):
    """Return CIELAB (D65) of a colour as someone sees it."""
    srgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(SEEN[seen] @ linear, 0, 1)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ linear / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize(
    "palette", [DIVERGING, SEQUENTIAL, (*CATEGORIES, MIXED)], ids=["diverging", "sequential", "categories"]
)
def test_classes_can_be_told_apart(palette, seen):
    """With every common kind of colour vision, any two classes differ by more than 12 (CIE76)."""
    for one, other in combinations(palette, 2):
        assert np.linalg.norm(lab(one, seen) - lab(other, seen)) > 12


@pytest.mark.parametrize("colour", [*DIVERGING, *SEQUENTIAL, *CATEGORIES, MIXED])
def test_labels_can_be_read_on_every_colour(colour):
    """Letters reach a contrast of 4.5 (WCAG AA) on the colour below them."""
    letters = luminance("#16222e") if ink(colour) == "dark" else luminance("#ffffff")
    high, low = sorted((letters, luminance(colour)), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def lightness(colour):
    return lab(colour, "normal")[0]


def test_scales_are_even():
    """Either arm of the diverging scale falls alike from the middle; the steps of the other scale are of like size."""
    for low, high in zip(DIVERGING[:2], DIVERGING[:2:-1], strict=True):
        assert abs(lightness(low) - lightness(high)) < 6
        assert lightness(low) < lightness(DIVERGING[2]) - 15
    steps = [lightness(one) - lightness(other) for one, other in pairwise(SEQUENTIAL[1:])]
    assert min(steps) > 12
    assert max(steps) < 1.6 * min(steps)


def test_difference_is_placed_minus_target(case, plan):
    """The first layer is the signed difference, in five classes around the target; without either it is blank."""
    layer = map_layers(case, plan, Words("de"))[0]
    assert layer.blank == "kein Soll"
    for result in plan.neighbourhoods:
        value = layer.values[result.code]
        assert (value.level is None) == (result.placed == result.target == 0)
        if value.level is not None:
            assert value.text.replace("−", "-").removeprefix("+") == str(result.placed - result.target)
            assert value.level == min(2, max(-2, result.placed - result.target)) + 2


def test_coverage_is_blank_without_target(case, plan):
    """Placed / target has no value where the target is 0."""
    layer = map_layers(case, plan, Words("de"))[2]
    for result in plan.neighbourhoods:
        assert (layer.values[result.code].level is None) == (result.target == 0)


@pytest.mark.parametrize(("placed", "level"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 3), (6, 3), (7, 4)])
def test_full_coverage_is_the_middle(case, plan, placed, level):
    """As many as the target says is the middle of the scale, fewer lies to one side and more to the other."""
    first = replace(plan.neighbourhoods[0], target=4, placed=placed)
    layer = map_layers(case, replace(plan, neighbourhoods=(first, *plan.neighbourhoods[1:])), Words("de"))[2]
    assert layer.colours[2] == DIVERGING[2]
    assert layer.values[first.code].level == level


def test_categories_name_the_most_frequent_field(case, plan):
    """Two proposals for older people in 07 and one for meeting places in 96; nothing is said where nobody is placed."""
    layer = map_layers(case, plan, Words("de"))[3]
    assert layer.kind == "categories"
    said = {code: value.text for code, value in layer.values.items() if value.level is not None}
    assert said == {"07": "Ältere Menschen", "96": "Begegnung"}
    for code, text in said.items():
        assert layer.labels[layer.values[code].level] == text


def test_fields_alike_are_no_field(case, plan):
    """Where two fields are as frequent as each other, the class is the mixed one and no field is named."""
    first, second, third = plan.placements
    alike = replace(plan, placements=(first, replace(second, site_id="S2", neighbourhood="07"), third))
    value = map_layers(case, alike, Words("de"))[3].values["07"]
    assert value == Value(len(CATEGORIES), "")


def test_a_field_keeps_its_colour(case, plan):
    """With fewer proposals a field has the colour it had before, so that two plans can be compared."""
    fewer = replace(plan, placements=plan.placements[2:])
    layers = [map_layers(case, one, Words("de"))[3] for one in (plan, fewer)]
    assert layers[0].colours == layers[1].colours
    assert layers[0].values["96"] == layers[1].values["96"]


def test_neighbourhoods_without_counts_are_blank(case, plan):
    """33, 34 and 44 have no counts of their own, so they get no rate."""
    assert without_counts(case) == {"33", "34", "44"}
    layer = map_layers(case, plan, Words("de"))[1]
    assert {code for code, value in layer.values.items() if value.level is None} == {"33", "34", "44"}


def test_people_meant_with_one_indicator_are_the_count(case):
    """Without weights the people meant are the population, and they are distributed as the need is."""
    people = people_meant(case)
    need = needs(case)
    total = sum(people.values())
    for place in case.neighbourhoods:
        assert people[place.code] == place.counts["population"]
        assert people[place.code] == need[place.code] * total


def test_rates_have_one_decimal_each(case, plan):
    """Numbers beside each other on the map are written alike; only nothing is a plain 0."""
    layer = map_layers(case, plan, Words("de"))[1]
    written = {value.text for value in layer.values.values() if value.text}
    assert "0" in written
    assert all(text == "0" or text[-2] == "," for text in written)


def test_bounds_are_as_round_as_the_rates_allow():
    """Every class is used where the rates differ: quartiles 12.5, 14.7 and 16.5 become 12, 14 and 16."""
    rates = [11.5, 12.0, 12.5, 13.9, 14.7, 15.2, 16.5, 19.8, 20.0]
    first, second, third = round_bounds(rates)
    assert first < second < third
    assert all(bound % 1 == 0 for bound in (first, second, third))
    edges = [0.0, first, second, third, float("inf")]
    assert all(any(low <= rate < high for rate in rates) for low, high in pairwise(edges))


@pytest.mark.parametrize("rates", [[], [0.5], [1.0, 1.0, 1.0], [0.1, 3.4, 7.7, 250.0], list(range(1, 60))])
def test_bounds_rise(rates):
    """Class bounds always rise, whatever the distribution."""
    first, second, third = round_bounds(rates)
    assert 0 < first < second < third
