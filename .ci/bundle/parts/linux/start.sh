#!/bin/sh
# Starts the app on this computer; installs the program first where that is still to be done. Usage: sh start.sh
set -eu
cd "$(dirname "$0")"
test -x .venv/bin/python || sh install.sh
.venv/bin/python -m planner db upgrade
exec .venv/bin/python -m streamlit run app.py "$@"
