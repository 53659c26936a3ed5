#!/bin/sh
# The site is made out of the project's pages; links lead somewhere, and commands and options that it names exist.
set -eu
command -v cmark-gfm >/dev/null || { echo "cmark-gfm is not installed"; exit 77; }
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$SRC/doc/make-site" "$work"
python3 "$SRC/tests/site.py" "$work" "$SRC/doc/pages"
