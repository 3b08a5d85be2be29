"""``planner generate``: a case of any size."""

from pathlib import Path

from tests.cli.conftest import Run

SIZE = ("--candidates", 40, "--sites", 60, "--posts", 8, "--seed", 2)


def test_a_case_that_can_be_solved(run: Run, tmp_path: Path) -> None:
    """What is generated can be solved and checked."""
    assert run("generate", tmp_path / "case", *SIZE, "--json").data["status"] == "done"
    assert run("solve", tmp_path / "case", "--out", tmp_path / "plan").code == 0
    assert run("check", tmp_path / "case", tmp_path / "plan").code == 0


def test_the_same_seed_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    """Two runs write equal files."""
    for name in ("a", "b"):
        assert run("generate", tmp_path / name, *SIZE).code == 0
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_an_existing_folder_is_kept(run: Run, tmp_path: Path) -> None:
    """A folder with anything in it is refused with exit 2, an empty one is filled."""
    (tmp_path / "case").mkdir()
    assert run("generate", tmp_path / "case", *SIZE).code == 0
    assert run("generate", tmp_path / "case", *SIZE).code == 2


def test_posts_without_sites(run: Run, tmp_path: Path) -> None:
    """Exit 2, nothing written."""
    ran = run("generate", tmp_path / "case", "--candidates", 4, "--sites", 0, "--posts", 8, "--seed", 2)
    assert ran.code == 2
    assert not (tmp_path / "case").exists()
