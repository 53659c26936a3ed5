#!/bin/sh
# The JSON Schemas in lawbase/schema are what the program makes from the tables by which it reads (WRITE=1 writes them
# anew), no table of core/filing stands apart from them, and, where Python can tell, they accept the shipped law base and
# refuse what the program refuses.
set -eu
SRC=${SRC:-.}
bad=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in jurisdiction instruments parameters definitions elections rules letters publication threats standard bill schemes vocabulary format layouts \
    header-words names; do
    file="$SRC/lawbase/schema/$name.schema.json"
    scrutineer law schema "$name" >"$work/schema"
    if [ -n "${WRITE-}" ]; then
        cp "$work/schema" "$file"
    elif ! cmp -s "$work/schema" "$file"; then
        echo "$file is not what the program makes; write it anew: WRITE=1 make -C build check TESTS=tests/schema.sh"
        bad=1
    fi
done
# The keys of what describes filings stand in one place, and each kind of them is told.
for file in "$SRC"/core/filing/*.c; do
    case $file in */kinds.c) continue ;; esac
    if grep -n 'struct node_key .*\[\] =' "$file"; then
        echo "$file has a table of keys; core/filing/kinds.c is their place"
        bad=1
    fi
done
grep -oE '[a-z_]+_kind\b' "$SRC/core/filing/kinds.h" >"$work/kinds"
while read -r kind; do
    if ! grep -q "&$kind\b" "$SRC/core/report/filing_kinds.c"; then
        echo "core/report/filing_kinds.c does not tell $kind"
        bad=1
    fi
done <"$work/kinds"
if python3 -c 'import jsonschema, yaml' 2>/dev/null; then
    python3 "$SRC/tests/schema.py" "$SRC" "$work" || bad=1
else
    echo "python3 with jsonschema and yaml is not there: the schemas were not tried on files"
fi
exit $bad
