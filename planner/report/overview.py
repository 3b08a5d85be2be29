"""The first page of an exported plan: what was asked, how it ended, and how far it is proven."""

from planner.domain import Case, Conflict, Plan, TierResult
from planner.geo import city_map
from planner.messages import Language, text
from planner.report.sheets import Cell, Kind, Sheet, columns


def facts(case: Case, plan: Plan, language: Language) -> tuple[tuple[str, Cell], ...]:
    """Return what holds for the plan as a whole, each fact with its name."""
    scenario = plan.scenario
    city = city_map(case)
    named: tuple[tuple[str, Cell], ...] = (
        ("scenario", scenario.name),
        ("start", scenario.start),
        ("scheme", text(f"scheme.{scenario.scheme}", language)),
        ("status", text(f"status.{plan.status}", language)),
        ("candidates", len(case.candidates)),
        ("posts", sum(site.posts for site in case.sites)),
        ("cap", scenario.posts),
        ("placed_total", len(plan.placements)),
        ("unplaced_total", len(plan.unplaced)),
        ("law", plan.law),
        ("seed", scenario.tiers.seed),
        ("case_hash", plan.case_hash),
        ("attribution", city.attribution if city else None),
    )
    return tuple((text(f"report.{name}", language), value) for name, value in named if value is not None)


def certificate(plan: Plan, language: Language) -> Sheet:
    """Return the tiers in solving order, each with its value and its bound; of an impossible plan, the conflict."""
    if plan.conflict:
        head = columns(language, ("rule", Kind.LONG), ("about", Kind.LONG))
        return Sheet(text("report.conflict", language), head, tuple(_rule(rule) for rule in plan.conflict))
    head = columns(
        language,
        ("tier", Kind.LONG),
        ("rank", Kind.INTEGER),
        ("direction", Kind.ID),
        ("value", Kind.INTEGER),
        ("best", Kind.INTEGER),
        ("bound", Kind.INTEGER),
        ("gap", Kind.SHARE),
        ("proven", Kind.ID),
    )
    rows = tuple(_tier(rank, tier, language) for rank, tier in enumerate(plan.tiers, start=1))
    return Sheet(text("report.overview", language), head, rows)


def _tier(rank: int, tier: TierResult, language: Language) -> tuple[Cell, ...]:
    return (
        text(f"tier.{tier.name}", language),
        rank,
        text("report.more" if tier.name.maximised else "report.less", language),
        tier.value,
        tier.best,
        tier.bound,
        tier.gap,
        text("report.yes" if tier.proven else "report.no", language),
    )


def _rule(rule: Conflict) -> tuple[Cell, ...]:
    return rule.rule, "; ".join(f"{key}: {value}" for key, value in rule.params.items())
