"""Invented sites of invented hosts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from planner.domain import DAY_SHIFTS, MINIMUM_WAGE, Level, Shift, Site
from planner.synthetic.draw import Draw
from planner.synthetic.region import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What sites of one field of activity are like.

    Parameters
    ----------
    place
        What a site is called, before the name of its quarter.
    share
        Of all sites.
    wanted
        Share of the candidates who would like to work in the field.
    german
        Levels asked for, with weights.
    other
        Share of the sites that need a further language.
    clearance, measles
        Share of the sites that must see a criminal record check, a measles proof.
    """

    place: str
    share: float
    wanted: float
    german: Mapping[Level, float]
    other: float = 0.0
    clearance: float = 0.0
    measles: float = 0.0
    skills: Mapping[str, float] = attribute(default_factory=dict)


HELP = {Level.A1: 0.25, Level.A2: 0.60, Level.B1: 0.15}
TALK = {Level.A2: 0.50, Level.B1: 0.50}

FIELDS: Mapping[str, Field] = {
    "seniors": Field(
        place="Besuchsdienst", share=0.26, wanted=0.28, german=TALK, clearance=0.2, skills={"driving_licence": 0.12}
    ),
    "encounter": Field(place="Begegnungstreff", share=0.24, wanted=0.26, german=HELP, skills={"cooking": 0.2}),
    "navigation": Field(
        place="Lotsendienst", share=0.14, wanted=0.18, german={Level.B1: 1.0}, other=0.3, skills={"computer": 0.3}
    ),
    "language": Field(place="Sprachtreff", share=0.10, wanted=0.14, german={Level.B1: 0.7, Level.B2: 0.3}, other=0.1),
    "children": Field(place="Kindertreff", share=0.09, wanted=0.20, german=TALK, clearance=1.0, measles=0.45),
    "garden": Field(place="Quartiersgarten", share=0.07, wanted=0.22, german=HELP, skills={"gardening": 0.5}),
    "events": Field(place="Kulturtreff", share=0.06, wanted=0.12, german=HELP, skills={"crafts": 0.25}),
    "accommodation": Field(
        place="Nachbarschaftshaus", share=0.04, wanted=0.08, german=TALK, other=0.4, clearance=1.0, measles=1.0
    ),
}
"""Fields of the task catalogue of comparable programmes."""

SKILLS = {
    "driving_licence": 0.45,
    "computer": 0.50,
    "cooking": 0.40,
    "gardening": 0.30,
    "crafts": 0.28,
    "first_aid": 0.22,
}
"""Skills and the share of the candidates who have them."""

TREES = ("Ahorn", "Birke", "Buche", "Eibe", "Eiche", "Erle", "Esche", "Espe", "Fichte", "Kiefer", "Lärche", "Linde")
SHRUBS = ("Flieder", "Ginster", "Hasel", "Holunder", "Mispel", "Quitte", "Schlehe", "Wacholder", "Weißdorn")
LEGAL_FORMS = ("e. V.", "gGmbH", "gemeinnützige eG")

PAY: Mapping[str | Decimal, float] = {
    MINIMUM_WAGE: 0.80,
    "tvoed_vka_e2_2": 0.08,
    Decimal("15.20"): 0.07,
    Decimal("16.50"): 0.05,
}
"""The minimum wage, a wage table of ``data/law`` (these sites are bound by its tariff), or EUR per hour."""

SITE_SHIFTS = {
    DAY_SHIFTS: 0.60,
    frozenset({Shift.MORNING}): 0.14,
    frozenset({Shift.AFTERNOON}): 0.08,
    frozenset({Shift.AFTERNOON, Shift.EVENING}): 0.12,
    frozenset({Shift.WEEKEND, Shift.AFTERNOON}): 0.06,
}
SITE_HOURS = {(15, 20): 0.18, (15, 30): 0.27, (20, 30): 0.25, (20, 39): 0.18, (30, 39): 0.12}
LANGUAGES = {"ar": 0.45, "uk": 0.20, "ru": 0.20, "fa": 0.15}
POSTS = {1: 0.34, 2: 0.36, 3: 0.20, 4: 0.10}
SPARE = 120
"""Sites offer at least this many posts per 100 that are planned."""


