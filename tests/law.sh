#!/bin/sh
# The shipped law base is clean, the tests that its rules carry pass and see every truth of every condition, and every
# plugin is installed and shipped. That they notice every small change is held by tests/figures.sh. What is said to encode
# the rows of the fact sheets is there.
set -eu
for plugin in "$SRC"/plugins/*.lua; do
    grep -q "plugins/$(basename "$plugin")" "$SRC/Makefile.am" || {
        echo "$plugin is not among plugins_DATA of Makefile.am"
        exit 1
    }
done
cat "$SRC"/lawbase/*/*.yaml "$SRC"/lawbase/*/rules/*.yaml | awk -v rows="$SRC/tests/data/sheet-rows.tsv" '
    /^- (rule|parameter): / { there[$3] = 1 }
    /^- instrument: / { act = $3 }
    match($0, /^ +- {?provision: /) {
        name = substr($0, RLENGTH + 1)
        gsub(/"|[,}].*/, "", name)
        there[act "/" name] = 1
    }
    END {
        FS = "\t"
        while ((getline <rows) > 0) {
            count = /^#/ ? 0 : split($3, names, " ")
            if (!/^#/ && count == 0 && $4 == "") { print $2 ": neither encoded nor left out"; bad = 1 }
            for (i = 1; i <= count; i++)
                if (!(names[i] in there)) { print $2 ": there is no " names[i]; bad = 1 }
            told += count
        }
        if (told == 0) { print "no rows were read"; bad = 1 }
        exit bad
    }'
scrutineer law lint
scrutineer law test
scrutineer law coverage
