#!/bin/sh
# The floors of core/, lowest first. A file includes its own floor and those below; the command line knows only
# the public header; a library is behind one floor; no drawer for what has no name; core/ names no law.
set -eu
cd "${SRC:-.}/core"
below=
bad=0
complain() {
    echo "$1"
    bad=1
}
for floor in base law name filing rule plugin engine report editor; do
    below="$below|$floor"
    if grep -nE '#include "[a-z]+/' "$floor"/*.[ch] | grep -vE "\"(${below#|})/"; then
        complain "core/$floor: those are floors above it"
    fi
done
if grep -nE '#include "' cli/*.[ch] | grep -vE '"(cli/[a-z]+|scrutineer)\.h"'; then
    complain "core/cli knows only scrutineer.h"
fi
if grep -lE '#include <(lua|lauxlib|lualib)\.h>' ./*.[ch] ./*/*.[ch] | grep -v '^./plugin/'; then
    complain "only core/plugin includes Lua"
fi
if grep -lE '#include <yaml\.h>' ./*/*.[ch] | grep -v '^./base/yaml.c'; then
    complain "only base/yaml.c includes libyaml"
fi
if grep -lE '#include <pcre2\.h>' ./*/*.[ch] | grep -v '^./base/regex.c'; then
    complain "only base/regex.c includes PCRE2"
fi
if grep -lE '#include <(jansson|gmp)\.h>' ./*.[ch] ./*/*.[ch] |
    grep -vE '^./filing/(reader_ndjson\.c|(schema|statements)\.h)$|^./report/(baseline|proof)\.c$|^./editor/rpc\.[ch]$|^./lsp\.c$|^./name/linear\.c$|^./cli/memory\.c$'; then
    complain "jansson is behind filing/reader_ndjson.c, schema.h, statements.h, report/baseline.c, proof.c, editor/rpc.c, lsp.c, cli/memory.c, GMP behind name/linear.c"
fi
if find .. -name '.git' -prune -o -name 'build*' -prune -o \
    \( -name 'util*' -o -name 'common*' -o -name 'misc*' -o -name 'helper*' \) -print | grep .; then
    complain "those names say nothing"
fi
# Comments and help may give examples of law; code may not know any.
if sed -n '/^ *[/ ]\*/!p' ./[a-z]*/*.c | grep -nE '"(donation|am|gb|eu)"|Article [0-9]'; then
    complain "core/ knows no record type, jurisdiction or article"
fi
exit $bad
