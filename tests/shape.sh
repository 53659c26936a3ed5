#!/bin/sh
# Functions of more than 60 lines and files of more than 1,000 are refused, unless tests/shape.allow names
# them with a reason. Needs Universal Ctags.
set -eu
cd "${SRC:-.}"
command -v ctags >/dev/null || { echo "ctags is not installed"; exit 77; }
bad=0
long=$(ctags -x --_xformat='%{input} %{name} %{line} %{end}' --kinds-c=f core/*.c core/*/*.c tests/unit/*.c \
    tests/bench/*.c tests/fuzz/*.c |
    awk '$4 - $3 + 1 > 60 {print $1 ":" $3 ": " $2 " has " $4 - $3 + 1 " lines"}' |
    grep -vFf tests/shape.allow || true)
[ -z "$long" ] || { echo "$long"; bad=1; }
for f in core/*.[ch] core/*/*.[ch] plugins/*.lua; do
    lines=$(wc -l <"$f")
    [ "$lines" -le 1000 ] || { echo "$f has $lines lines"; bad=1; }
done
exit $bad
