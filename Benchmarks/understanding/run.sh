#!/usr/bin/env bash
# Makes the virtual environment if it is missing or old, then prints the table. Arguments: see baselines.py --help.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
venv=$(cd "$here/../.." && pwd)/.venv/baselines
if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
    echo "Installing into $venv …" >&2
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --requirement "$here/requirements.txt" >&2
    cp "$here/requirements.txt" "$venv/installed.txt"
fi
exec "$venv/bin/python" "$here/baselines.py" "$@"
