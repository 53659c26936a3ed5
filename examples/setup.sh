# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154 # shared variables: top comes from the caller, the lists go to it
# The set-up that examples/quickstart and tests/run share: packages and build. Sourced, not run.
# The caller has set `top` to the checkout and `jobs` may be set.

say() {
    printf '\n==> %s\n' "$*"
}

# need_packages NAME...: installs what is missing of them, as root or through sudo.
need_packages() {
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "installing:$missing"
    if [ "$(id -u)" -eq 0 ]; then
        as_root='env'
    elif command -v sudo >/dev/null; then
        as_root='sudo env'
    else
        printf 'Run this as root, then try again:\n  apt-get install%s\n' "$missing" >&2
        exit 2
    fi
    # shellcheck disable=SC2086 # lists of words on purpose
    {
        $as_root DEBIAN_FRONTEND=noninteractive apt-get -qq update
        $as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 install -y \
            --no-install-recommends $missing >/dev/null
    }
}

build_packages='autoconf automake libtool autoconf-archive pkg-config make gcc libc6-dev liblua5.4-dev
libyaml-dev libpcre2-dev libicu-dev libsodium-dev libjansson-dev libarchive-dev zlib1g-dev libxml2-dev libxlsxwriter-dev libgmp-dev check'

# Automake and libtool refuse a path with blanks in it: then the work is done through a link without.
enter_checkout() {
    work=$top
    case $top in
    *[[:space:]]*)
        work=$(mktemp -d)/scrutineer
        ln -s "$top" "$work"
        ;;
    esac
    cd "$work" || exit 2
}

# newer A B: whether A was changed after B.
newer() {
    [ -n "$(find "$1" -newer "$2")" ]
}

# build FOLDER [configure option ...]: configures when need be, and builds.
build() {
    folder=$1
    shift
    if [ ! -x configure ] || [ ! -d build-aux ] || newer configure.ac configure; then
        say "preparing the build (autoreconf)"
        autoreconf -i >/dev/null 2>"$folder.log" || { cat "$folder.log" >&2; exit 2; }
        rm -f "$folder.log"
    fi
    mkdir -p "$folder"
    if [ ! -f "$folder/Makefile" ] || newer configure "$folder/config.status"; then
        say "configuring $folder"
        (cd "$folder" && ../configure -q "$@") || exit 2
    fi
    say "building in $folder"
    make -C "$folder" -s -j"${jobs:-$(nproc)}" >/dev/null || exit 2
}
