"""Protected attributes and identities never enter."""

import pytest

from planner.tables.protected import Refusal, refusal
from tests.tables.conftest import Files


@pytest.mark.parametrize(
    "name",
    [
        "nationality", "Citizenship", "country_of_origin", "ethnicity", "religion", "sex", "gender", "diagnosis",
        "migration_background", "Migrationshintergrund", "Staatsangehörigkeit", "staatsangehoerigkeit", "HERKUNFT",
        "Religion/Konfession", "Geschlecht (m/w/d)", "Diagnose 1", "isFemale", "native language",
    ],
)  # fmt: skip
def test_protected_names(name: str) -> None:
    """A column whose whole words name a protected attribute is refused, in German and English."""
    assert refusal(name) is Refusal.PROTECTED


@pytest.mark.parametrize(
    "name",
    [
        "name", "Name", "first_name", "firstName", "Vorname", "Nachname", "address", "Straße", "strasse", "street",
        "Telefon-Nr.", "phone", "E-Mail", "eMail", "mail", "birthplace", "place_of_birth", "Geburtsort", "lat", "lon",
        "home_lat", "PLZ", "contact name", "Anschrift",
    ],
)  # fmt: skip
def test_identity_names(name: str) -> None:
    """A column whose whole words name an identity is refused."""
    assert refusal(name) is Refusal.IDENTITY


@pytest.mark.parametrize(
    "name",
    ["essex", "filename", "platform", "colonel", "rename", "original", "remark", "site_name", "host name", "lateral"],
)
def test_other_names(name: str) -> None:
    """Parts of words, and the names of sites and hosts, are no reason to refuse."""
    assert refusal(name) is None


@pytest.mark.parametrize("table", ["candidates.csv", "decisions.csv", "previous_plan.csv"])
def test_refused_with_reason_and_without_values(files: Files, table: str) -> None:
    """The column is refused with the reason; none of its values is shown or kept."""
    header, *rows = str(files.content[table]).splitlines()
    spoilt = [f"{header},Nationality,first_name", *(f"{row},Utopia,Grace" for row in rows)]
    problems = files.put(table, "\n".join(spoilt)).problems()
    assert [(p.code, p.file, p.row, p.column) for p in problems] == [
        ("column.protected", table, 1, "Nationality"),
        ("column.identity", table, 1, "first_name"),
    ]
    assert "Utopia" not in repr(problems)
    assert "Grace" not in repr(problems)


def test_places_may_have_names(files: Files) -> None:
    """Neighbourhoods and sites have names and coordinates, and counts of people of any kind."""
    case = files.edit("neighbourhoods.csv", ",population,", ",foreigners,").edit(
        "scenario.toml", "population =", "foreigners ="
    )
    assert case.case().neighbourhoods[0].counts["foreigners"] == 3133
