#!/bin/sh
# The shipped law base is clean, the tests that its rules carry pass and see every truth of every condition, and every
# plugin is installed and shipped. That they notice every small change is held by tests/figures.sh.
set -eu
for plugin in "$SRC"/plugins/*.lua; do
    grep -q "plugins/$(basename "$plugin")" "$SRC/Makefile.am" || {
        echo "$plugin is not among plugins_DATA of Makefile.am"
        exit 1
    }
done
scrutineer law lint
scrutineer law test
scrutineer law coverage
