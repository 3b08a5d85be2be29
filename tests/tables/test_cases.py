"""A case comes in from CSV in both dialects, XLSX, ZIP and uploads, always as the same case."""

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

from planner.domain import Answer, Case, DecisionKind, Level, Payer, Transport
from planner.tables import read_uploads
from tests.tables.conftest import FILES, Files, Workbook, read
from tests.tables.strategies import WAGE_TABLES


def test_values(files: Files) -> None:
    """Every kind of cell becomes the value it says."""
    case = files.case()
    first, second, third = case.candidates
    assert first.born == date(1970, 12, 31)
    assert second.born == date(1985, 5, 31)
    assert third.born is None
    assert first.languages == {"de": Level.C1, "ar": Level.A2}
    assert second.languages == {"de": Level.A2, "ru": Level.B2}
    assert (second.brief_work_only, third.brief_work_only) == (Answer.YES, Answer.UNCLEAR)
    assert third.max_hours == Decimal("37.5")
    assert third.fields_wanted == {"encounter", "seniors"}
    assert second.available_from == date(2027, 2, 1)
    assert case.site_of["S1"].material_costs_per_year == 60_000
    assert case.site_of["S2"].pay == Decimal("15.5")
    assert case.site_of["S2"].planned
    assert case.site_of["S2"].min_hours == 15
    assert case.site_of["S2"].available_to == date(2031, 12, 31)
    assert case.travel_times["01", "97", Transport.TRANSIT] == 25
    assert case.decision_of["C1", "S1"].decision is DecisionKind.STARTED
    assert case.previous_plan == (("C1", "S1"),)
    assert case.scenario.budget == {Payer.CITY: {2027: 250_050}}
    assert case.scenario.need == {"population": Decimal("0.6"), "age_65p": Decimal("0.4")}


def test_codes_keep_their_leading_zero(files: Files) -> None:
    """A code is a text: 01 stays 01."""
    assert [n.code for n in files.case().neighbourhoods] == ["01", "33", "97"]


def test_blank_counts_are_zero_and_listed(files: Files) -> None:
    """A blank count is 0 and remembered as blank; one note names the places and the columns."""
    files.edit("neighbourhoods.csv", "33,Flughafen,Klotzsche,0,0", "33,Flughafen,Klotzsche,,")
    reading = files.read()
    airport = reading.case.neighbourhood_of["33"]
    assert airport.counts == {"population": 0, "age_65p": 0}
    assert airport.blank == {"population", "age_65p"}
    assert [(note.code, note.file) for note in reading.notes] == [("counts.blank", "neighbourhoods.csv")]
    assert "33" in reading.notes[0].text("de")
    assert "population, age_65p" in reading.notes[0].text("de")


def dialect(case_files: Files) -> Files:
    """Rewrite the tables as Excel in German saves them: semicolon, CRLF, Windows-1252 or a byte-order mark."""
    for name in FILES:
        if name.endswith(".csv"):
            lines = str(case_files.content[name]).replace('"37,5"', "37!5").replace(";", "|").replace(",", ";")
            text = lines.replace("!", ",").replace("24.2", "24,2").replace("15.50", "15,50").replace("\n", "\r\n")
            case_files.put(name, text.encode("cp1252") if name != "sites.csv" else text.encode("utf-8-sig"))
    return case_files


def test_both_csv_dialects_say_the_same(files: Files) -> None:
    """Semicolons, decimal commas, CRLF, byte-order mark and Windows-1252 give the same case."""
    plain = files.case()
    assert dialect(Files()).case() == plain


def test_windows_1252_umlauts() -> None:
    """Umlauts survive in UTF-8, with byte-order mark, in Windows-1252, and written as two characters."""
    for encode in (str.encode, lambda t: t.encode("utf-8-sig"), lambda t: t.encode("cp1252")):
        case_files = Files().edit("sites.csv", "Begegnung", "Begegnungsstätte – Löbtau")
        case_files.put("sites.csv", encode(str(case_files.content["sites.csv"])))
        assert case_files.case().site_of["S1"].name == "Begegnungsstätte – Löbtau"
    split = Files().edit("sites.csv", "Begegnung", "Lo\u0308btau")
    assert split.case().site_of["S1"].name == "Löbtau"


