"""A scenario made from another one: what a planner changes most, the rest is taken over."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import streamlit as st
from pydantic import ValidationError

from planner.domain import Payer, Scenario, Scheme
from planner.errors import InputError
from planner.service import list_scenarios, save_scenario, submit_solve
from planner.store.scenarios import ScenarioVersion
from planner.tables.scenario_problems import as_problem
from planner.ui.bench import Bench, refusals, say
from planner.ui.words import Words

LIMITS = (10, 30, 60, 300, 900)
"""Seconds a solve may take."""

_AHEAD = timedelta(days=90)


def scenario_form(bench: Bench) -> None:
    """Choose a version, change it, save it as a new one, and have it solved."""
    words = bench.words
    versions = {one.version_id: one for one in list_scenarios(bench.store, bench.user, bench.project)}
    base = _choose(versions, words)
    now = base.scenario if base else Scenario(start=(date.today() + _AHEAD).replace(day=1))  # noqa: DTZ011
    key = base.version_id if base else "new"
    with st.form(f"scenario_{key}"):
        changed = _main(now, key, words) | {"budget": _budget(now, key, words)}
        tolerance, seed = _tiers(now, key, words)
        _kept(now, words)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            seconds = st.selectbox(
                words("Time limit"), LIMITS, index=2, format_func=lambda n: words("{n} s", n=n), key="limit", width=140
            )
            solve = st.form_submit_button(
                words("Save and solve"), type="primary", icon=":material/play_arrow:", key="save_and_solve"
            )
            save = st.form_submit_button(words("Only save"), key="only_save")
    if not (solve or save):
        return
    with refusals(words):
        raw = now.model_dump() | changed
        raw["tiers"] = raw["tiers"] | {"tolerance": tolerance, "seed": seed}
        _keep(bench, base, _scenario(raw), float(seconds) if solve else None)


def _choose(versions: dict[str, ScenarioVersion], words: Words) -> ScenarioVersion | None:
    """Let a version be chosen, the newest first; a child names its parent by number."""
    if not versions:
        st.markdown(words("The first scenario of this project:"))
        return None

    def name(version_id: str) -> str:
        one = versions[version_id]
        parent = versions.get(one.parent_id or "")
        made = words("from no. {n}", n=parent.number) if parent else ""
        return " · ".join(filter(None, (f"{words('No. {n}', n=one.number)} {one.name}".strip(), made)))

    # Keyed by how many there are, so that a version just saved is the one chosen.
    chosen = st.selectbox(words("Make it from"), list(versions), format_func=name, key=f"base_{len(versions)}")
    return versions[chosen]


def _main(now: Scenario, key: str, words: Words) -> dict[str, Any]:
    name, start, scheme, posts = st.columns([3, 2, 2, 2])
    caps = st.columns([2, 2, 2, 3], vertical_alignment="bottom")
    schemes, payers = list(Scheme), [Payer.CITY, Payer.HOST]
    return {
        "name": name.text_input(words("Name"), now.name, max_chars=120, key=f"name_{key}"),
        "start": start.date_input(words.of("report.start"), now.start, format="DD.MM.YYYY", key=f"start_{key}"),
        "scheme": scheme.selectbox(
            words.of("report.scheme"),
            schemes,
            index=schemes.index(now.scheme),
            format_func=lambda one: words.of(f"scheme.{one}"),
            key=f"scheme_{key}",
        ),
        "posts": _number(posts, words("Posts at most"), now.posts, f"posts_{key}"),
        "max_commute": _number(caps[0], words("Minutes at most"), now.max_commute, f"commute_{key}"),
        "max_changes": _number(caps[1], words("Changes at most"), now.max_changes, f"changes_{key}"),
        "own_share_paid_by": caps[2].selectbox(
            words("Own share is paid by"),
            payers,
            index=payers.index(now.own_share_paid_by),
            format_func=lambda one: words.of(f"payer.{one}"),
            key=f"share_{key}",
        ),
        "unclear_is_eligible": caps[3].checkbox(
            words("Plan people whose eligibility is unclear"), now.unclear_is_eligible, key=f"unclear_{key}"
        ),
    }


def _number(place: Any, label: str, value: int | None, key: str) -> int | None:
    found: int | None = place.number_input(label, min_value=0, value=value, step=1, key=key, placeholder="–")
    return found


def _budget(now: Scenario, key: str, words: Words) -> dict[Payer, dict[int, int]]:
    """Ask for EUR per payer and year: the first two years of the scenario, and those that have a budget already."""
    years = sorted({now.start.year, now.start.year + 1} | {year for of in now.budget.values() for year in of})
    payers = list(dict.fromkeys([Payer.CITY, Payer.INTEGRATION, *now.budget]))
    st.markdown(f"**{words('Budget (EUR; blank: unlimited)')}**")
    found: dict[Payer, dict[int, int]] = {}
    for payer in payers:
        for place, year in zip(st.columns(max(4, len(years))), years, strict=False):
            cents = now.budget.get(payer, {}).get(year)
            label = f"{words.of(f'payer.{payer}')} {year}"
            amount = place.number_input(
                label,
                min_value=0,
                value=None if cents is None else cents // 100,
                step=1000,
                key=f"budget_{payer}_{year}_{key}",
                placeholder="–",
            )
            if amount is not None:
                kept = cents is not None and amount == cents // 100
                found.setdefault(payer, {})[year] = cents if kept and cents is not None else amount * 100
    return found


def _tiers(now: Scenario, key: str, words: Words) -> tuple[dict[str, Decimal], str]:
    """Ask how much of each objective may be given up for the later ones, in percent, and for the seed of the lot."""
    st.markdown(f"**{words('May be given up for later objectives (%)')}**")
    tolerance: dict[str, Decimal] = {}
    for place, tier in zip(st.columns(max(6, len(now.tiers.order))), now.tiers.order, strict=False):
        share = now.tiers.tolerance.get(tier, Decimal(0))
        percent = place.number_input(
            words.of(f"tier.{tier}"),
            min_value=0.0,
            max_value=99.0,
            value=float(share * 100),
            step=0.5,
            format="%0.1f",
            key=f"tolerance_{tier}_{key}",
        )
        if percent:
            tolerance[tier] = Decimal(str(percent)) / 100
    seed = st.text_input(words.of("report.seed"), now.tiers.seed, max_chars=120, key=f"seed_{key}")
    return tolerance, seed


def _kept(now: Scenario, words: Words) -> None:
    """Say what is taken over as it is."""
    parts = [words.plural("one limit", "{n} limits", len(now.limit))] if now.limit else []
    if now.need:
        parts.append(words("need by {columns}", columns=", ".join(f"`{name}`" for name in now.need)))
    if parts:
        st.markdown(words("Taken over as they are: {parts}.", parts="; ".join(parts)))


def _scenario(raw: dict[str, Any]) -> Scenario:
    try:
        return Scenario.model_validate(raw)
    except ValidationError as error:
        raise InputError(as_problem(detail, "") for detail in error.errors()) from None


def _keep(bench: Bench, base: ScenarioVersion | None, scenario: Scenario, seconds: float | None) -> None:
    """Save what was changed, once, and ask for a plan of it."""
    words = bench.words
    if base is not None and base.scenario == scenario:
        version = base
    else:
        parent = base.version_id if base else None
        version = save_scenario(bench.store, bench.user, bench.project, scenario, parent).version
    if seconds is None:
        say(words("Saved as no. {n}.", n=version.number))
    submit_solve(bench.store, bench.user, bench.project, version.version_id, time_limit=seconds)
    say(words("No. {n} is being solved.", n=version.number))
