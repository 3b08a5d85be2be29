"""The closed lists of the contract. Values are written to files; they are an interface and never change meaning."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """CEFR language levels; a higher one includes the lower ones."""

    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6


class Shift(StrEnum):
    """Part of the week in which someone can, or must, work."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    WEEKEND = "weekend"


class Transport(StrEnum):
    """How someone gets to work."""

    WALK = "walk"
    BIKE = "bike"
    TRANSIT = "transit"
    CAR = "car"


class Scheme(StrEnum):
    """The subsidy a scenario plans with: § 16i or § 16e SGB II."""

    P16I = "16i"
    P16E = "16e"


class Answer(StrEnum):
    """A human-set answer that may stay open, as for ``brief_work_only``."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Verdict(StrEnum):
    """The Jobcenter's own word on a person's eligibility."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Eligibility(StrEnum):
    """What follows for a person from the law and the data at hand."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    UNCLEAR = "unclear"


class DecisionKind(StrEnum):
    """What a reviewer said about one pair."""

    PIN = "pin"
    FORBID = "forbid"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    STARTED = "started"
    ENDED = "ended"


class Reason(StrEnum):
    """Why a pair is not possible. The order is the order of the tests and of the bits in a reason mask."""

    NOT_ELIGIBLE = "not_eligible"
    UNCLEAR = "unclear"
    HOURS = "hours"
    LANGUAGE = "language"
    SKILL = "skill"
    CLEARANCE = "clearance"
    MEASLES = "measles"
    STEP_FREE = "step_free"
    SHIFT = "shift"
    AVAILABLE = "available"
    PERMIT = "permit"
    COMMUTE = "commute"
    FIELD_REFUSED = "field_refused"
    NEIGHBOURHOOD_REFUSED = "neighbourhood_refused"
    FORBIDDEN = "forbidden"
    DECLINED = "declined"

    @property
    def bit(self) -> int:
        """The bit that stands for this reason in a mask."""
        return 1 << _REASON_POSITION[self]


_REASON_POSITION = {reason: position for position, reason in enumerate(Reason)}


def reasons_of(mask: int) -> tuple[Reason, ...]:
    """Return the reasons whose bits are set, in the order of the tests."""
    return tuple(reason for reason in Reason if mask & reason.bit)


NO_PAIR = "no_pair"
"""Unplaced: no site is possible, but no single reason rules out all of them."""

DISPLACED = "displaced"
"""Unplaced although some pair is possible: posts, limits, budgets or a tier gave way to others."""


class Mark(StrEnum):
    """Marks of a placement besides the broken tests of a pair that a person accepted all the same."""

    FIELD_NOT_CONFIRMED = "field_not_confirmed"
    ELIGIBILITY_UNCLEAR = "eligibility_unclear"


class Payer(StrEnum):
    """Who carries a cost: the city, the Jobcenter's integration budget, the passive-active transfer, the host."""

    CITY = "city"
    INTEGRATION = "integration"
    TRANSFER = "transfer"
    HOST = "host"


class Tier(StrEnum):
    """The objectives, in the order that holds unless a scenario says otherwise; ``LOT`` always comes last."""

    SHORTAGE = "shortage"
    PLACEMENTS = "placements"
    COVERAGE = "coverage"
    QUALITY = "quality"
    COMMUTE = "commute"
    CHANGES = "changes"
    LOT = "lot"

    @property
    def maximised(self) -> bool:
        """Whether more is better."""
        return self in {Tier.PLACEMENTS, Tier.COVERAGE, Tier.QUALITY, Tier.LOT}


class Status(StrEnum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"
