#!/bin/sh
# The figures of the law base in README.md are those of `scrutineer law stats`. After a change of law:
#   WRITE=1 make -C build check TESTS=tests/figures.sh
set -eu
SRC=${SRC:-.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scrutineer law stats >"$work/figures"
sed -n '/^<!-- law stats -->$/,/^<!-- end -->$/p' "$SRC/README.md" | sed '1d;$d' >"$work/told"
if [ -n "${WRITE-}" ]; then
    sed -e "/^<!-- law stats -->\$/r $work/figures" -e '/^<!-- law stats -->$/,/^<!-- end -->$/{/^<!--/!d}' \
        "$SRC/README.md" >"$work/readme"
    cat "$work/readme" >"$SRC/README.md"
elif ! diff "$work/told" "$work/figures"; then
    echo "README.md tells other figures; write them anew: WRITE=1 make -C build check TESTS=tests/figures.sh"
    exit 1
fi
if ! grep -q ', 0 are open\.$' "$work/figures"; then
    echo "a test is missing: no test notices some small changes of the law, see \`scrutineer law mutate\`"
    exit 1
fi
