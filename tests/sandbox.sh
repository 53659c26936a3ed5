#!/bin/sh
# luacheck and the sandbox know the same names.
set -eu
cd "${SRC:-.}"
seen=$(mktemp -d)
trap 'rm -rf "$seen"' EXIT
sed -n '/^static const char .const base_names/,/;$/p' core/plugin/sandbox.c | grep -o '"[a-z]*"' | tr -d '"' >"$seen/names"
sed -n '/^void sandbox_push/,/^}/p' core/plugin/sandbox.c |
    grep -oE '(setfield\(L, -2, |set_function\(L, )"[a-z]+"' | grep -o '"[a-z]*"' | tr -d '"' |
    grep -vxE 'rep|sort' >>"$seen/names"
sed -n '/read_globals/,/}/p' .luacheckrc | grep -o '"[a-z]*"' | tr -d '"' | sort >"$seen/luacheck"
sort "$seen/names" | diff - "$seen/luacheck"
