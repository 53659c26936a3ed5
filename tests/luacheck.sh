#!/bin/sh
# plugin lint tells luacheck's findings besides ours, with the sandbox's names.
set -eu
command -v luacheck >/dev/null || { echo "luacheck is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
scrutineer plugin new late-loan >/dev/null
scrutineer plugin lint late-loan >out 2>err || { cat out err; exit 1; }
grep -qx 'luacheck: nothing to mend' out
sed -i 's/^  return law.finding {/  local spare = 1\n  log("a")\n&/' late-loan/plugins/late-loan.lua
if scrutineer plugin lint late-loan >out 2>err; then echo "an unused local is no finding"; exit 1; fi
grep "late-loan.lua:9:9: (W211) unused variable .*spare" err
grep -v spare err && { echo "log is a global of plugins"; exit 1; }
scrutineer plugin lint >out 2>err || { cat out err; exit 1; }
grep -x 'luacheck: nothing to mend' out
