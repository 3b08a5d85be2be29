"""From a folder, a workbook, a ZIP file or uploads to raw tables and a scenario text."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from planner.errors import InputError, Problem
from planner.tables.archive import open_zip
from planner.tables.csvfile import read_csv
from planner.tables.nearest import nearest
from planner.tables.raw import Bundle, Document, warning
from planner.tables.schemas import AUDIT, OPTIONAL, REQUIRED
from planner.tables.textfile import check_size, decode
from planner.tables.workbook import read_workbook

_KNOWN = (*REQUIRED, *OPTIONAL)
_OFFICE = (".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm", ".xls", ".ods")
_SCENARIO = "scenario.toml"


def from_path(source: Path, scenario: Path | None) -> Bundle:
    """Read a folder of CSV files, a workbook with its TOML file beside it, or a ZIP file of such a folder.

    Raises
    ------
    InputError
        Where there is no such source. Problems with single files are gathered in the bundle.
    """
    if source.is_dir():
        files = {path.name: path for path in sorted(source.iterdir()) if path.is_file()}
        chosen = scenario or source / _SCENARIO
        bundle = _gather({name: path for name, path in files.items() if _suffix(name) == ".csv"})
        _add_scenario(bundle, chosen.name, chosen)
        return bundle
    if not source.is_file():
        raise InputError.of("source.missing", file=source.name)
    chosen = scenario or source.with_suffix(".toml")
    if _suffix(source.name) in _OFFICE:
        bundle = _gather_workbook(source.name, source)
    elif _suffix(source.name) == ".zip":
        bundle = from_uploads({source.name: _bytes(source.name, source)}, with_scenario=scenario is None)
        if scenario is None:
            return bundle
    else:
        raise InputError.of("source.unknown", file=source.name)
    _add_scenario(bundle, chosen.name, chosen)
    return bundle


def from_uploads(files: Mapping[str, bytes], *, with_scenario: bool = True) -> Bundle:
    """Read uploads: CSV files and a TOML file, or a workbook and a TOML file, or a ZIP file of a folder.

    Raises
    ------
    InputError
        ``file.too_large`` if all of it is too large, ``source.mixed`` for several kinds at once, and what ``open_zip``
        raises.
    """
    check_size(", ".join(sorted(files)), sum(map(len, files.values())))
    named = {_base(name): data for name, data in files.items()}
    archives = [name for name in named if _suffix(name) == ".zip"]
    books = [name for name in named if _suffix(name) in _OFFICE]
    tables = {name: data for name, data in named.items() if _suffix(name) == ".csv"}
    if len(archives) + len(books) + bool(tables) > 1:
        raise InputError.of("source.mixed", file=", ".join(sorted(named)))
    if archives:
        with open_zip(archives[0], named[archives[0]]) as packed:
            inside = [i for i in packed.infolist() if _belongs(i.filename)]
            if len({_base(i.filename) for i in inside}) < len(inside):
                raise InputError.of("zip.folders", file=archives[0])
            try:
                return from_uploads({_base(i.filename): packed.read(i) for i in inside}, with_scenario=with_scenario)
            except (OSError, EOFError, ValueError, NotImplementedError):
                raise InputError.of("zip.broken", file=archives[0]) from None
    bundle = _gather_workbook(books[0], named[books[0]]) if books else _gather(tables)
    if with_scenario:
        _choose_scenario(bundle, named)
    return bundle


def _choose_scenario(bundle: Bundle, named: Mapping[str, bytes]) -> None:
    """Take ``scenario.toml``, or the only TOML file."""
    candidates = sorted(name for name in named if _suffix(name) == ".toml")
    chosen = next((name for name in candidates if name.casefold() == _SCENARIO), None)
    if chosen is None and len(candidates) > 1:
        bundle.problems.append(Problem("scenario.several", {"found": ", ".join(candidates)}, file=_SCENARIO))
        return
    chosen = chosen or (candidates[0] if candidates else _SCENARIO)
    _add_scenario(bundle, chosen, named.get(chosen))


def _gather(files: Mapping[str, Path] | Mapping[str, bytes]) -> Bundle:
    bundle = Bundle()
    total = 0
    for name, content in files.items():
        table = name[: -len(".csv")].strip().casefold()
        if not _wanted(bundle, table, name):
            continue
        try:
            data = _bytes(name, content)
            total += len(data)
            check_size(name, total)
            bundle.tables[table] = read_csv(name, decode(name, data))
        except InputError as error:
            bundle.problems.extend(error.problems)
            bundle.broken.add(table)
    return bundle


def _gather_workbook(name: str, content: Path | bytes) -> Bundle:
    bundle = Bundle()
    try:
        for title, raw in read_workbook(name, _bytes(name, content)):
            table = title.strip().casefold()
            if _wanted(bundle, table, raw.file):
                bundle.tables[table] = raw
    except InputError as error:
        bundle.problems.extend(error.problems)
        bundle.broken.update(_KNOWN)
    return bundle


def _wanted(bundle: Bundle, table: str, file: str) -> bool:
    """Return whether a table belongs to a case; report strangers and doubles."""
    if table == AUDIT:
        return False
    if table not in _KNOWN:
        near = nearest(table, _KNOWN)
        bundle.problems.append(warning("table.unknown_near" if near else "table.unknown", file, nearest=near))
    elif table in bundle.tables or table in bundle.broken:
        bundle.problems.append(Problem("table.twice", file=file))
    else:
        return True
    return False


def _add_scenario(bundle: Bundle, name: str, content: Path | bytes | None) -> None:
    try:
        if content is None:
            raise InputError.of("file.missing", file=name)
        bundle.scenario = Document(name, decode(name, _bytes(name, content)))
    except InputError as error:
        bundle.problems.extend(error.problems)


def _bytes(name: str, content: Path | bytes) -> bytes:
    """Return the content; the size of a file is asked before it is opened."""
    if isinstance(content, bytes):
        return content
    try:
        check_size(name, content.stat().st_size)
        return content.read_bytes()
    except FileNotFoundError:
        raise InputError.of("file.missing", file=name) from None
    except OSError as error:
        raise InputError.of("file.unreadable", file=name, detail=error.strerror or "") from None


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.casefold()


def _base(name: str) -> str:
    """Return the file name of a path from any system; an upload never chooses a place on this machine."""
    return name.replace("\\", "/").rsplit("/", 1)[-1]


def _belongs(name: str) -> bool:
    """Return whether a packed file is part of a case, and not the packing system's own (``__MACOSX``)."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
    return not hidden and _suffix(name) in {".csv", ".toml", *_OFFICE}
