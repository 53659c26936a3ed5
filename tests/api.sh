#!/bin/sh
# The reference of what a plugin may call and the stubs for editors are what the program makes from core/plugin/api.c
# (WRITE=1 writes them anew); tests/unit/plugin_test holds that table against the sandbox and runs its examples.
set -eu
SRC=${SRC:-.}
bad=0
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
compare() {
    if [ -n "${WRITE-}" ]; then
        mkdir -p "$(dirname "$2")"
        cp "$1" "$2"
    elif ! cmp -s "$1" "$2"; then
        echo "$2 is not what the program makes; write it anew: WRITE=1 make -C build check TESTS=tests/api.sh"
        bad=1
    fi
}
scrutineer plugin api --format markdown >"$made/API.md"
scrutineer plugin api --format luacats >"$made/scrutineer.d.lua"
compare "$made/API.md" "$SRC/plugins/API.md"
compare "$made/scrutineer.d.lua" "$SRC/plugins/editor/scrutineer.d.lua"
# The stubs name each function of the reference, and no other; they are Lua.
grep -o '^\* `[a-z.]*(' "$made/API.md" | tr -d '* `(' | sort >"$made/told"
grep -o '^function [a-z_.]*(' "$made/scrutineer.d.lua" | sed 's/^function //; s/^scrutineer_//' | tr -d '(' | sort >"$made/stubs"
diff "$made/told" "$made/stubs" || bad=1
if command -v luac5.4 >/dev/null; then luac5.4 -p "$made/scrutineer.d.lua" || bad=1; fi
exit $bad
