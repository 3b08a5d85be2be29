"""What a result rests on without being certain: unconfirmed values, and known ones used beyond their time."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from planner.domain import Scenario, Scheme, Site
from planner.errors import Problem, Severity
from planner.law.months import add_months
from planner.law.values import Law, Series, Version
from planner.law.wages import hourly_pay
from planner.messages.law import TEXTS

TRANSFER = "transfer_"


def assumptions(law: Law, scenario: Scenario, sites: Iterable[Site] | None = None) -> tuple[Problem, ...]:
    """Return a warning for each assumption that the scenario's scheme and the dates of its contracts use.

    Parameters
    ----------
    sites
        The sites of the case: only the wage tables they name are in use, and whose pay is below the minimum wage is
        named. Without them, all tables are in use.
    """
    named = None if sites is None else tuple(sites)
    tables = law.wage_tables if named is None else {str(site.pay) for site in named} & law.wage_tables
    longest = law.whole(f"subsidised_months_{scenario.scheme}", scenario.start)
    last = add_months(scenario.start, longest - 1)
    used = [series for series in law.series.values() if _in_use(series, scenario.scheme, law, tables)]
    found: dict[tuple[str, str], Problem] = {}
    for series in sorted(used, key=lambda series: (series.file, series.key)):
        for kind, version, day in _doubts(series, scenario.start, last):
            key = (kind, series.topic)
            found[key] = _problem(kind, series, version, day, found.get(key))
    return (*found.values(), *_lifted(law, named or (), last))


def _lifted(law: Law, sites: Iterable[Site], last: date) -> Iterator[Problem]:
    """Name the sites that pay less than the minimum wage in the last month that is planned."""
    for site in sites:
        if isinstance(site.pay, Decimal) and site.pay < hourly_pay(law, site.pay, last):
            yield Problem(
                "law.pay_lifted",
                {"site": site.site_id},
                file="sites.csv",
                column="pay",
                value=str(site.pay),
                severity=Severity.WARNING,
            )


def _in_use(series: Series, scheme: Scheme, law: Law, tables: Iterable[str]) -> bool:
    if series.key in law.wage_tables:
        return series.key in tables
    if scheme is Scheme.P16E and series.key.startswith(TRANSFER):
        return False
    others = (other for other in Scheme if other is not scheme)
    return not any(f"_{other}" in series.key for other in others)


def _doubts(series: Series, first: date, last: date) -> Iterator[tuple[str, Version, date]]:
    """Say why a series is not certain over a period, with the version and the day it is about."""
    versions = series.between(first, last)
    unconfirmed = [version for version in versions if not version.confirmed]
    if unconfirmed:
        yield "unconfirmed", unconfirmed[-1], unconfirmed[-1].since
    if series.known_until is not None and last > series.known_until:
        yield "held_on", versions[-1], series.known_until
    if first < versions[0].since:
        yield "held_back", versions[0], versions[0].since


def _problem(kind: str, series: Series, version: Version, day: date, earlier: Problem | None) -> Problem:
    """One warning per topic: what several of its values share is said once, with all of the values."""
    code = f"law.{kind}.{series.topic}"
    amount = f"{earlier.value}; {version.shown}" if earlier else version.shown
    params = {"key": series.topic, "amount": amount, "day": day.isoformat(), "source": version.source}
    return Problem(
        code if code in TEXTS else f"law.{kind}",
        params,
        file=f"data/law/{series.file}",
        column=series.topic,
        value=amount,
        severity=Severity.WARNING,
    )
