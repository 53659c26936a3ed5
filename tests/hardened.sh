#!/bin/sh
# The program is built so that a mistake of ours is hard to use: loaded anywhere, its tables read-only, no stack that
# can be run, guards on the stack, checked calls of the library. What a compiler or a processor lacks is left out.
set -u
program=$BUILD/scrutineer
flags=$(sed -n "s/^S\[\"SCR_CFLAGS\"\]=//p" "$BUILD/config.status")
command -v readelf >/dev/null || { echo "readelf is not installed"; exit 77; }
# With a sanitizer or counters in it, the program is another one.
case $flags in *-fsanitize* | *--coverage*) exit 77 ;; esac
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
readelf -hW "$program" >"$work/head"
readelf -lWd "$program" >"$work/parts"
readelf -n "$program" >"$work/notes" 2>/dev/null
readelf --dyn-syms -W "$program" >"$work/names"
bad=0
# has FLAG FILE PATTERN WHAT: where FLAG was taken, the file has it.
has() {
    case $1 in -) ;; *) case $flags in *"$1"*) ;; *) return ;; esac ;; esac
    grep -qE "$3" "$work/$2" || { echo "not so: $4"; bad=1; }
}
has -fPIE head 'Type: +DYN' 'the program can be loaded anywhere (-fPIE -pie)'
has - parts 'GNU_RELRO' 'tables are read-only once they are filled (-z relro)'
has - parts 'FLAGS.*NOW' 'all names are bound at the start (-z now)'
has -fstack-protector-strong names '__stack_chk_fail' 'functions guard their part of the stack'
has _FORTIFY_SOURCE names '__[a-z]*printf_chk' 'calls of the library are checked (_FORTIFY_SOURCE)'
case $(uname -m) in x86_64) has -fcf-protection notes 'IBT' 'jumps go where the compiler said (-fcf-protection)' ;; esac
grep 'GNU_STACK' "$work/parts" | grep -q 'RWE' && { echo "not so: the stack cannot be run"; bad=1; }
exit $bad