def test_excel_separator_line(files: Files) -> None:
    """Excel's own line ``sep=;`` is understood and is no row."""
    text = str(files.content["previous_plan.csv"]).replace(",", ";")
    assert files.put("previous_plan.csv", "sep=;\r\n" + text).case().previous_plan == (("C1", "S1"),)
    files.put("decisions.csv", "sep=;\ncandidate_id;site_id;decision\nC1;S1;perhaps\n")
    assert files.places() == [("cell.choice", "decisions.csv", 2, "decision")]


def shuffled(text: str) -> str:
    """Turn columns and rows around and put blank rows between."""
    header, *rows = [line.split(",")[::-1] for line in text.replace('"37,5"', "37.5").splitlines()]
    blank = ["  "] * len(header)
    return "\n".join(",".join(row) for row in [header, blank, *rows[::-1], blank])


def test_order_of_rows_and_columns_is_free(files: Files) -> None:
    """Rows are joined by id: turned around, with blank rows between, they are the same case."""
    turned = Files()
    for name in ("neighbourhoods.csv", "sites.csv", "candidates.csv", "decisions.csv"):
        turned.put(name, shuffled(str(turned.content[name])))
    assert turned.case() == files.case()
    assert turned.case().hash == files.case().hash


def test_every_way_in_gives_the_same_case(files: Files, workbook: Workbook, tmp_path: Path) -> None:
    """Folder, ZIP of a folder, workbook and uploads of each are read alike."""
    plain = files.case()
    toml = FILES["scenario.toml"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.data().items():
            archive.writestr(f"fall/{name}", content)
        archive.writestr("__MACOSX/fall/._sites.csv", b"\0\0")
        archive.writestr("fall/LIESMICH.txt", b"hello")
    (tmp_path / "fall.xlsx").write_bytes(workbook())
    (tmp_path / "fall.toml").write_text(toml)
    (tmp_path / "fall.zip").write_bytes(packed.getvalue())

    def upload(**content: bytes) -> Case:
        return read_uploads({n.replace("_", "."): c for n, c in content.items()}, wage_tables=WAGE_TABLES).case

    assert read(files.folder(tmp_path / "fall")).case == plain
    assert read(tmp_path / "fall.xlsx").case == plain
    assert read(tmp_path / "fall.zip").case == plain
    assert upload(fall_xlsx=workbook(), other_toml=toml.encode()) == plain
    assert upload(fall_zip=packed.getvalue()) == plain


def test_scenario_may_lie_anywhere(files: Files, tmp_path: Path) -> None:
    """An explicit scenario replaces the folder's own."""
    other = tmp_path / "scenario_30.toml"
    other.write_text("start = 2028-01-03\nposts = 30\n")
    assert read(files.folder(tmp_path / "fall"), other).case.scenario.posts == 30


def test_unknown_tables_and_columns_are_reported_and_ignored(files: Files) -> None:
    """What the contract does not know is named as a warning, with what may be meant, and changes nothing."""
    plain = files.case()
    files.put("candidate.csv", "x\n1\n").put("groups.csv", "candidate_id,sex\nC1,f\n")
    files.edit("sites.csv", "site_id,name", "site_id,floor,nmae,name")
    files.edit("sites.csv", "S1,", "S1,2,x,").edit("sites.csv", "S2,", "S2,1,x,")
    reading = files.read()
    assert reading.case == plain
    assert [(n.code, n.file, n.column) for n in reading.notes] == [
        ("table.unknown_near", "candidate.csv", ""),
        ("column.unknown", "sites.csv", "floor"),
        ("column.unknown_near", "sites.csv", "nmae"),
    ]


def test_columns_without_counts_are_no_indicators(files: Files) -> None:
    """Notes and shares beside the counts are reported and ignored."""
    text = str(files.content["neighbourhoods.csv"])
    lines = text.splitlines()
    tail = ["note,share", "nice,0.25", ",", "loud,0.5"]
    files.put("neighbourhoods.csv", "\n".join(f"{a},{b}" for a, b in zip(lines, tail, strict=True)))
    reading = files.read()
    assert reading.case.neighbourhoods[0].counts == {"population": 3133, "age_65p": 486}
    assert [(n.code, n.column) for n in reading.notes] == [("column.no_count", "note"), ("column.no_count", "share")]


def test_clean_case_has_no_notes(files: Files) -> None:
    """A clean case raises no warnings."""
    assert files.read().notes == ()
