#!/bin/sh
# libscrutineer as another program sees it: what it shows and what it calls, its header in C and C++, the example of
# examples/embed built with pkg-config against an installed copy, and its silence.
set -eu
SRC=${SRC:-.} BUILD=${BUILD:-build}
library=$BUILD/.libs/libscrutineer.so
[ -f "$library" ] || { echo "built without a shared library"; exit 77; }
setting() {
    sed -n "s/^$1 = //p" "$BUILD/Makefile" | head -n 1
}
bad=0
complain() {
    echo "$1"
    bad=1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The functions of the header are what the library shows, all with a version, and nothing else.
sed '/^ \*/d; /^\/\*/d' "$SRC/core/scrutineer.h" | grep -oE '\bscr_[a-z_]+\(' | tr -d '(' | sort -u >"$work/told"
nm -D --defined-only "$library" | awk '$2 == "T" {print $3}' | sort >"$work/shown"
sed -n 's/@@SCRUTINEER_0$//p' "$work/shown" | diff "$work/told" - || complain "the header and the library differ"
nm -D --defined-only "$library" | awk '$2 != "T" && $2 != "A"' | grep . && complain "the library shows more than functions"

# It cannot exit, print or touch signals: it does not call what could.
sanitized=$(setting SCR_CFLAGS | grep -c fsanitize || true)
if [ "$sanitized" -eq 0 ]; then
    nm -D --undefined-only "$library" | awk '{print $2}' | sed 's/@.*//' |
        grep -xE '_?exit|quick_exit|_Exit|v?printf|__v?printf_chk|puts|putchar|perror|stdout|stderr|v?syslog|signal|sigaction|sigprocmask|pthread_sigmask|raise|kill|alarm|setlocale|chdir|umask|setenv|putenv|system|popen|fork|execv.*|dlopen|socket|connect' &&
        complain "the library calls those"
fi

# No function of ours has the name of a library's: in the program the linker would give the library ours.
if [ "$sanitized" -eq 0 ]; then
    nm --defined-only "$BUILD/scrutineer" | awk '$2 == "T" {print $3}' | sort -u >"$work/ours"
    ldd "$BUILD/scrutineer" | awk '$3 ~ /^\// && $1 !~ /^(libc|libm|libgcc_s|libstdc\+\+)\./ {print $3}' | while read -r other; do
        nm -D --defined-only "$other" | awk '$2 == "T" {print $3}' | sed 's/@.*//'
    done | grep -vxE '_init|_fini' | sort -u | comm -12 - "$work/ours" >"$work/both"
    [ ! -s "$work/both" ] || complain "names of a library: $(tr '\n' ' ' <"$work/both")"
fi

# The header, in C and in C++.
cc=$(setting CC)
echo '#include "scrutineer.h"' >"$work/face.c"
$cc -std=c11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I"$SRC/core" "$work/face.c"
cxx=c++
case $cc in clang*) cxx=clang++ ;; esac
if command -v $cxx >/dev/null; then
    cat >"$work/face.cc" <<'END'
#include "scrutineer.h"
int main()
{
    scr_options o = scr_options();
    o.size = sizeof o;
    scr_session *s = scr_session_new(&o);
    scr_session_free(s);
    return scr_version() ? 0 : 1;
}
END
    $cxx -std=c++11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I"$SRC/core" "$work/face.cc"
fi

# The example against an installed copy.
make -C "$BUILD" -s prefix="$work" libdir="$work/lib" includedir="$work/include" pkgconfigdir="$work/lib/pkgconfig" \
    install-libLTLIBRARIES install-includeHEADERS install-pkgconfigDATA >/dev/null 2>&1
export PKG_CONFIG_PATH="$work/lib/pkgconfig" LD_LIBRARY_PATH="$work/lib"
cp "$SRC"/examples/embed/* "$work/"
flags="-std=c11 -Wall -Wextra -Werror"
[ "$sanitized" -eq 0 ] || flags="$flags -fsanitize=address,undefined"
sed -i "s,^prefix=.*,prefix=$work,; s,^libdir=.*,libdir=$work/lib,; s,^includedir=.*,includedir=$work/include," \
    "$PKG_CONFIG_PATH/scrutineer.pc"
make -C "$work" -s CC="$cc" CFLAGS="$flags" embed
cd "$SRC/examples/am"
"$work/embed" "$SRC/lawbase" "$SRC/plugins" donations.csv >"$work/out" 2>"$work/err" || complain "the example failed"
grep -q '^  donations.csv:4 AM-03$' "$work/out" || complain "the example found nothing in its file"
grep -q '^  a form:1 form-1$' "$work/out" || complain "the example found nothing in its callback"
grep -q '^a form (am.donations-ndjson): 1 records, 0 unreadable$' "$work/out" || complain "the example counts wrongly"
tail -n 1 "$work/out"

# Nothing but what the example prints itself, and no need of a terminal: all three closed.
grep -v '^warning ' "$work/err" && complain "the library printed"
"$work/embed" "$SRC/lawbase" "$SRC/plugins" donations.csv <&- >&- 2>&- || complain "the library needs standard output"
exit $bad
