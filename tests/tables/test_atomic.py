"""Output appears whole or not at all."""

import os
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.tables import whole_file, write_folder


def fill(name: str = "a.csv") -> "object":
    """Return a writer of one file."""
    return lambda folder: (folder / name).write_text("x")


def code(path: Path, write: object, **options: object) -> str:
    """Return why a folder could not be written."""
    with pytest.raises(InputError) as caught:
        write_folder(path, write, **options)
    return caught.value.problems[0].code


def test_new_folder(tmp_path: Path) -> None:
    """The folder is there with its content, its parents are made, and nothing else is left."""
    write_folder(tmp_path / "b" / "out", fill())
    assert [p.name for p in (tmp_path / "b").iterdir()] == ["out"]
    assert (tmp_path / "b" / "out" / "a.csv").read_text() == "x"


def test_empty_folder_is_used(tmp_path: Path) -> None:
    """An empty folder is as good as none."""
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", fill())
    assert (tmp_path / "out" / "a.csv").exists()


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_failure_leaves_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    """If writing fails halfway, nothing is there, and an earlier folder is untouched."""

    def half(folder: Path) -> None:
        (folder / "a.csv").write_text("half")
        raise error

    with pytest.raises(error):
        write_folder(tmp_path / "out", half)
    assert list(tmp_path.iterdir()) == []
    write_folder(tmp_path / "out", fill())
    with pytest.raises(error):
        write_folder(tmp_path / "out", half, replaces=["a.csv"])
    assert (tmp_path / "out" / "a.csv").read_text() == "x"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_nobodys_files_are_lost(tmp_path: Path) -> None:
    """A folder with other files, a file and a link are never replaced."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("x")
    (tmp_path / "link").symlink_to(mine)
    assert code(mine, fill()) == "folder.taken"
    assert code(mine, fill(), replaces=["a.csv"]) == "folder.taken"
    assert code(mine / "thesis.txt", fill()) == "folder.taken"
    assert code(tmp_path / "link", fill(), replaces=["thesis.txt"]) == "folder.taken"
    assert (mine / "thesis.txt").read_text() == "x"


def test_own_folder_is_replaced(tmp_path: Path) -> None:
    """A folder of known files only is replaced as a whole."""
    write_folder(tmp_path / "out", fill("old.csv"))
    write_folder(tmp_path / "out", fill("new.csv"), replaces=["old.csv"])
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["new.csv"]


def test_system_that_refuses(tmp_path: Path) -> None:
    """A full disk or a parent that is a file is a clear answer, and nothing is left."""

    def full(folder: Path) -> None:
        (folder / "a.csv").write_text("half")
        raise OSError(28, os.strerror(28))

    (tmp_path / "file").write_text("x")
    assert code(tmp_path / "out", full) == "folder.failed"
    assert code(tmp_path / "file" / "out", fill()) == "folder.failed"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_single_file(tmp_path: Path) -> None:
    """A single file is replaced when it is complete, and only then."""
    path = tmp_path / "pairs.csv"

    def write(content: str, error: type[Exception] | None) -> None:
        with whole_file(path) as part:
            part.write_text(content)
            if error:
                raise error

    write("old", None)
    with pytest.raises(RuntimeError):
        write("half", RuntimeError)
    with pytest.raises(InputError):
        write("half", OSError)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["pairs.csv"]
