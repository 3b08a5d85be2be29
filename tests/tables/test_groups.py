"""Groups are read for the audit, and only there."""

from pathlib import Path

import pytest

from planner.errors import InputError
from planner.tables import read_groups


def test_groups(tmp_path: Path) -> None:
    """Groups come by column and candidate id; blanks are left out."""
    path = tmp_path / "groups.csv"
    path.write_text("candidate_id;sex;nationality\nC1;f;\nC2;m;DE\n")
    assert read_groups(path) == {"sex": {"C1": "f", "C2": "m"}, "nationality": {"C2": "DE"}}


def test_identities_are_refused(tmp_path: Path) -> None:
    """Names have no place in an audit either; nor do candidates twice."""
    path = tmp_path / "groups.csv"
    path.write_text("candidate_id,sex,surname\nC1,f,Hopper\nC1,f,Hopper\n")
    with pytest.raises(InputError) as caught:
        read_groups(path)
    assert [(p.code, p.row, p.column) for p in caught.value.problems] == [
        ("row.twice", 3, "candidate_id"),
        ("column.identity", 1, "surname"),
    ]
    assert "Hopper" not in repr(caught.value.problems)


def test_a_broken_file_names_its_strangers_too(tmp_path: Path) -> None:
    """Whoever mends the file learns in the same run that it has people whom the case does not have."""
    path = tmp_path / "groups.csv"
    path.write_text("candidate_id,sex,surname\nC1,f,Hopper\nC9,f,Hopper\n")
    with pytest.raises(InputError) as caught:
        read_groups(path, {"C1"})
    told = [(p.code, dict(p.params)) for p in caught.value.problems]
    assert told == [("column.identity", {}), ("groups.unknown_people", {"number": 1})]
