"""From files to a case that can be planned."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from planner.errors import InputError, Severity
from planner.service import OpenedCase, open_case, open_uploads, opened_from


def test_notes_say_what_is_assumed(opened: OpenedCase) -> None:
    """Unconfirmed values of the law stand among the notes, and no note is an error."""
    assert any(note.file.startswith("data/law/") for note in opened.notes)
    assert all(note.severity is Severity.WARNING for note in opened.notes)


def test_notes_are_about_the_pay_of_these_sites(opened: OpenedCase) -> None:
    """Pay below the minimum wage is named; wage tables are only spoken of where a site names one."""
    first, *others = opened.case.sites
    sites = (replace(first, pay=Decimal(5)), *(replace(site, pay="minimum_wage") for site in others))
    codes = [note.code for note in opened_from(replace(opened.case, sites=sites)).notes]
    assert "law.pay_lifted" in codes
    assert not [code for code in codes if code.endswith("wage_tables")]


def test_uploads_are_the_same_case(case_folder: Path, opened: OpenedCase) -> None:
    """A case is the same whether it comes from a folder or from uploaded bytes."""
    files = {file.name: file.read_bytes() for file in case_folder.iterdir()}
    assert open_uploads(files).case.hash == opened.case.hash


def test_a_case_made_by_the_program_needs_no_files(opened: OpenedCase) -> None:
    """A changed scenario opens without a detour over files."""
    again = opened_from(opened.case)
    assert again.case is opened.case
    assert again.law.version == opened.law.version


def test_a_missing_folder_is_wrong_input(tmp_path: Path) -> None:
    """What is not there is a problem of the input, with the path in it."""
    with pytest.raises(InputError) as caught:
        open_case(tmp_path / "nowhere")
    assert "nowhere" in caught.value.problems[0].text("en") + caught.value.problems[0].file
