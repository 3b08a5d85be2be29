"""What a plan folder says a second time: sums, seed, gaps and proofs that follow from the rest of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from planner.domain import Payer, Plan, Tier
from planner.errors import InputError, Problem
from planner.tables.plan_reader import read_costs
from planner.tables.scenario_problems import path_of
from planner.tables.textfile import check_size, decode


@dataclass(frozen=True, slots=True)
class Repeats:
    """Statements of a plan folder that ``read_plan`` leaves out.

    Parameters
    ----------
    seed
        Of the lot, as ``plan.json`` states it; ``None`` where it does not.
    gaps, proven
        By tier, as far as ``plan.json`` states them.
    costs
        Cents by calendar year and payer, of ``costs.csv``.
    """

    seed: str | None = None
    gaps: Mapping[Tier, float] | None = None
    proven: Mapping[Tier, bool] | None = None
    costs: Mapping[tuple[int, Payer], int] | None = None


class _Tier(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)
    name: Tier
    gap: float | None = None
    proven: bool | None = None


class _Stated(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)
    seed: str | None = None
    tiers: tuple[_Tier, ...] = ()


def read_repeats(folder: Path, plan: Plan) -> Repeats:
    """Read what a folder states besides the plan that was read from it.

    Raises
    ------
    InputError
        If ``plan.json`` or ``costs.csv`` cannot be read; a plan without placements has no ``costs.csv``.
    """
    path = folder / "plan.json"
    try:
        check_size(path.name, path.stat().st_size)
        stated = _Stated.model_validate_json(decode(path.name, path.read_bytes()))
    except OSError:
        raise InputError.of("file.missing", file=path.name) from None
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise InputError(
            Problem("plan.json", {"detail": e["msg"]}, file=path.name, column=path_of(e["loc"])) for e in found
        ) from None
    return Repeats(
        seed=stated.seed,
        gaps={tier.name: tier.gap for tier in stated.tiers if tier.gap is not None},
        proven={tier.name: tier.proven for tier in stated.tiers if tier.proven is not None},
        costs=read_costs(folder) if plan.has_placements else None,
    )