def host_names(number: int) -> tuple[str, ...]:
    """Return names of hosts that nobody can mistake for real ones."""
    names = (*TREES, *SHRUBS)
    return tuple(
        f"Musterträger {names[i % len(names)]}{f' {i // len(names) + 1}' if i >= len(names) else ''} "
        f"{LEGAL_FORMS[i % len(LEGAL_FORMS)]}"
        for i in range(number)
    )


def invent_sites(
    region: Region, number: int, posts: int, start: date, seed: int, *, grow: bool = True
) -> tuple[Site, ...]:
    """Return invented sites ``E…``.

    Parameters
    ----------
    region
        Where they can be; sites follow the people, but less than in proportion.
    number
        How many sites.
    posts
        How many posts are planned in all.
    grow
        Whether sites get more than 1 to 4 posts each where these would not be enough for ``posts``.
    """
    draw = Draw(seed, "sites", number)
    width = max(3, len(str(number)))
    codes = draw.index("neighbourhood", np.sqrt(region.people))
    names = draw.pick("field", {name: field.share for name, field in FIELDS.items()})
    hosts = host_names(max(3, number // 4))
    host = draw.whole("host", 0, len(hosts) - 1).tolist()
    planned = draw.chance("planned", 0.08)
    offered = draw.pick("posts", POSTS)
    short = posts * SPARE // 100 - sum(offered)
    if grow and short > 0:
        more = -(-short // number)
        offered = [count + more for count in offered]
    hours = draw.pick("hours", SITE_HOURS)
    languages = _languages(draw, names)
    skills = [
        frozenset(skill for skill, p in FIELDS[name].skills.items() if u < p)
        for name, u in zip(names, draw.unit("skills").tolist(), strict=True)
    ]
    clearance = draw.unit("clearance").tolist()
    measles = draw.unit("measles_proof").tolist()
    step_free = draw.chance("step_free", 0.66)
    shifts = draw.pick("shifts", SITE_SHIFTS)
    pay = draw.pick("pay", PAY)
    material = draw.whole("material", 6, 24).tolist()
    opens = draw.pick("available_from", {None: 0.95, -200: 0.03, 60: 0.02})
    closes = draw.pick("available_to", {None: 0.90, 730: 0.06, 1095: 0.04})
    where = draw.unit("point").tolist()
    taken: dict[str, int] = {}
    rows = []
    for i in range(number):
        quarter = region.neighbourhoods[int(codes[i])]
        label = f"{FIELDS[names[i]].place} {quarter.name}"
        taken[label] = taken.get(label, 0) + 1
        around = region.points.get(quarter.code, ())
        lat, lon = around[int(where[i] * len(around))] if around else (None, None)
        rows.append(
            Site(
                site_id=f"E{i + 1:0{width}d}",
                name=label if taken[label] == 1 else f"{label} {taken[label]}",
                host="" if planned[i] else hosts[host[i]],
                neighbourhood=quarter.code,
                field=names[i],
                posts=offered[i],
                lat=lat,
                lon=lon,
                min_hours=Decimal(hours[i][0]),
                max_hours=Decimal(hours[i][1]),
                languages=languages[i],
                skills=skills[i],
                clearance=clearance[i] < FIELDS[names[i]].clearance,
                measles_proof=measles[i] < FIELDS[names[i]].measles,
                step_free=step_free[i],
                shifts=shifts[i],
                pay=pay[i],
                tariff_bound=isinstance(pay[i], str) and pay[i] != MINIMUM_WAGE,
                material_costs_per_year=material[i] * 100_00,
                available_from=None if (days := opens[i]) is None else start + timedelta(days=days),
                available_to=None if (days := closes[i]) is None else start + timedelta(days=days),
            )
        )
    return tuple(rows)


def _languages(draw: Draw, names: Sequence[str]) -> list[Mapping[str, Level]]:
    needs_other = draw.unit("needs_other").tolist()
    other = draw.pick("other_language", LANGUAGES)
    level = draw.unit("german").tolist()
    rows: list[Mapping[str, Level]] = []
    for i, name in enumerate(names):
        field = FIELDS[name]
        german = _at(field.german, level[i])
        rows.append({"de": german} | ({other[i]: Level.B1} if needs_other[i] < field.other else {}))
    return rows


def _at(weights: Mapping[Level, float], u: float) -> Level:
    """Return the level at the quantile ``u``."""
    reached = 0.0
    for level, weight in weights.items():
        reached += weight
        if u < reached:
            return level
    return max(weights)
