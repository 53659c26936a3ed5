#!/bin/sh
# scrutineer lsp: the protocol (tests/lsp.py), then in neovim (tests/lsp.lua).
set -eu
SRC=${SRC:-.}
command -v python3 >/dev/null || { echo "python3 is not installed"; exit 77; }
python3 "$SRC/tests/lsp.py"
command -v nvim >/dev/null || { echo "neovim is not installed: left out"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
scrutineer plugin new late-loan >/dev/null
XDG_STATE_HOME="$work" XDG_DATA_HOME="$work" XDG_CONFIG_HOME="$work" nvim --headless -u NONE -i NONE -n \
    -c "luafile $SRC/tests/lsp.lua" -c 'cquit 1' 2>&1
echo
