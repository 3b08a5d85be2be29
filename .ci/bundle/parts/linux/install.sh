#!/bin/sh
# Installs the program into .venv beside this file, from the wheels of this archive alone. Usage: sh install.sh
set -eu
cd "$(dirname "$0")"
read -r versions < python-versions

python=""
for candidate in ${PYTHON:-} python3.12 python3.11 python3; do
    if command -v "$candidate" > /dev/null && "$candidate" -c "
import sys
sys.exit('%d.%d' % sys.version_info[:2] not in '$versions'.split())" 2> /dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Es fehlt ein Python (64 Bit) in einer dieser Versionen: $versions. Ist es da, aber nicht im Suchpfad: PYTHON=/pfad/zu/python sh install.sh" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2> /dev/null; then
    echo "Zu $python fehlt das Modul venv (unter Debian und Ubuntu das Paket python3-venv)." >&2
    exit 1
fi

echo "Das Programm wird mit $("$python" --version) in $(pwd)/.venv eingerichtet ..."
rm -rf .venv
"$python" -m venv .venv
.venv/bin/python -m pip --isolated --disable-pip-version-check --quiet install \
    --no-index --find-links wheels --require-hashes --no-deps --requirement requirements.txt
.venv/bin/python -m pip --isolated --disable-pip-version-check check > /dev/null
.venv/bin/python -m planner --version
