#!/bin/sh
# Runs the commands of the tutorials in examples/ and of the site in doc/ and compares what they print with what the pages say.
# Indented lines of a page are a terminal session, as in tests/cli/transcript, but without its signs for empty
# lines and for lines that look like prose. ACCEPT=1 rewrites the pages with what happened; read the diff.
set -eu
pages="$SRC/examples/new-format/README.md $SRC/examples/bills/README.md $SRC/plugins/README.md
$SRC/doc/index.md $SRC/doc/advisers.md $SRC/doc/regulators.md $SRC/doc/maintainers.md"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# page -> transcript: each block of indented lines begins with its number.
session() {
    case $1 in
    */doc/*) echo "\$ cp -R \"\$SRC/examples\" ." ;;
    *) printf '%s\n' "\$ cp -R \"\$SRC/examples/$(basename "$(dirname "$1")")/.\" .; cp -R \"\$SRC/examples/am\" .." ;;
    esac
    awk '
    /^    / {
        if (!inside) print "# block " ++blocks
        inside = 1
        line = substr($0, 5)
        for (; empty > 0; empty--) print "~"
        if (line !~ /^(\$ |! |\[[0-9]+\]$)/ && line ~ /^[#$![~\\]/) line = "\\" line
        print line
        next
    }
    /^$/ { empty += inside; next }
    { inside = empty = 0 }' "$1"
}

# transcript, page -> page: the blocks are put back in their places.
page() {
    awk '
    FNR == NR {
        if (/^# block /) { block = $3; next }
        if (!block) next
        if (/^\\/) $0 = substr($0, 2)
        else if ($0 == "~") $0 = ""
        text[block] = text[block] ($0 == "" ? "" : "    ") $0 "\n"
        next
    }
    /^    / { if (!inside) printf "%s", text[++blocks]; inside = 1; empty = 0; next }
    /^$/ { if (inside) empty++; else print; next }
    { if (inside) for (; empty > 0; empty--) print ""; inside = empty = 0; print }' "$1" "$2"
}

status=0
for page in $pages; do
    session "$page" >"$work/page.t"
    "$SRC/tests/cli/transcript" "$work/page.t" || status=1
    [ -z "${ACCEPT-}" ] || { page "$work/page.t" "$page" >"$work/page.md" && cp "$work/page.md" "$page"; }
done
exit $status
