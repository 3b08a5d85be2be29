"""Fetching the wheels of a target, and saying exactly which ones they are."""

import hashlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from needs import Target, name_of, needed, requirements_of
from packaging.utils import parse_wheel_filename

NOT_FOR_USE = {"bench", "dev"}
"""Extras that nobody needs who only uses the program."""


def fetch(project: Path, pins: Mapping[str, str], target: Target, folder: Path) -> dict[str, Path]:
    """Fetch whatever a wheel needs at a target; return all wheels by name, the given one included.

    Raises
    ------
    LookupError
        If something is needed that has no pin.
    CalledProcessError
        If there is no wheel of the pinned version for the target.
    """
    folder.mkdir(parents=True, exist_ok=True)
    start = name_of(project)
    extras = [extra for extra in requirements_of(project)[1] if extra not in NOT_FOR_USE]
    wheels = {name_of(file): file for file in folder.glob("*.whl") if _is_pinned(file, pins)} | {start: project}
    while missing := sorted((names := needed(wheels, start, extras, target)) - wheels.keys()):
        if unpinned := [name for name in missing if name not in pins]:
            raise LookupError(f"constraints.txt has no pin for {', '.join(unpinned)}")
        _download([f"{name}=={pins[name]}" for name in missing], target, folder)
        wheels = {name_of(file): file for file in folder.glob("*.whl") if _is_pinned(file, pins)} | {start: project}
    return {name: wheels[name] for name in sorted(names)}


def _is_pinned(wheel: Path, pins: Mapping[str, str]) -> bool:
    name, version, *_ = parse_wheel_filename(wheel.name)
    return pins.get(str(name)) == str(version)


def _download(wanted: Sequence[str], target: Target, folder: Path) -> None:
    platforms = [part for tag in target.tags for part in ("--platform", tag)]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps"]
    command += ["--only-binary=:all:", "--implementation", "cp", "--python-version", target.python, *platforms]
    subprocess.run([*command, "--dest", str(folder), *wanted], check=True)  # noqa: S603  (our own arguments)


def requirements(found: Mapping[Target, Mapping[str, Path]]) -> str:
    """Return a requirements file: every name with its version, its targets and the hashes of its wheels."""
    lines = []
    for name in sorted({name for wheels in found.values() for name in wheels}):
        targets = [target for target, wheels in found.items() if name in wheels]
        files = {found[target][name].name: found[target][name] for target in targets}
        version = parse_wheel_filename(next(iter(files)))[1]
        where = "" if len(targets) == len(found) else " ; " + " or ".join(f"({one.condition})" for one in targets)
        hashes = sorted({hashlib.sha256(file.read_bytes()).hexdigest() for file in files.values()})
        lines.append(" ".join([f"{name}=={version}{where}", *(f"--hash=sha256:{one}" for one in hashes)]))
    return "".join(f"{line}\n" for line in lines)
