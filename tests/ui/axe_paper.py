"""What axe found, as the paper says it: ``python -m tests.ui.axe_paper`` writes it, tests keep it true."""

import re

from axe_playwright_python.base import AXE_SCRIPT

from planner.messages import LANGUAGES
from tests.ui.browsing import LEVELS, ROOT
from tests.ui.walking import VIEWS

PAPER = ROOT / "docs" / "recht" / "barrierefreiheit-axe.md"

STATES = (
    ("Planung: Grenze wird eingetragen", "test_planning_story.py::test_a_scenario_is_tried_out_before_it_is_saved"),
    ("Planung: zwei Pläne im Vergleich, drei Karten", "test_planning_story.py::test_300_posts_out_of_100"),
    ("Planung: Auswege, Wert eines Platzes, Kurve", "test_planning_story.py::test_where_it_hurts"),
    ("Prüfung: Fall mit genauen Preisen und Weg", "test_review_story.py::test_a_case_is_read_wide_and_narrow"),
    ("Prüfung: Vorschau einer Ablehnung", "test_review_story.py::test_a_colleague_is_never_overwritten"),
    ("Lage: anderer Monat auf der Karte", "test_situation_story.py::test_the_months_are_moved_by_a_slider"),
)
"""States of a page that somebody has worked on, and the story that comes by."""

_HEAD = """# Was axe findet

Geschrieben von `python -m tests.ui.axe_paper`; dass es stimmt, prüfen `tests/ui/test_axe_paper.py` und
`tests/ui/workplaces/test_every_page.py`. Gehört zur [Erklärung zur Barrierefreiheit](barrierefreiheit.md).

Geprüft mit axe-core {version} in Chromium, 1280 Bildpunkte breit, Regeln
{levels}.
Die Liste der geduldeten Verstöße ist leer: Was der Baukasten der Oberfläche mitbringt, ist auf unserer Seite behoben
(Zielfläche von Tag und Monat im Datumsfeld, Rolle des Feldes zum Hochladen). Auf jeder Seite ist auch geprüft, dass bei
320 und bei 1280 Bildpunkten nichts seitlich gerollt werden muss, außer in Karten und Tabellen.

axe findet nicht alles: Ob Worte verständlich sind, ob die Reihenfolge sinnvoll ist und wie es sich mit einem
Vorleseprogramm arbeitet, muss ein Mensch prüfen. Farben von Schrift auf der Karte kann axe nicht messen; sie prüft
`tests/ui/map/test_layers.py::test_labels_can_be_read_on_every_colour`.
"""


def paper():
    """Return the whole paper; every number in it is 0, or a test fails."""
    version = re.search(r"axe v(\d+\.\d+\.\d+)", AXE_SCRIPT[:200])[1]
    head = _HEAD.format(version=version, levels=", ".join(f"`{level}`" for level in LEVELS))
    columns = {"de": "Verstöße (Deutsch)", "en": "Verstöße (Englisch)"}
    lines = [
        "| Seite › Reiter | " + " | ".join(columns[language] for language in LANGUAGES) + " |",
        "|---|" + "---:|" * len(LANGUAGES),
        *(f"| {view.title('de')} |" + " 0 |" * len(LANGUAGES) for view in VIEWS),
        "",
        "Dazu Zustände, in die eine Seite erst bei der Arbeit kommt (deutsch):",
        "",
        "| Zustand | Verstöße | Test |",
        "|---|---:|---|",
        *(f"| {state} | 0 | `tests/ui/workplaces/{test}` |" for state, test in STATES),
    ]
    return head + "\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAPER.write_text(paper(), encoding="utf-8")
