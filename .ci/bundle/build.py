"""Writes the archive with which the program is installed where there is no network: ``make bundle``."""

import argparse
import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import resolve
import verify
from fetch import fetch, requirements
from needs import Target, name_of, read_pins
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).resolve().parents[2]
PARTS = Path(__file__).parent / "parts"
BESIDE = (
    "app.py",
    ".streamlit/config.toml",
    ".streamlit/secrets.example.toml",
    "LICENSE",
    "CHANGELOG.md",
    "README.md",
    "docs",
)
PYTHONS = ("3.11", "3.12")
PLATFORMS = {"linux": "linux-x86_64", "windows": "windows-amd64"}
SAME_TIME = (2020, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the same content gives the same archive."""

RUNNABLE = 0o100755 << 16
READABLE = 0o100644 << 16


def main() -> None:
    """Write one archive per run, and its checksum beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--platform", choices=(*PLATFORMS, "all"), default="all")
    parser.add_argument("--python", nargs="+", choices=PYTHONS, default=PYTHONS, metavar="VERSION")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--cache", type=Path, default=ROOT / "build" / "wheels")
    parser.add_argument("--test", action="store_true", help="prove that it is complete, and that it works on Linux")
    chosen = parser.parse_args()
    platforms = tuple(PLATFORMS) if chosen.platform == "all" else (chosen.platform,)
    pins = read_pins(ROOT / "constraints.txt")
    project = built(chosen.cache / "own")
    found = {}
    for target in (Target(platform, python) for platform in platforms for python in chosen.python):
        print(f"Wheels for {target.platform}, Python {target.python} ...", flush=True)  # noqa: T201
        found[target] = fetch(project, pins, target, chosen.cache / f"{target.platform}-{target.python}")
    suffix = PLATFORMS.get(chosen.platform, "all")
    name = f"{name_of(project)}-{parse_wheel_filename(project.name)[1]}-{suffix}"
    chosen.out.mkdir(parents=True, exist_ok=True)
    archive = chosen.out / f"{name}.zip"
    write(archive, content(found, chosen.python, platforms))
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
    Path(f"{archive}.sha256").write_text(f"{checksum}  {archive.name}\n", encoding="utf-8")
    print(f"{archive}  {archive.stat().st_size / 1e6:.0f} MB", flush=True)  # noqa: T201
    if chosen.test:
        resolve.main(archive)
        if "linux" in platforms:
            verify.main(archive)


def built(folder: Path) -> Path:
    """Build the wheel of the program itself and return it."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  (our own arguments)
    (wheel,) = folder.glob("*.whl")
    return wheel


def content(
    found: Mapping[Target, Mapping[str, Path]], pythons: tuple[str, ...], platforms: tuple[str, ...]
) -> dict[str, Path | bytes]:
    """Return what the archive holds: a file or its bytes by the name inside."""
    inside: dict[str, Path | bytes] = {
        "requirements.txt": requirements(found).encode(),
        "python-versions": f"{' '.join(pythons)}\n".encode(),
        "LIESMICH.md": PARTS / "LIESMICH.md",
    }
    for part in BESIDE:
        every = sorted((ROOT / part).rglob("*")) if (ROOT / part).is_dir() else [ROOT / part]
        inside |= {file.relative_to(ROOT).as_posix(): file for file in every if file.is_file()}
    for platform in platforms:
        for script in sorted((PARTS / platform).iterdir()):
            text = script.read_text(encoding="utf-8")
            inside[script.name] = (text.replace("\n", "\r\n") if platform == "windows" else text).encode()
    return inside | {f"wheels/{file.name}": file for wheels in found.values() for file in wheels.values()}


def write(archive: Path, inside: Mapping[str, Path | bytes]) -> None:
    """Write the archive: whole, or not at all."""
    draft = archive.with_suffix(".part")
    with zipfile.ZipFile(draft, "w") as target:
        for name, what in sorted(inside.items()):
            entry = zipfile.ZipInfo(f"{archive.stem}/{name}", SAME_TIME)
            entry.external_attr = RUNNABLE if name.endswith(".sh") else READABLE
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".whl") else zipfile.ZIP_DEFLATED
            target.writestr(entry, what if isinstance(what, bytes) else what.read_bytes())
    draft.replace(archive)


if __name__ == "__main__":
    main()
