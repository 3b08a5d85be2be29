"""Invented candidates, with the distributions that fit Dresden's long-term benefit recipients.

Shares come from published figures where there are any (age, minor children, disability, benefit receipt of Jobcenter
statistics) and are assumptions else; nobody's nationality is drawn or kept, only languages.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from planner.domain import Answer, Candidate, Level, Shift, Transport, Verdict
from planner.synthetic.draw import Draw
from planner.synthetic.region import Region
from planner.synthetic.sites import FIELDS, SKILLS

AGES = {(21, 24): 0.015, (25, 34): 0.148, (35, 44): 0.246, (45, 54): 0.266, (55, 65): 0.315, (68, 69): 0.01}
"""Ages in the year of the start, with a few people on the wrong side of each limit."""

FIRST_LANGUAGES = {"ar": 0.28, "uk": 0.24, "ru": 0.16, "fa": 0.12, "ku": 0.08, "vi": 0.07, "pl": 0.05}
GERMAN_LEARNED = {Level.A1: 0.15, Level.A2: 0.30, Level.B1: 0.33, Level.B2: 0.17, Level.C1: 0.05}
HOURS = {(15, 19): 0.10, (15, 20): 0.30, (20, 25): 0.15, (20, 30): 0.30, (30, 35): 0.08, (30, 39): 0.07}
SHIFTS = {
    frozenset({Shift.MORNING, Shift.AFTERNOON}): 0.52,
    frozenset({Shift.MORNING}): 0.18,
    frozenset({Shift.MORNING, Shift.AFTERNOON, Shift.EVENING}): 0.15,
    frozenset({Shift.AFTERNOON, Shift.EVENING}): 0.05,
    frozenset(Shift): 0.10,
}
TRANSPORTS = {Transport.TRANSIT: 0.66, Transport.CAR: 0.14, Transport.BIKE: 0.13, Transport.WALK: 0.07}
SUBSIDISED = {0: 0.925, 6: 0.015, 12: 0.015, 18: 0.01, 24: 0.015, 36: 0.01, 60: 0.01}


def invent_candidates(region: Region, number: int, start: date, seed: int) -> tuple[Candidate, ...]:
    """Return invented candidates ``K…``.

    Parameters
    ----------
    region
        Where they live, by ``region.people``.
    number
        How many.
    start
        The scenario's start; ages, permits and waiting times are drawn around it.
    """
    draw = Draw(seed, "candidates", number)
    width = max(4, len(str(number)))
    tandem = _tandems(draw)
    home = draw.index("neighbourhood", region.people)
    for i in range(1, number):
        if tandem[i] and tandem[i] == tandem[i - 1]:
            home[i] = home[i - 1]  # who starts together knows each other from the quarter
    age = draw.pick("age", AGES)
    ages = [low + int(u * (high - low + 1)) for (low, high), u in zip(age, draw.unit("born").tolist(), strict=True)]
    born_known = draw.chance("born_known", 0.985)
    receipt = _receipt(draw)
    brief = draw.pick("brief_work_only", {Answer.YES: 0.89, Answer.NO: 0.035, Answer.UNCLEAR: 0.045, None: 0.03})
    minor_child = draw.chance("minor_child", 0.30)
    disabled = draw.chance("severely_disabled", 0.10)
    subsidised = draw.pick("subsidised_months", SUBSIDISED)
    coaching = draw.chance("coaching_accepted", 0.975)
    verdict = draw.pick("eligibility", {None: 0.74, Verdict.CONFIRMED: 0.24, Verdict.REJECTED: 0.02})
    decidable = [25 < a < 67 and months < 60 for a, months in zip(ages, subsidised, strict=True)]
    languages = _languages(draw, ages)
    permit = _permit(draw, start, languages)
    skills = draw.subset("skills", SKILLS)
    clearance = draw.chance("clearance", 0.92)
    measles = draw.chance("measles_proof", 0.60)
    step_free = draw.chance("needs_step_free", 0.12)
    shifts = draw.pick("shifts", SHIFTS)
    hours = draw.pick("hours", HOURS)
    commute = draw.pick("max_commute", {None: 0.50, 30: 0.14, 40: 0.12, 45: 0.14, 60: 0.10})
    transport = draw.pick("transport", TRANSPORTS)
    wanted = draw.subset("fields_wanted", {name: field.wanted for name, field in FIELDS.items()})
    refused = draw.subset("fields_refused", dict.fromkeys(FIELDS, 0.025))
    places, not_places = _places(draw, region, home)
    available = draw.pick("available_from", {None: 0.90, -60: 0.06, 45: 0.02, 120: 0.02})
    waiting = draw.whole("waiting_since", 20, 3200).tolist()
    waits = draw.chance("waiting_known", 0.92)
    return tuple(
        Candidate(
            candidate_id=f"K{i + 1:0{width}d}",
            neighbourhood=region.neighbourhoods[int(home[i])].code,
            born=date(start.year - ages[i], 12, 31) if born_known[i] else None,
            benefit_months_last_84=receipt[i][0],
            benefit_months_last_60=receipt[i][1],
            benefit_months_last_24=receipt[i][2],
            brief_work_only=brief[i],
            minor_child=minor_child[i],
            severely_disabled=disabled[i],
            subsidised_months=subsidised[i],
            coaching_accepted=coaching[i],
            eligibility=verdict[i] if decidable[i] else None,
            languages=languages[i],
            skills=skills[i],
            clearance=clearance[i],
            measles_proof=measles[i],
            needs_step_free=step_free[i],
            shifts=shifts[i],
            min_hours=Decimal(hours[i][0]),
            max_hours=Decimal(hours[i][1]),
            max_commute=commute[i],
            transport=transport[i],
            permit_until=permit[i],
            fields_wanted=wanted[i] - refused[i],
            fields_refused=refused[i],
            neighbourhoods_wanted=places[i],
            neighbourhoods_refused=not_places[i] - places[i],
            available_from=None if (days := available[i]) is None else start + timedelta(days=days),
            waiting_since=start - timedelta(days=waiting[i]) if waits[i] else None,
            tandem=tandem[i],
        )
        for i in range(number)
    )


def _receipt(draw: Draw) -> list[tuple[int | None, int | None, int | None]]:
    """Months of receipt in the last 84, 60 and 24 months, consistent with each other; now and then not recorded."""
    kind = draw.pick("receipt", {"whole": 0.62, "enough": 0.28, "short": 0.10})
    gap = draw.unit("receipt_gap").tolist()
    recent = draw.unit("receipt_recent").tolist()
    known = draw.chance("receipt_known", 0.97)
    rows: list[tuple[int | None, int | None, int | None]] = []
    for i in range(draw.rows):
        missing = {"whole": 0, "enough": 1 + int(gap[i] * 12), "short": 13 + int(gap[i] * 30)}[kind[i]]
        of_60 = min(int(missing * recent[i] * recent[i]), 60)
        of_24 = min(int(of_60 * recent[i]), 24)
        missing = min(missing, of_60 + 24)
        rows.append((84 - missing, 60 - of_60, 24 - of_24) if known[i] else (None, None, 24 - of_24))
    return rows


def _languages(draw: Draw, ages: Sequence[int]) -> list[Mapping[str, Level]]:
    """German for all; a first language of their own for three in ten; English and school Russian for some."""
    other = draw.chance("first_language_other", 0.30)
    first = draw.pick("first_language", FIRST_LANGUAGES)
    german = draw.pick("german_learned", GERMAN_LEARNED)
    english = draw.pick("english", {None: 0.64, Level.A2: 0.16, Level.B1: 0.14, Level.B2: 0.06})
    russian = draw.pick("school_russian", {None: 0.75, Level.A1: 0.17, Level.A2: 0.06, Level.B1: 0.02})
    rows: list[Mapping[str, Level]] = []
    for i in range(draw.rows):
        spoken = {"de": german[i] if other[i] else Level.C2}
        if level := english[i]:
            spoken["en"] = level
        if (level := russian[i]) and not other[i] and ages[i] >= 48:
            spoken["ru"] = level
        if other[i]:
            spoken[first[i]] = Level.C2
        rows.append(dict(sorted(spoken.items())))
    return rows


def _permit(draw: Draw, start: date, languages: Sequence[Mapping[str, Level]]) -> list[date | None]:
    """A dated work permit for some of those who came with another first language; a few end before the start."""
    limited = draw.chance("permit_limited", 0.35)
    days = draw.whole("permit_until", -60, 1100).tolist()
    return [
        start + timedelta(days=days[i]) if limited[i] and languages[i]["de"] is not Level.C2 else None
        for i in range(draw.rows)
    ]


def _places(draw: Draw, region: Region, home: NDArray[np.int64]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Neighbourhoods wanted (home, or another of the borough) and refused."""
    codes = [n.code for n in region.neighbourhoods]
    boroughs: dict[str, list[str]] = {}
    for n in region.neighbourhoods:
        boroughs.setdefault(n.borough, []).append(n.code)
    wants_home = draw.chance("wants_home", 0.22)
    wants_near = draw.chance("wants_near", 0.20)
    near = draw.unit("near").tolist()
    refuses = draw.chance("refuses", 0.06)
    other = draw.whole("refused", 0, len(codes) - 1).tolist()
    wanted: list[frozenset[str]] = []
    for i, h in enumerate(home.tolist()):
        around = boroughs[region.neighbourhoods[h].borough]
        names = [codes[h]] * wants_home[i] + [around[int(near[i] * len(around))]] * wants_near[i]
        wanted.append(frozenset(names))
    return wanted, [frozenset([codes[other[i]]]) if refuses[i] else frozenset() for i in range(draw.rows)]


def _tandems(draw: Draw) -> list[str]:
    """Pairs of neighbours in the table that want to start together: about one person in a hundred."""
    marks = [""] * draw.rows
    chosen = draw.chance("tandem", 0.008)
    for i in range(draw.rows - 1):
        if chosen[i] and not marks[i]:
            marks[i] = marks[i + 1] = f"T{i + 1:0{max(4, len(str(draw.rows)))}d}"
    return marks
