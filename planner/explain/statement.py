"""A fact as a code with typed values: read by programs as it is, by people as a sentence in their language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Self, TypeAlias

from babel import Locale

from planner.domain import Level
from planner.messages import Language, text
from planner.messages.objectives import changed, reached
from planner.messages.ui import FIELDS, SKILLS
from planner.messages.why import TEXTS
from planner.messages.written import LOCALE, day, number, signed


@dataclass(frozen=True, slots=True)
class Eur:
    """An amount of money in cents."""

    cents: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A language, with its level where one is meant."""

    language: str
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the program, by its code."""

    code: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A difference, written with its sign."""

    number: int


@dataclass(frozen=True, slots=True)
class Reached:
    """The value of an objective."""

    tier: str
    number: int


@dataclass(frozen=True, slots=True)
class Changed:
    """By how much the value of an objective changes.

    Parameters
    ----------
    sign
        Whether a plus is written.
    """

    tier: str
    number: int
    sign: bool = True


@dataclass(frozen=True, slots=True)
class Bare:
    """A number that is no quantity, as a year: written without separators."""

    number: int


Value: TypeAlias = (
    "str | int | Decimal | date | Eur | Speech | Term | Signed | Reached | Changed | Bare | Statement"
    " | tuple[Value, ...]"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence: the code of ``planner.messages.why`` and the values it names.

    Where ``number`` is 1 and the catalogue has a form ``CODE.one``, that form is taken.
    """

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, /, **values: Value) -> Self:
        """Return a statement with its values by name."""
        return cls(code, values)

    def text(self, language: Language) -> str:
        """Return the sentence."""
        one = f"{self.code}.one"
        code = one if self.values.get("number") == 1 and one in TEXTS else self.code
        return text(code, language, {name: spoken(value, language) for name, value in self.values.items()})

    def as_dict(self, language: Language) -> dict[str, object]:
        """Return code, values and sentence as a flat record for JSON."""
        values = {name: plain(value) for name, value in self.values.items()}
        return {"code": self.code, **values, "text": self.text(language)}


def field_of_work(name: str) -> Value:
    """Return a field of activity as a word; names that the program does not know stay what they are."""
    return Term(f"field_name.{name}") if name in FIELDS else name


def skill(name: str) -> Value:
    """Return a skill as a word; names that the program does not know stay what they are."""
    return Term(f"skill_name.{name}") if name in SKILLS else name


def spoken(value: Value, language: Language) -> str:
    """Return a value as the language writes it."""
    match value:
        case Eur():
            whole = value.cents % 100 == 0
            return f"{number(Decimal(value.cents) / 100, language, 0 if whole else 2, 0 if whole else 2)}\u00a0EUR"
        case Speech():
            name = Locale.parse(LOCALE[language]).languages.get(value.language, value.language)
            return f"{name} {value.level.name}" if value.level else name
        case Term():
            return text(value.code, language)
        case Signed():
            return signed(value.number, language)
        case Reached():
            return reached(value.tier, value.number, language)
        case Changed():
            return changed(value.tier, value.number, language, sign=value.sign)
        case Bare():
            return str(value.number)
        case Statement():
            return value.text(language)
        case date():
            return day(value, language)
        case tuple():
            return ", ".join(spoken(item, language) for item in value) or "–"
        case Decimal() | int():
            return number(value, language, 2)
    return value


def plain(value: object) -> object:
    """Return a value as JSON knows it."""
    match value:
        case Eur():
            return f"{Decimal(value.cents) / 100:.2f}"
        case Speech():
            return f"{value.language}:{value.level.name}" if value.level else value.language
        case Term():
            return value.code.rpartition(".")[2]
        case Bare() | Signed() | Reached() | Changed():
            return value.number
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case StrEnum():
            return value.value
        case Enum():
            return value.name
        case Statement():
            return {"code": value.code, **{name: plain(item) for name, item in value.values.items()}}
        case tuple():
            return [plain(item) for item in value]
    return value
