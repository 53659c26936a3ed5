#!/bin/sh
# A sweep over values of limits gives what as many separate checks give, each by a law base that has the value: of a limit on
# sums of groups, of one that picks single records, and of both together.
set -eu
SRC=${SRC:-.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rows=${ROWS:-4000}
law=$work/law
mkdir "$law"
cp "$SRC"/lawbase/*.yaml "$law"
cp -R "$SRC/tests/bench/screening-law/zs" "$law"
chmod -R u+w "$law"
cat >>"$law/zs/parameters.yaml" <<'END'
- parameter: zs.large
  title: {en: A very large gift}
  type: money
  versions:
    - {from: 2017-01-01, value: 1000000 AMD, provision: zs.act/1, source: invented, confidence: high}
END
sed -i 's/amount > money("1000000 AMD")/amount > large/' "$law/zs/rules/screening.yaml"
"$BUILD/tests/bench/generate" csv --rows "$rows" >"$work/rows.csv"
run() {
    scrutineer "$@" -j zs --format-in "$SRC/tests/bench/contributions.yaml" "$work/rows.csv" 2>/dev/null
}
# value of the cap, value of a large gift -> indicators of both rules and their sums, by a check of its own
check() {
    rm -rf "$work/own"
    cp -R "$law" "$work/own"
    sed -i "s/value: 3000000 AMD/value: $1 AMD/; s/value: 1000000 AMD/value: $2 AMD/" "$work/own/zs/parameters.yaml"
    run check --lawbase "$work/own" --fail-on never | awk -v swept="$3" '
    $1 ~ swept && NF >= 5 { found += $3; sum += $7 }
    END { printf "%d %.2f\n", found, sum }'
}
# the same out of one line of a sweep
point() {
    awk -F, -v value="$1" 'index($0, value ",") == 1 {
        split($NF, part, " ")
        sum = part[2]
        sub(/"/, "", sum)
        printf "%d %.2f\n", $(NF - 3), sum
    }' "$work/sweep.csv"
}
bad=0
compare() {
    [ -n "$3" ] && [ "$2" = "$3" ] && return
    echo "$1: a check of its own finds $2, the sweep $3"
    bad=1
}
run bill sweep zs.cap=300000..900000/200000 --lawbase "$law" --format csv >"$work/sweep.csv"
for cap in 300000 500000 700000 900000; do
    compare "cap $cap" "$(check $cap 1000000 '^zs.cap$')" "$(point "$cap.00 AMD")"
done
run bill sweep zs.large=100000..400000/100000 --lawbase "$law" --format csv >"$work/sweep.csv"
for large in 100000 200000 300000 400000; do
    compare "large $large" "$(check 3000000 $large '^zs.s06$')" "$(point "$large.00 AMD")"
done
run bill sweep zs.cap=300000,600000 zs.large=100000,300000 --lawbase "$law" --format csv >"$work/sweep.csv"
for cap in 300000 600000; do
    for large in 100000 300000; do
        compare "cap $cap, large $large" "$(check $cap $large '^zs.(cap|s06)$')" "$(point "$cap.00 AMD,$large.00 AMD")"
    done
done
# Threads make no difference, nor does memory.
run bill sweep zs.cap=300000..900000/200000 --lawbase "$law" --jobs 1 >"$work/one"
run bill sweep zs.cap=300000..900000/200000 --lawbase "$law" --jobs 3 --memory 64K >"$work/three"
cmp "$work/one" "$work/three" || bad=1
exit $bad
