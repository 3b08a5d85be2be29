"""What a wheel needs on another computer.

pip can fetch wheels for another platform, but reads markers such as ``sys_platform == "win32"`` with the eyes of the
computer it runs on. So markers are read here, and pip is asked for one wheel per name.
"""

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

OLDEST_GLIBC = 28
"""2.28: Debian 10, Ubuntu 18.10, RHEL 8 and all that came later."""


@dataclass(frozen=True)
class Target:
    """A kind of computer: platform and version of CPython."""

    platform: str
    python: str

    @property
    def tags(self) -> tuple[str, ...]:
        """The platform tags of wheels that run there, best first."""
        if self.platform == "windows":
            return ("win_amd64",)
        recent = (f"manylinux_2_{minor}_x86_64" for minor in range(OLDEST_GLIBC, 4, -1))
        return (*recent, "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64")

    @property
    def condition(self) -> str:
        """The marker that holds there and at no other target."""
        system = "win32" if self.platform == "windows" else "linux"
        return f'sys_platform == "{system}" and python_version == "{self.python}"'

    def environment(self, extra: str) -> dict[str, str]:
        """Return the values of markers there."""
        windows = self.platform == "windows"
        return {
            "os_name": "nt" if windows else "posix",
            "sys_platform": "win32" if windows else "linux",
            "platform_system": "Windows" if windows else "Linux",
            "platform_machine": "AMD64" if windows else "x86_64",
            "platform_release": "",
            "platform_version": "",
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "extra": extra,
        }


def read_pins(file: Path) -> dict[str, str]:
    """Return the pinned version of every name in a constraints file.

    Raises
    ------
    ValueError
        If a line is no pin.
    """
    pins = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, equals, version = line.partition("==")
        if not equals:
            raise ValueError(f"{file.name}: no pin: {line}")
        pins[canonicalize_name(name)] = version.strip()
    return pins


def name_of(wheel: Path) -> str:
    """Return the canonical name of the project a wheel belongs to."""
    return str(parse_wheel_filename(wheel.name)[0])


def requirements_of(wheel: Path) -> tuple[tuple[Requirement, ...], tuple[str, ...]]:
    """Return what a wheel says it requires, and its extras."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        metadata = HeaderParser().parsestr(archive.read(name).decode("utf-8"))
    required = metadata.get_all("Requires-Dist") or []
    return tuple(Requirement(line) for line in required), tuple(metadata.get_all("Provides-Extra") or ())


def needed(wheels: Mapping[str, Path], start: str, extras: Iterable[str], target: Target) -> set[str]:
    """Return the names a project needs at a target, itself included, as far as the wheels at hand tell.

    Parameters
    ----------
    wheels
        The wheels at hand by canonical name; a name not among them is in the answer, but nobody is asked what it needs.
    start
        The canonical name of the project.
    extras
        Its extras that are wanted.
    """
    seen: set[tuple[str, str]] = set()
    open_ = [(start, extra) for extra in ("", *extras)]
    while open_:
        name, extra = open_.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        if name not in wheels:
            continue
        environment = target.environment(extra)
        for requirement in requirements_of(wheels[name])[0]:
            if requirement.marker is None or requirement.marker.evaluate(environment):
                child = canonicalize_name(requirement.name)
                open_ += [(child, wanted) for wanted in ("", *requirement.extras)]
    return {name for name, _ in seen}
