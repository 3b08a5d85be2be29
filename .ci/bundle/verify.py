"""Installs an archive of ``make bundle`` on a computer without any network, and uses it: ``make bundle-test``.

The program runs in a network namespace of its own that holds nothing but the loopback device.
"""

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

APART = "BUNDLE_TEST_APART"
PORT = 8599
PATIENCE = 60.0
"""Seconds until the app must answer."""

ELSEWHERE = ("192.0.2.1", 443)
"""An address that belongs to nobody (RFC 5737): only a computer with a network has a way there."""


def main(archive: Path) -> None:
    """Go where there is no network, then install and use the program."""
    if os.environ.get(APART) != "yes":
        command = ["unshare", "--net", "--map-root-user", sys.executable, __file__, str(archive.resolve())]
        subprocess.run(command, env={**os.environ, APART: "yes"}, check=True)  # noqa: S603  (this very file)
        return
    raise_loopback()
    prove_there_is_no_network()
    with tempfile.TemporaryDirectory() as place:
        prove_it_works(archive, Path(place))
    print(f"{archive.name}: installed and used without any network")  # noqa: T201


def raise_loopback() -> None:
    """Switch on the loopback device of this namespace: the app talks to its own browser by it."""
    get_flags, set_flags, up = 0x8913, 0x8914, 0x1
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = fcntl.ioctl(any_socket, get_flags, struct.pack("16sh", b"lo", 0) + bytes(22))
        flags = struct.unpack("16sh", asked[:18])[1]
        fcntl.ioctl(any_socket, set_flags, struct.pack("16sh", b"lo", flags | up) + bytes(22))


def prove_there_is_no_network() -> None:
    """Fail if there is a way to anywhere else."""
    try:
        socket.create_connection(ELSEWHERE, timeout=2).close()
    except TimeoutError:
        sys.exit("The network is not off.")
    except OSError:
        return
    sys.exit("The network is not off.")


def prove_it_works(archive: Path, place: Path) -> None:
    """Install, migrate, solve, check, back up, and open the app; fail at the first thing that does not work."""
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(place)
    folder = place / archive.stem
    home = place / "home"
    home.mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}

    def run(*command: str, where: Path = folder) -> None:
        subprocess.run(command, cwd=where, env=environment, check=True)  # noqa: S603  (our own arguments)

    def planner(*arguments: str) -> None:
        run(str(folder / ".venv" / "bin" / "planner"), *arguments, where=home)

    run("sh", str(folder / "install.sh"))
    shutil.rmtree(folder / "wheels")
    planner("demo", "--out", "demo", "--time-limit", "60")
    planner("check", "demo", str(Path("demo", "plan")))
    planner("db", "upgrade")
    planner("db", "backup", "kept.backup")
    planner("audit", "verify")
    command = ["sh", "start.sh", "--server.port", str(PORT), "--server.headless", "true"]
    server = subprocess.Popen(command, cwd=folder, env=environment)  # noqa: S603  (our own arguments)
    try:
        prove_it_answers(server)
    finally:
        server.terminate()
        server.wait(timeout=20)


def prove_it_answers(server: "subprocess.Popen[bytes]") -> None:
    """Wait until the app shows its page; fail if it ends or stays silent."""
    silence = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < silence:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/_stcore/health", timeout=5) as answer:
                healthy = answer.status == 200
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=5) as answer:
                page = answer.read()
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
            continue
        if healthy and b"<html" in page:
            return
    sys.exit("The app did not answer.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
