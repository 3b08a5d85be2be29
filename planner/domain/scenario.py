"""The planner's choices. Validated when made: a scenario that exists is a possible one."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from planner.domain.codes import Level, Payer, Scheme, Tier

WHERE_KEYS = ("neighbourhood", "borough", "host", "field", "site")
"""What a limit can be about."""

FIRST_16E_START = date(2026, 7, 1)
"""§ 16e SGB II in the version this program knows applies to starts from this day (§ 66 SGB II)."""

DEFAULT_ORDER = tuple(tier for tier in Tier if tier is not Tier.LOT)


def _as_tuple(value: object) -> object:
    """Read a single text as a list of one."""
    return (value,) if isinstance(value, str) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def language_at_level(mark: str) -> tuple[str, Level]:
    """Split ``"ar:A2"`` into the language and its level.

    Raises
    ------
    ValueError
        If the level is missing or not one of A1, A2, B1, B2, C1, C2.
    """
    language, colon, level = mark.partition(":")
    if not (language.strip() and colon and level.strip().upper() in Level.__members__):
        raise ValueError("language_level")
    return language.strip().lower(), Level[level.strip().upper()]


class Who(_Frozen):
    """Which people a limit counts: those with any of the languages (at the level or above), with any of the skills;
    with both keys, those who meet both.
    """

    languages: Texts = ()
    skills: Texts = ()

    @model_validator(mode="after")
    def _levels_known(self) -> Self:
        if not (self.languages or self.skills):
            raise ValueError("who_empty")
        for mark in self.languages:
            language_at_level(mark)
        return self


class Where(_Frozen):
    """Which sites a limit is about: several keys must all hold, a list holds if any of its values does."""

    neighbourhood: Texts = ()
    borough: Texts = ()
    host: Texts = ()
    field: Texts = ()
    site: Texts = ()

    def as_dict(self) -> dict[str, tuple[str, ...]]:
        """Return the keys that are set."""
        return {key: values for key in WHERE_KEYS if (values := getattr(self, key))}


class Limit(_Frozen):
    """A minimum or maximum number of placements at some sites, of all people or of those with a language or skill."""

    name: str = ""
    where: Where = Where()
    who: Who | None = None
    reason: str = ""
    """Why the work needs it; shown on the reason sheet."""
    at_least: Annotated[int, Field(ge=0)] | None = None
    at_most: Annotated[int, Field(ge=0)] | None = None
    hard: bool = False
    """Whether ``at_least`` is a must; otherwise its shortage is a tier."""

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise ValueError("limit_without_number")
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise ValueError("limit_min_above_max")
        if self.who is not None and self.at_most is not None:
            raise ValueError("limit_ceiling_on_people")
        if self.who is not None and not self.reason.strip():
            raise ValueError("limit_reason_missing")
        if self.hard and self.at_least is None:
            raise ValueError("limit_hard_without_minimum")
        return self

    @property
    def label(self) -> str:
        """The name, or what the limit is about where it has none."""
        parts = [f"{key}={'|'.join(values)}" for key, values in self.where.as_dict().items()]
        if self.who is not None:
            parts += [f"who={'|'.join(self.who.languages + self.who.skills)}"]
        return self.name or "; ".join(parts) or "all"


class Fields(_Frozen):
    """Fields of activity on which the local advisory board has stated (§ 16i(9) SGB II)."""

    confirmed: Texts | None = None


class Tiers(_Frozen):
    """The order of the objectives, how much of each may be given up for the later ones, and the seed of the lot."""

    order: tuple[Tier, ...] = DEFAULT_ORDER
    tolerance: dict[Tier, Annotated[Decimal, Field(ge=0, lt=1)]] = {}
    seed: str = ""

    @model_validator(mode="before")
    @classmethod
    def _exact_tolerance(cls, raw: object) -> object:
        """Read floats as the decimals they were written as."""
        if isinstance(raw, dict) and isinstance(raw.get("tolerance"), dict):
            exact = {k: Decimal(str(v)) if isinstance(v, float) else v for k, v in raw["tolerance"].items()}
            return {**raw, "tolerance": exact}
        return raw

    @model_validator(mode="after")
    def _order_strict(self) -> Self:
        if len(set(self.order)) != len(self.order):
            raise ValueError("tier_twice")
        if Tier.LOT in self.order:
            raise ValueError("tier_lot_is_last")
        if set(self.tolerance) - set(self.order):
            raise ValueError("tolerance_without_tier")
        return self


class Scenario(_Frozen):
    """Everything a planner chooses. Only ``start`` is required."""

    name: str = ""
    start: date
    """First working day; picks the version of law, wages and grants."""
    scheme: Scheme = Scheme.P16I
    posts: Annotated[int, Field(ge=0)] | None = None
    """At most this many placements in all."""
    unclear_is_eligible: bool = False
    """Whether people whose eligibility hangs on missing data are planned, with a mark."""
    max_commute: Annotated[int, Field(ge=0)] | None = None
    """The planner's cap in minutes one way."""
    max_changes: Annotated[int, Field(ge=0)] | None = None
    """At most this many placements of the previous plan are given up."""
    own_share_paid_by: Literal[Payer.CITY, Payer.HOST] = Payer.CITY
    """Who carries the part of the wage that the grant does not cover."""
    need: dict[str, Annotated[Decimal, Field(ge=0)]] | None = None
    """Weights over the count columns of the neighbourhoods; without it, population."""
    fields: Fields = Fields()
    budget: dict[Payer, dict[int, Annotated[int, Field(ge=0)]]] = {}
    """Cents per calendar year and payer; a missing year is unlimited."""
    limit: tuple[Limit, ...] = ()
    tiers: Tiers = Tiers()

    @model_validator(mode="before")
    @classmethod
    def _exact_numbers(cls, raw: object) -> object:
        """Read floats among the need weights as the decimals they were written as."""
        if isinstance(raw, dict) and isinstance(raw.get("need"), dict):
            exact = {k: Decimal(str(v)) if isinstance(v, float) else v for k, v in raw["need"].items()}
            return {**raw, "need": exact}
        return raw

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.scheme is Scheme.P16E and self.start < FIRST_16E_START:
            raise ValueError("scheme_16e_too_early")
        if self.need is not None and not any(self.need.values()):
            raise ValueError("need_without_weight")
        return self
