"""Files nobody should send get a clear answer."""

import io
import zipfile
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.settings import MAX_UPLOAD_BYTES
from planner.tables import read_case, read_uploads
from tests.tables.conftest import FILES, Files, Workbook, read, repack

TOML = {"fall.toml": FILES["scenario.toml"].encode()}


def codes(book: bytes, name: str = "fall.xlsx") -> list[str]:
    """Return what is wrong with a workbook."""
    with pytest.raises(InputError) as caught:
        read_uploads({name: book, **TOML}, wage_tables=())
    assert all(p.text("de") and p.text("en") for p in caught.value.problems)
    return [p.code for p in caught.value.problems]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b"\xef\xbb\xbf\r\n  \n", "file.empty"),
        (b"site_id,na\0me\n", "file.binary"),
        ("site_id,name\n".encode("utf-16"), "file.binary"),
        (b"site_id,name\nS1,\x81\x8d\n", "file.encoding"),
        (b'site_id,name\nS1,"open\nS2,x\n', "file.quotes"),
    ],
)
def test_unreadable_table(files: Files, content: bytes, code: str) -> None:
    """An empty, binary, wrongly encoded or never-ending table is named, and nothing else is blamed for it."""
    assert [p[:2] for p in files.put("sites.csv", content).places()] == [(code, "sites.csv")]


def test_missing_tables_and_scenario(files: Files) -> None:
    """Every missing file is named at once, and nothing else is blamed for it."""
    for name in ("sites.csv", "candidates.csv", "scenario.toml"):
        del files.content[name]
    assert sorted(p[:2] for p in files.places()) == [
        ("file.missing", "scenario.toml"),
        ("table.missing", "candidates.csv"),
        ("table.missing", "sites.csv"),
    ]


def test_table_without_rows(files: Files) -> None:
    """Without neighbourhoods there is no case; without candidates there is one with nobody in it."""
    del files.content["decisions.csv"], files.content["previous_plan.csv"]
    reading = files.put("candidates.csv", "candidate_id,neighbourhood\n").read()
    assert [(n.code, n.file) for n in reading.notes] == [("table.no_rows", "candidates.csv")]
    assert ("table.no_rows", "neighbourhoods.csv") in [
        p[:2] for p in files.put("neighbourhoods.csv", "code,name,borough\n").places()
    ]


def test_no_such_source(tmp_path: Path) -> None:
    """A path to nothing, or to something else, is named."""
    other = tmp_path / "case.pdf"
    other.write_text("x")
    for path, code in ((tmp_path / "gone", "source.missing"), (other, "source.unknown")):
        with pytest.raises(InputError) as caught:
            read(path)
        assert [p.code for p in caught.value.problems] == [code]


@pytest.mark.parametrize("name", ["candidates.csv", "scenario.toml"])
def test_huge_file_is_refused_unread(files: Files, tmp_path: Path, name: str) -> None:
    """200 MB are refused by their size alone; the file is sparse, and reading it would say NUL bytes."""
    folder = files.folder(tmp_path / "fall")
    with (folder / name).open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(InputError) as caught:
        read_case(folder, wage_tables=())
    assert ("file.too_large", name) in [(p.code, p.file) for p in caught.value.problems]


def test_huge_workbook_is_refused_unread(tmp_path: Path) -> None:
    """The same holds for a workbook and a ZIP file."""
    (tmp_path / "fall.toml").write_bytes(TOML["fall.toml"])
    for name in ("fall.xlsx", "fall.zip"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(200 * 1024 * 1024)
        with pytest.raises(InputError) as caught:
            read_case(tmp_path / name, wage_tables=())
        assert [p.code for p in caught.value.problems] == ["file.too_large"]


def test_huge_uploads_are_refused_together() -> None:
    """Uploads count together."""
    half = bytes(MAX_UPLOAD_BYTES // 2 + 1)
    with pytest.raises(InputError) as caught:
        read_uploads({"sites.csv": half, "candidates.csv": half}, wage_tables=())
    assert [p.code for p in caught.value.problems] == ["file.too_large"]


def test_too_many_rows(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows have an end."""
    monkeypatch.setattr("planner.tables.csvfile.MAX_ROWS", 3)
    assert [p[:2] for p in files.places()] == [
        ("file.too_many_rows", "neighbourhoods.csv"),
        ("file.too_many_rows", "candidates.csv"),
    ]


def test_zip_bomb(workbook: Workbook) -> None:
    """A workbook that unpacks to a thousand times its size is refused before it is unpacked."""
    assert codes(repack(workbook(), {"xl/worksheets/sheet1.xml": b" " * (30 << 20)})) == ["zip.bomb"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sites.csv", b"\n" * (30 << 20))
    with pytest.raises(InputError) as caught:
        read_uploads({"fall.zip": packed.getvalue()}, wage_tables=())
    assert [p.code for p in caught.value.problems] == ["zip.bomb"]


def test_lying_zip(workbook: Workbook) -> None:
    """A member that claims to be small is not read beyond its claim."""
    data = bytearray(repack(workbook(), {"xl/worksheets/sheet1.xml": b"<a>" * (1 << 20)}))
    size = (3 << 20).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert codes(bytes(data)) == ["xlsx.broken"]


def test_entity_bomb(workbook: Workbook) -> None:
    """XML entities are not expanded."""
    lol = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>'
    assert codes(repack(workbook(), {"xl/worksheets/sheet1.xml": lol})) == ["xlsx.broken"]


def test_sheet_that_claims_to_be_endless(workbook: Workbook) -> None:
    """A cell in the last column of the last row, or far beyond, costs nothing."""
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
        b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c></row>'
        b'<row r="99999999"><c r="ZZZ99999999"><v>1</v></c></row></sheetData></worksheet>'
    )
    assert codes(repack(workbook(), {"xl/worksheets/sheet1.xml": sheet}))


def test_macro_workbook(workbook: Workbook) -> None:
    """Macros are refused under any name."""
    types = b'<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    assert codes(repack(workbook(), {"xl/vbaProject.bin": b"x"})) == ["xlsx.macros"]
    assert codes(repack(workbook(), {"[Content_Types].xml": types})) == ["xlsx.macros"]
    assert codes(workbook(), "fall.xlsm") == ["xlsx.macros"]


def test_what_is_no_workbook() -> None:
    """Text, a locked or old workbook and a ZIP without sheets are told apart."""
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    assert codes(b"site_id,name\n") == ["zip.broken"]
    assert codes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == ["zip.locked_or_old"]
    assert codes(empty.getvalue()) == ["xlsx.broken"]
    assert codes(b"") == ["file.empty"]


def test_mixed_uploads(files: Files, workbook: Workbook) -> None:
    """A workbook beside CSV files, or two scenarios, leave open what is meant."""
    assert [p[0] for p in Files({**files.content, "a.xlsx": workbook()}).places()] == ["source.mixed"]
    text = files.content.pop("scenario.toml")
    files.put("a.toml", text).put("b.toml", text)
    assert [p[0] for p in files.places()] == ["scenario.several"]


def test_zip_with_two_folders(files: Files) -> None:
    """Two files of one name in a ZIP leave open which is meant."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for folder in ("a", "b"):
            archive.writestr(f"{folder}/sites.csv", files.data()["sites.csv"])
    assert Files({"fall.zip": packed.getvalue()}).places() == [("zip.folders", "fall.zip", None, "")]


def test_same_table_twice(files: Files, tmp_path: Path) -> None:
    """Two spellings of one table name are two tables."""
    assert ("table.twice", "sites.csv") in [
        p[:2] for p in Files({"Sites.csv": files.content["sites.csv"], **files.content}).places()
    ]
