"""The archive for computers without network: what is put into it, and that it is told exactly.

That it installs and works with the network off shows ``make bundle-test``, which fetches some hundred megabytes.
"""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

METADATA = "Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{more}"


@pytest.fixture(scope="module")
def bundle(repo_root: Path) -> Path:
    """The folder with the scripts."""
    return repo_root / ".ci" / "bundle"


@pytest.fixture
def needs(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What tells the needs of a wheel."""
    monkeypatch.syspath_prepend(str(bundle))
    import needs

    return needs


def wheel(folder: Path, name: str, *more: str) -> Path:
    """Write a wheel that holds nothing but what it says of itself."""
    file = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        said = METADATA.format(name=name, more="".join(f"{line}\n" for line in more))
        archive.writestr(f"{name}-1.0.dist-info/METADATA", said)
    return file


def test_needs_are_those_of_the_other_computer(needs: ModuleType, tmp_path: Path) -> None:
    """Markers are read for the target, not for this computer; extras bring what belongs to them, and only they do."""
    wheels = {
        "own": wheel(
            tmp_path,
            "own",
            "Requires-Dist: everywhere[more]>=1",
            'Requires-Dist: windows-only; sys_platform == "win32"',
            'Requires-Dist: old-only; python_version < "3.12"',
            'Requires-Dist: driver; extra == "postgres"',
            'Requires-Dist: tests; extra == "dev"',
        ),
        "everywhere": wheel(tmp_path, "everywhere", 'Requires-Dist: added; extra == "more"', "Requires-Dist: own"),
    }
    common = {"own", "everywhere", "added", "driver"}
    for platform, python, more in (
        ("linux", "3.11", {"old-only"}),
        ("linux", "3.12", set()),
        ("windows", "3.12", {"windows-only"}),
    ):
        assert needs.needed(wheels, "own", ["postgres"], needs.Target(platform, python)) == common | more


def test_every_wheel_is_told_with_its_hash(needs: ModuleType, tmp_path: Path) -> None:
    """A name stands with version and hash; one that only some targets need stands with exactly their condition."""
    from fetch import requirements

    both, one = wheel(tmp_path, "both"), wheel(tmp_path, "one")
    linux, windows = needs.Target("linux", "3.11"), needs.Target("windows", "3.11")
    first, second = requirements({linux: {"both": both}, windows: {"both": both, "one": one}}).splitlines()
    assert first == f"both==1.0 --hash=sha256:{hashlib.sha256(both.read_bytes()).hexdigest()}"
    assert second.startswith('one==1.0 ; (sys_platform == "win32" and python_version == "3.11") --hash=sha256:')


def test_a_line_that_pins_nothing_is_refused(needs: ModuleType, tmp_path: Path) -> None:
    """A lower bound would give another archive tomorrow."""
    file = tmp_path / "constraints.txt"
    file.write_text("click>=8\n")
    with pytest.raises(ValueError, match="no pin"):
        needs.read_pins(file)


@pytest.mark.parametrize("script", ["install.sh", "start.sh"])
def test_shell_scripts_can_be_read(bundle: Path, script: str) -> None:
    """The shell finds no mistake in their grammar."""
    subprocess.run(["sh", "-n", str(bundle / "parts" / "linux" / script)], check=True)


def test_nothing_is_asked_of_the_network(bundle: Path) -> None:
    """Each installation is told to use nothing but the wheels beside it, and to compare their hashes."""
    for script in ("linux/install.sh", "windows/install.bat"):
        text = (bundle / "parts" / script).read_text(encoding="utf-8")
        assert "--isolated" in text
        assert "--no-index --find-links wheels --require-hashes --no-deps" in text


def test_another_python_is_refused_in_words(bundle: Path, tmp_path: Path) -> None:
    """Without a Python of the versions in the archive the user is told which ones would do; nothing is left behind."""
    script = tmp_path / "install.sh"
    script.write_text((bundle / "parts" / "linux" / "install.sh").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "python-versions").write_text("2.9\n")
    done = subprocess.run(
        ["sh", str(script)], env={"PYTHON": sys.executable, "PATH": "/usr/bin:/bin"}, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert "2.9" in done.stderr.decode()
    assert not (tmp_path / ".venv").exists()
