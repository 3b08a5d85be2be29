"""The boundaries someone imported: one layer, kept below the user's own folder, used from then on."""

from functools import lru_cache
from pathlib import Path

from planner.geo.layer import Layer, load_layer, save_layer
from planner.settings import home_dir


def stored_path() -> Path:
    """Return where imported boundaries rest."""
    return home_dir() / "boundaries.json"


def store(layer: Layer) -> Path:
    """Keep a layer in place of the one before; return where.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    path = stored_path()
    save_layer(layer, path)
    return path


def forget_boundaries() -> bool:
    """Remove the imported boundaries, so that the generalised ones hold again; say whether there were any."""
    path = stored_path()
    there = path.exists()
    path.unlink(missing_ok=True)
    return there


Stamp = tuple[str, int, int]
"""Path, time and size of the stored file: what a drawing made from it depends on."""


def stored_stamp() -> Stamp | None:
    """Return the stamp of the stored file, or ``None`` where nothing was imported."""
    path = stored_path()
    try:
        state = path.stat()
    except OSError:
        return None
    return str(path), state.st_mtime_ns, state.st_size


@lru_cache(maxsize=2)
def stored_layer(stamp: Stamp) -> Layer | None:
    """Return the stored layer, or ``None`` where its file is damaged."""
    return load_layer(Path(stamp[0]))
