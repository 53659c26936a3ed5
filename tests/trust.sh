#!/bin/sh
# Each fault, attack and limit in the tables of doc/trust.md names its test, and each test named is there and is run:
# by make check (it stands in a local.mk), or by tests/run.
set -u
cd "${SRC:-.}" || exit 99
bad=0
wrong() {
    echo "doc/trust.md: $1"
    bad=1
}
rows=$(sed -n '/^| *what/d; /^|[-|: ]*$/d; /^## Tools/q; /^|/p' doc/trust.md)
count=$(printf '%s\n' "$rows" | grep -c .)
# The tables are found: an empty list would pass everything.
[ "$count" -ge 20 ] || wrong "only $count lines of tables"
# cells: the last cell of each line.
cells() {
    printf '%s\n' "$rows" | sed 's/ *| *$//; s/.*| *//'
}
# shellcheck disable=SC2016 # backquotes of Markdown
if cells | grep -v '`tests/'; then wrong 'the lines above name no test'; fi
# shellcheck disable=SC2016 # backquotes of Markdown
for test in $(cells | grep -o '`tests/[^` ]*' | tr -d '`' | sort -u); do
    [ -f "$test" ] || [ -f "$test.c" ] || wrong "there is no $test"
    # tests/flips/run is run by tests/flips.sh too; a fuzz target stands without its folder in tests/fuzz/local.mk.
    case $test in
    tests/fuzz/*_fuzz) name=$(basename "$test" _fuzz) ;;
    *) name=$test ;;
    esac
    grep -qwF -e "$name" -e "${test%/run}.sh" tests/local.mk tests/*/local.mk tests/run || wrong "nothing runs $test"
done
exit $bad
