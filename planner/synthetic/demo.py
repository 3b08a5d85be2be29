"""The case the program comes with: 700 invented candidates and 85 invented sites in the real Dresden."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planner.domain import Case, Fields, Limit, Scenario, Tiers, Where, Who
from planner.synthetic.candidates import invent_candidates
from planner.synthetic.choices import NEED, START, Numbers, budget, choose
from planner.synthetic.region import dresden
from planner.synthetic.sites import FIELDS, invent_sites
from planner.tables import scenario_toml, write_case_files, write_folder

SEED = 2019
CANDIDATES = 700
SITES = 85
POSTS = 100
CHOSEN = Numbers(started=7, accepted=3, pinned=2, refused=8, previous=24)

LIMITS = (
    Limit(
        name="Arabisch in Gorbitz",
        where=Where(neighbourhood=("95", "96", "97")),
        who=Who(languages=("ar:A2",)),
        reason="Lotsendienst und Begleitung auf Arabisch",
        at_least=2,
    ),
    Limit(
        name="Russisch oder Ukrainisch in Prohlis",
        where=Where(neighbourhood=("71", "72", "77")),
        who=Who(languages=("ru:B1", "uk:B1")),
        reason="Begleitung älterer Menschen, die vor allem Russisch oder Ukrainisch sprechen",
        at_least=2,
    ),
    Limit(
        name="Computerhilfe in Johannstadt",
        where=Where(neighbourhood=("06", "07")),
        who=Who(skills=("computer",)),
        reason="Hilfe bei Anträgen im Internet",
        at_least=1,
    ),
    Limit(name="Prohlis", where=Where(borough=("Prohlis",)), at_least=12),
    Limit(name="Cotta", where=Where(borough=("Cotta",)), at_least=10, at_most=30),
    Limit(name="Klotzsche", where=Where(borough=("Klotzsche",)), at_least=6),
    Limit(name="Arbeit mit Kindern", where=Where(field=("children",)), at_most=12),
)


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo case with its own scenario, and further scenarios by file name."""

    case: Case
    scenarios: Mapping[str, Scenario]


DEMO_SCENARIOS = ("scenario.toml", "scenario_30.toml", "scenario_300.toml", "scenario_budget.toml")


def demo() -> Demo:
    """Return the demo; every byte follows from a fixed seed.

    Raises
    ------
    InputError
        If the tables of Dresden or of the law are missing from the data folder.
    """
    region = dresden(SEED)
    sites = invent_sites(region, SITES, POSTS, START, SEED, grow=False)
    candidates = invent_candidates(region, CANDIDATES, START, SEED)
    plain = Scenario(
        name="Dresden 100 (synthetisch)",
        start=START,
        posts=POSTS,
        max_commute=45,
        need=dict(NEED),
        fields=Fields(confirmed=tuple(name for name in FIELDS if name != "accommodation")),
        limit=LIMITS,
        tiers=Tiers(seed="2027-03 Vorführung"),
    )
    scenario = plain.model_copy(update={"budget": budget(plain, POSTS, 115)})
    few = plain.model_copy(update={"name": "Dresden 30 (synthetisch)", "posts": 30, "budget": budget(plain, 30, 130)})
    many = plain.model_copy(update={"name": "Dresden 300 (synthetisch)", "posts": 300})
    poor = plain.model_copy(
        update={"name": "Dresden 100, knappes Geld (synthetisch)", "budget": budget(plain, POSTS, 60)}
    )
    decisions, previous = choose(scenario, candidates, sites, CHOSEN, SEED)
    case = Case(
        scenario=scenario,
        neighbourhoods=region.neighbourhoods,
        sites=sites,
        candidates=candidates,
        travel_times={},
        decisions=decisions,
        previous_plan=previous,
    )
    return Demo(case, dict(zip(DEMO_SCENARIOS, (scenario, few, many, poor), strict=True)))


def write_demo(folder: Path) -> None:
    """Write the demo into a folder that does not exist yet: tables, scenarios and what they are.

    Raises
    ------
    InputError
        As ``demo``, or if the folder cannot be written.
    """
    made = demo()

    def write(inside: Path) -> None:
        write_case_files(made.case, inside)
        for name, scenario in made.scenarios.items():
            (inside / name).write_text(scenario_toml(scenario), encoding="utf-8", newline="\n")
        (inside / "README.md").write_text(README, encoding="utf-8", newline="\n")

    write_folder(folder, write)


README = """\
# Vorführfall, synthetisch

Alles in diesem Ordner ist erfunden: die 700 Menschen, die 85 Einsatzstellen, ihre Träger ("Musterträger …"), die
Entscheidungen, der Vorplan und die Zahl der Initiativen, denen Freiwillige fehlen
(`initiatives_short_of_volunteers`). Echt sind nur die 64 Stadtteile mit ihren veröffentlichten Zahlen
(Landeshauptstadt Dresden, opendata.dresden.de, dl-de/by-2-0, verändert). Ähnlichkeiten mit Personen oder Trägern sind
Zufall. Adressen gibt es nicht: Einsatzstellen liegen an beliebigen Punkten ihres Stadtteils.

| Szenario | Stellen | Geld |
|---|---|---|
| `scenario.toml` | 100 | etwas mehr als nötig |
| `scenario_30.toml` | 30 | etwas mehr als nötig |
| `scenario_300.toml` | 300 (die Einsatzstellen bieten weniger) | unbegrenzt |
| `scenario_budget.toml` | 100 | zu wenig für alle |

# Demo case, synthetic

Everything in this folder is invented except the 64 neighbourhoods and their published counts. It is written by
`python -m planner.synthetic FOLDER`; a test compares every byte.
"""
