#!/bin/sh
# Every word that reports say has a translation in each catalogue, and gettext accepts the catalogues: the program's own,
# the sentences of the plugins, and the fields and codes of the vocabulary.
set -eu
command -v xgettext >/dev/null && command -v msgcmp >/dev/null || {
    echo "gettext is not installed"
    exit 77
}
words=$(mktemp)
trap 'rm -f "$words" "$words.c"' EXIT
xgettext --from-code=UTF-8 --language=C --keyword=N_ --no-location --omit-header -o "$words" "$SRC"/core/report/*.c \
    "$BUILD/core/report/html/report_page.h"
# What is no C is written as C, so that gettext reads it.
{
    sed -n 's/.*because = \("[^"]*"\).*/N_(\1)/p' "$SRC"/plugins/*.lua
    awk '
    function told(name) { gsub("_", " ", name); print "N_(\"" name "\")" }
    { match($0, /^ */); depth = RLENGTH; name = $1; sub(/:.*/, "", name) }
    depth <= codes { codes = 0 }
    codes && /^ *[a-z-]+: / { gsub(" ", "", name); print "N_(\"" name "\")" }
    /^ *codes:$/ { codes = depth }
    /^ *[a-z_]+: \{type:/ { told(name) }
    /^ *type: / { told(before) }
    /^ *[a-z_]+:$/ { before = name }' "$SRC/lawbase/vocabulary.yaml"
} >"$words.c"
xgettext --from-code=UTF-8 --language=C --keyword=N_ --no-location --omit-header --join-existing -o "$words" "$words.c"
[ "$(grep -c '^msgid' "$words")" -gt 500 ] || { echo "the plugins' sentences and the vocabulary are not read"; exit 1; }
for catalogue in "$SRC"/po/*.po; do
    msgfmt --check -o /dev/null "$catalogue"
    msgcmp "$catalogue" "$words" 2>&1
done
