"""Asks pip whether the wheels of an archive are the right ones for every platform and Python it is made for."""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from needs import Target
from packaging.markers import Marker


def main(archive: Path) -> None:
    """Fail at the first target for which a wheel is missing, does not fit or has another hash."""
    with tempfile.TemporaryDirectory() as place:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(place)
        folder = Path(place) / archive.stem
        scripts = {"linux": "start.sh", "windows": "start.bat"}
        platforms = [platform for platform, script in scripts.items() if (folder / script).is_file()]
        for python in (folder / "python-versions").read_text(encoding="utf-8").split():
            for platform in platforms:
                prove_it_fits(folder, Target(platform, python))
                print(f"{archive.name}: complete for {platform}, Python {python}")  # noqa: T201


def prove_it_fits(folder: Path, target: Target) -> None:
    """Let pip choose the wheels of one target; it has no other source and verifies every hash."""
    wanted = folder / f"requirements-{target.platform}-{target.python}.txt"
    wanted.write_text("".join(lines_for(folder / "requirements.txt", target)), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check", "--quiet", "download"]
    command += ["--no-index", "--find-links", str(folder / "wheels"), "--require-hashes", "--no-deps"]
    command += ["--only-binary=:all:", "--implementation", "cp", "--python-version", target.python]
    command += [part for tag in target.tags for part in ("--platform", tag)]
    command += ["--dest", str(folder / f"{target.platform}-{target.python}"), "--requirement", str(wanted)]
    subprocess.run(command, check=True)  # noqa: S603  (our own arguments)


def lines_for(requirements: Path, target: Target) -> list[str]:
    """Return the lines whose marker holds at the target, without the marker."""
    lines = []
    for line in requirements.read_text(encoding="utf-8").splitlines():
        pin, _, hashes = line.partition(" --hash=")
        name, _, condition = pin.partition(" ; ")
        if not condition or Marker(condition).evaluate(target.environment("")):
            lines.append(f"{name} --hash={hashes}\n")
    return lines


if __name__ == "__main__":
    main(Path(sys.argv[1]))
