#!/bin/sh
# The JSON Schemas in lawbase/schema are what the program makes from the tables by which it reads (WRITE=1 writes them
# anew), they know the same keys as core/filing, and, where Python can tell, they accept the shipped law base and
# refuse what the program refuses.
set -eu
SRC=${SRC:-.}
bad=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in jurisdiction instruments parameters definitions elections rules threats standard vocabulary format layouts \
    header-words; do
    file="$SRC/lawbase/schema/$name.schema.json"
    scrutineer law schema "$name" >"$work/schema"
    if [ -n "${WRITE-}" ]; then
        cp "$work/schema" "$file"
    elif ! cmp -s "$work/schema" "$file"; then
        echo "$file is not what the program makes; write it anew: WRITE=1 make -C build check TESTS=tests/schema.sh"
        bad=1
    fi
done
# core/filing keeps its tables to itself; core/report/filing_kinds.c repeats them.
keys() {
    grep -ohE '\{"[a-z_]+", (true|false), NODE_[A-Z]+, (true|false)\}' "$@" | sort
}
keys "$SRC"/core/filing/*.c >"$work/read"
keys "$SRC/core/report/filing_kinds.c" | grep -vE '"(header_words|records", true, NODE_MAP, false}|(codes|currencies|constants)", false, NODE_MAP, false}|totals)' >"$work/told" || true
grep -vE '"(records", true, NODE_MAP, false}|(codes|currencies|constants)", false, NODE_MAP, false})' "$work/read" >"$work/read.some"
if ! diff "$work/read.some" "$work/told"; then
    echo "core/report/filing_kinds.c does not repeat the tables of core/filing"
    bad=1
fi
if python3 -c 'import jsonschema, yaml' 2>/dev/null; then
    python3 "$SRC/tests/schema.py" "$SRC" "$work" || bad=1
else
    echo "python3 with jsonschema and yaml is not there: the schemas were not tried on files"
fi
exit $bad
