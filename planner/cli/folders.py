"""Output folders: whose they are, asked before hours of work."""

from collections.abc import Collection
from pathlib import Path

from planner.errors import InputError


def claim(folder: Path, *, ours: Collection[str] = ()) -> None:
    """Make sure that a folder may be written: new, empty, or an earlier one of ours.

    Parameters
    ----------
    ours
        Names of everything an earlier folder of ours can hold.

    Raises
    ------
    InputError
        If it is a file, or a folder with something that is not ours.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise InputError.of("folder.taken", file=str(folder))
    if folder.is_dir() and not {entry.name for entry in folder.iterdir()} <= set(ours):
        raise InputError.of("folder.taken", file=str(folder))
