"""``data/law`` as a contract: every value dated, sourced and marked."""

import pickle
import re
import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.law import Law, load_law
from planner.settings import data_dir


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the law that a test may spoil."""
    return Path(shutil.copytree(data_dir() / "law", tmp_path / "law"))


def problems(folder: Path) -> set[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        load_law(folder)
    for problem in caught.value.problems:
        assert problem.text("de") != problem.text("en") or problem.code == "law.data_entry"
    return {(problem.code, problem.column) for problem in caught.value.problems}


def test_version(law: Law, folder: Path) -> None:
    """State of the law and a hash that follows the content, not the folder or the line ends."""
    assert re.fullmatch(r"2026-08-19\+[0-9a-f]{8}", law.version)
    for path in folder.glob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_law(folder) == law
    changed = Path(shutil.copytree(folder, folder.parent / "changed"))
    (changed / "work.toml").write_bytes((changed / "work.toml").read_bytes() + b"# a remark\n")
    assert load_law(changed) != law


def test_read_once(law: Law) -> None:
    """Asking twice gives the same object, and a copy in another process is equal to it."""
    assert load_law() is law
    assert pickle.loads(pickle.dumps(law)) == law  # noqa: S301


def test_every_value_has_a_source(law: Law) -> None:
    """No version without a source; paragraphs or addresses for all that is confirmed."""
    for series in law.series.values():
        for version in series.versions:
            assert version.source
            assert not version.confirmed or "§" in version.source or "https://" in version.source


def test_what_is_confirmed(law: Law) -> None:
    """Flat shares, levies and wage tables are unconfirmed; minimum wage, grant steps and receipt months are not."""
    doubtful = {key for key, series in law.series.items() if not series.versions[-1].confirmed}
    assert doubtful == law.wage_tables | {
        "coaching_16e",
        "coaching_16i",
        "flat_share_16e",
        "flat_share_16i",
        "levies",
        "transfer_cap",
        "transfer_cap_minor_child",
        "weeks_per_month",
    }


def test_numbers_are_exact(law: Law) -> None:
    """Percentages and decimals become the fractions they were written as."""
    assert law.number("flat_share_16i", date(2027, 1, 1)) == Fraction(19, 100)
    assert law.number("weeks_per_month", date(2027, 1, 1)) == Fraction(4348, 1000)
    assert law.numbers("grant_steps_16i", date(2027, 1, 1)) == tuple(Fraction(n, 100) for n in (100, 100, 90, 80, 70))


def test_last_change(law: Law) -> None:
    """Two days between the same changes have the same law."""
    assert law.last_change(date(2026, 12, 31)) == date(2026, 7, 1)
    assert law.last_change(date(2040, 1, 1)) == date(2027, 1, 1)
    assert law.last_change(date(1, 1, 1)) == law.changes[0]


def test_missing_state(folder: Path) -> None:
    """Without a day for the state of the law nothing is read."""
    (folder / "state.toml").write_text('state = "neulich"', encoding="utf-8")
    assert problems(folder) == {("law.data_missing", "state")}
    (folder / "state.toml").unlink()
    assert problems(folder) == {("law.data_no_state", "")}


def test_all_problems_at_once(folder: Path) -> None:
    """Broken TOML, missing values, malformed entries and doubles come in one error."""
    (folder / "work.toml").write_text("[commute", encoding="utf-8")
    (folder / "minimum_wage.toml").write_text(
        '[minimum_wage]\nunit = "EUR/h"\n[[minimum_wage.values]]\nfrom = 2026-01-01\nvalue = "viel"\nconfirmed = true\n'
        '[levies]\nunit = "%"\n[[levies.values]]\nfrom = 2026-01-01\nvalue = 2\nsource = "x"\nconfirmed = false\n',
        encoding="utf-8",
    )
    found = problems(folder)
    assert {("law.data_unreadable", ""), ("law.data_entry", "minimum_wage"), ("law.data_twice", "levies")} <= found
    assert ("law.data_missing", "measles_proof") in found
    assert ("law.data_missing", "minimum_wage") in found


def test_one_version_a_day(folder: Path) -> None:
    """Two values from the same day contradict each other."""
    path = folder / "wage_tables.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-05-01", "2025-04-01"), encoding="utf-8")
    assert ("law.data_entry", "tvoed_vka_e2_1") in problems(folder)


def test_a_further_wage_table_needs_no_code(folder: Path) -> None:
    """A table added to the file is a name that sites may give."""
    path = folder / "wage_tables.toml"
    entry = 'from = 2026-01-01\nvalue = 15.25\nsource = "§ 3"\nconfirmed = true\n'
    extra = f'\n[haus]\nunit = "EUR/h"\n[[haus.values]]\n{entry}'
    path.write_text(path.read_text(encoding="utf-8") + extra, encoding="utf-8")
    found = load_law(folder)
    assert "haus" in found.wage_tables
    assert found.number("haus", date(2027, 1, 1)) == Fraction("15.25")
