"""Output appears whole or not at all: written beside its place, then moved there."""

import os
import secrets
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from planner.errors import InputError


def write_folder(path: Path, write: Callable[[Path], None], *, replaces: Collection[str] = ()) -> None:
    """Let ``write`` fill a new folder and move it to ``path`` once it is complete.

    Parameters
    ----------
    replaces
        An existing folder is replaced if it holds files of these names and nothing else. By default only an empty one
        is: nobody's files are lost to a mistyped path.

    Raises
    ------
    InputError
        ``folder.taken`` if something else is there, ``folder.failed`` if the system refuses, as on a full disk.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow a link and replace its target)
    if path.exists() and not _replaceable(path, replaces):
        raise InputError.of("folder.taken", file=str(path))
    part = _beside(path, "part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.mkdir()
        write(part)
        for file in part.rglob("*"):
            _flush(file)
        _move(part, path)
    except OSError as error:
        raise InputError.of("folder.failed", file=str(path), detail=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Lend a path beside ``path``; what was written there becomes ``path`` when the block ends without an error.

    Raises
    ------
    InputError
        ``folder.failed`` if the system refuses.
    """
    part = _beside(path, "part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        _flush(part)
        part.replace(path)
    except OSError as error:
        raise InputError.of("folder.failed", file=str(path), detail=error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _beside(path: Path, purpose: str) -> Path:
    return path.parent / f".{path.name}.{secrets.token_hex(4)}.{purpose}"


def _replaceable(path: Path, names: Collection[str]) -> bool:
    return path.is_dir() and not path.is_symlink() and all(p.is_file() and p.name in names for p in path.iterdir())


def _flush(file: Path) -> None:
    """Bring a file to the disk before it gets its name, or a power cut could leave the name without the content."""
    if file.is_file():
        with file.open("r+b") as open_file:
            os.fsync(open_file.fileno())


def _move(part: Path, path: Path) -> None:
    """Put ``part`` in the place of ``path``; what was there returns if that fails."""
    old = _beside(path, "old")
    if path.exists():
        path.rename(old)
    try:
        part.rename(path)
    except BaseException:
        with suppress(OSError):
            old.rename(path)
        raise
    shutil.rmtree(old, ignore_errors=True)
