#!/bin/bash
# Pages of the manual and completions of shells: there is one page for each command, in order for man and mandoc (those
# that are not installed are left out); bash completes commands, options and values, and zsh and fish can read theirs.
set -u
bad=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
complain() {
    echo "$1"
    bad=1
}

# --- the manual ---
commands=$(scrutineer help --format man | sed -n '/^.SH COMMANDS/,/^.SH EXIT/s/^.fB\(.*\).fR$/\1/p')
[ "$(echo "$commands" | wc -l)" -gt 10 ] || complain "too few commands: $commands"
for command in '' $commands; do
    page=$work/scrutineer${command:+-$command}.1
    scrutineer help --format man ${command:+"$command"} >"$page" || complain "help --format man $command"
    cmp -s "$page" "$BUILD/doc/man/$(basename "$page")" || complain "doc/man/$(basename "$page"): missing, or not as it is now made"
    for section in NAME SYNOPSIS DESCRIPTION 'SEE ALSO'; do
        grep -q "^\.SH $section" "$page" || complain "$page: no section $section"
    done
    if command -v mandoc >/dev/null; then
        mandoc -Tlint -W warning "$page" || bad=1
    fi
    if command -v man >/dev/null && command -v groff >/dev/null; then
        [ -z "$(LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null | tee /dev/stderr)" ] || bad=1
        lexgrog "$page" >/dev/null || complain "$page: NAME is not as apropos needs it"
    fi
done

# --- bash ---
# completes WANTED WORD...: what bash offers for the last word of a command line.
completes() {
    local wanted=$1 got
    shift
    got=$(bash -c '. "$BUILD/doc/completion/scrutineer.bash"; compopt() { :; }
        COMP_WORDS=(scrutineer "$@") COMP_CWORD=$#; _scrutineer; echo "${COMPREPLY[*]}"' - "$@")
    [ "$got" = "$wanted" ] || complain "bash completes \"$*\" to \"$got\", not \"$wanted\""
}
cd "$work" && mkdir -p in/folder && touch in/filing.csv && cd in || exit 99
completes 'check' ch
completes 'ledger letter law lsp' l
completes 'lint list' law li
completes '--threshold' law coverage --th
completes '--jurisdiction --jobs' check --j
completes 'text svg' law timeline --format ''
completes 'json junit' check --format j
completes 'sarif' check --format = sa
completes 'violation indicator undetermined never' check --fail-on =
completes 'en hy' law --lang ''
completes 'folder' check --lawbase f
completes 'filing.csv folder' check f
completes 'filing.csv folder' check -r f
completes '' law show --on 20
completes '' law show --jo
completes 'new' key n

# --- fish ---
# offers WANTED LINE: what fish offers at the end of a command line; words only, not what they mean.
offers() {
    local got
    got=$(HOME=$work fish -c "source '$BUILD/doc/completion/scrutineer.fish'; complete -C '$2'" | cut -f 1 | sort | tr '\n' ' ')
    [ "$got" = "$1" ] || complain "fish offers \"$2\" \"$got\", not \"$1\""
}
if command -v fish >/dev/null; then
    offers 'check ' 'scrutineer ch'
    offers 'test timeline ' 'scrutineer law t'
    offers 'svg text ' 'scrutineer law timeline --format '
    offers 'new sign verify ' 'scrutineer key '
    offers '--on ' 'scrutineer law show --o'
    offers 'filing.csv ' 'scrutineer check fil'
fi

# --- all can be read ---
for shell in bash zsh fish; do
    ! command -v $shell >/dev/null || $shell -n "$BUILD/doc/completion/scrutineer.$shell" || complain "$shell cannot read its completions"
done
exit $bad
