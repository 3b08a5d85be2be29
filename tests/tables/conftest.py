"""A small case as files, to be spoiled one way at a time."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import pytest

from planner.domain import Case
from planner.errors import InputError, Problem, Severity
from planner.tables import Reading, read_case, read_uploads
from tests.tables.strategies import WAGE_TABLES

FILES = {
    "neighbourhoods.csv": """\
code,name,borough,population,age_65p,lat,lon
01,Innere Altstadt,Altstadt,3133,486,51.05,13.74
33,Flughafen,Klotzsche,0,0,,
97,Gorbitz-Ost,Cotta,6000,1500,,
""",
    "sites.csv": """\
site_id,name,host,neighbourhood,field,posts,min_hours,max_hours,languages,pay,available_to,material_costs_per_year
S1,Begegnung,DRK,01,seniors,2,20,30,de:B1,minimum_wage,,600
S2,Servicepunkt,,97,encounter,1,,,,15.50,31.12.2031,
""",
    "candidates.csv": """\
candidate_id,neighbourhood,born,benefit_months_last_84,brief_work_only,languages,max_hours,fields_wanted,available_from
C1,01,1970,80,yes,de:C1;ar:A2,30,seniors,
C2,97,31.05.1985,75,ja,de:A2|ru:B2,39,,01.02.2027
C3,33,,,unclear,,"37,5",encounter;seniors,2027-03-01
""",
    "travel_times.csv": "origin,destination,transport,minutes\n01,97,transit,24.2\n97,01,transit,25\n",
    "decisions.csv": "candidate_id,site_id,decision,since\nC1,S1,started,2026-09-01\nC2,S1,forbid,\n",
    "previous_plan.csv": "candidate_id,site_id\nC1,S1\n",
    "scenario.toml": """\
name = "Dresden"
start = 2027-03-01
posts = 3
[need]
population = 0.6
age_65p = 0.4
[budget]
city = { 2027 = 2500.50 }
[[limit]]
name = "Arabisch"
where = { borough = "Altstadt" }
who = { languages = "ar:A2" }
reason = "Lotsendienst"
at_least = 1
""",
}


@dataclass
class Files:
    """Files of a case by name, and ways to read them."""

    content: dict[str, str | bytes] = field(default_factory=lambda: dict(FILES))

    def put(self, name: str, content: str | bytes) -> "Files":
        """Replace a file."""
        self.content[name] = content
        return self

    def edit(self, name: str, old: str, new: str) -> "Files":
        """Replace a text that stands once in a file."""
        text = self.content[name]
        assert isinstance(text, str)
        assert text.count(old) == 1, old
        return self.put(name, text.replace(old, new))

    def data(self) -> dict[str, bytes]:
        """Return the files as uploads."""
        return {n: c.encode() if isinstance(c, str) else c for n, c in self.content.items()}

    def folder(self, path: Path) -> Path:
        """Write the files into a folder."""
        path.mkdir(exist_ok=True)
        for name, content in self.data().items():
            (path / name).write_bytes(content)
        return path

    def read(self) -> Reading:
        """Read the files as uploads."""
        return read_uploads(self.data(), wage_tables=WAGE_TABLES)

    def case(self) -> Case:
        """Read the case."""
        return self.read().case

    def problems(self) -> list[Problem]:
        """Return the problems that stop the reading."""
        with pytest.raises(InputError) as caught:
            self.read()
        for problem in caught.value.problems:
            assert problem.text("de")
            assert problem.text("en")
        return [p for p in caught.value.problems if p.severity is Severity.ERROR]

    def places(self) -> list[tuple[str, str, int | None, str]]:
        """Return code, file, row and column of the problems that stop the reading."""
        return [(p.code, p.file, p.row, p.column) for p in self.problems()]


@pytest.fixture
def files() -> Files:
    """The small case, unspoilt."""
    return Files()


Workbook = Callable[..., bytes]


@pytest.fixture
def workbook() -> Workbook:
    """Make an XLSX of the small case; ``cells`` sets values by (sheet, cell)."""

    def make(cells: Mapping[tuple[str, str], object] | None = None) -> bytes:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, text in FILES.items():
            if name.endswith(".csv"):
                sheet = book.create_sheet(name.removesuffix(".csv"))
                for line in text.splitlines():
                    sheet.append([cell.strip('"') or None for cell in line.replace('"37,5"', "37.5").split(",")])
        for (title, cell), value in (cells or {}).items():
            book[title][cell] = value
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return make


def repack(data: bytes, extra: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file with some members replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename not in extra:
                new.writestr(member.filename, old.read(member))
        for name, content in extra.items():
            new.writestr(name, content)
    return out.getvalue()


def read(path: Path, scenario: Path | None = None) -> Reading:
    """Read a case from a path."""
    return read_case(path, scenario, wage_tables=WAGE_TABLES)
