#!/bin/sh
# --watch runs again when something changes (tests/watch.py).
set -eu
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
exec python3 "${SRC:-.}/tests/watch.py"
