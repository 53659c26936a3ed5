#!/bin/sh
# Every word of the program that reports say has a translation in each catalogue, and gettext accepts the catalogues.
set -eu
command -v xgettext >/dev/null && command -v msgcmp >/dev/null || {
    echo "gettext is not installed"
    exit 77
}
words=$(mktemp)
trap 'rm -f "$words"' EXIT
xgettext --from-code=UTF-8 --language=C --keyword=N_ --no-location --omit-header -o "$words" "$SRC"/core/report/*.c \
    "$BUILD/core/report/html/report_page.h"
for catalogue in "$SRC"/po/*.po; do
    msgfmt --check -o /dev/null "$catalogue"
    msgcmp "$catalogue" "$words" 2>&1
done
