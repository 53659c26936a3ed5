#!/bin/sh
# Every shipped bill fits the shipped law and forgets nothing. When the law that a bill amends was changed, read both; then
# WRITE=1 writes the lines of "base:" anew.
set -eu
SRC=${SRC:-.}
bad=0
# Bills that amend bills come behind them.
before() {
    case $1 in
    */de-union-exception-back.yaml) echo "$SRC/examples/bills/de-no-union-exception.yaml" ;;
    esac
}
write() {
    # shellcheck disable=SC2046 # none, or one
    scrutineer bill base $(before "$1") "$1" | sed '/^  digest:/d' >"$1.base"
    awk -v base="$1.base" '
    /^base:/ { while ((getline line < base) > 0) print line; inside = 1; next }
    inside && /^ / { next }
    { inside = 0; print }' "$1" >"$1.new"
    mv "$1.new" "$1"
    rm "$1.base"
}
for bill in "$SRC"/examples/bills/*.yaml; do
    [ -z "${WRITE-}" ] || write "$bill"
    first=$(before "$bill")
    # shellcheck disable=SC2086 # none, or one
    said=$(scrutineer bill lint $first "$bill" 2>&1) || bad=1
    case $said in
    *": clean") ;;
    *)
        printf '%s\n%s\n' "$bill:" "$said"
        bad=1
        ;;
    esac
done
exit $bad
