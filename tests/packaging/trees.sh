# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154 # shared variables: top comes from the caller, mirror and trees go to it
# Bare Debian trees in which packages and set-ups are tried. Sourced by its neighbours, not run; the caller has set
# `top` to the checkout. Needs root, debootstrap and a Debian mirror.

mirror='' trees='' keep='' tree=''

# trees_begin: after options were read. Without --trees they go into a folder that is removed at the end.
trees_begin() {
    [ "$(id -u)" -eq 0 ] || { echo "$0: needs root, for debootstrap and chroot" >&2; exit 2; }
    command -v debootstrap >/dev/null || { echo "$0: apt-get install debootstrap" >&2; exit 2; }
    keep=$trees
    [ -n "$trees" ] || trees=$(mktemp -d)
    mkdir -p "$trees"
    trap 'leave; [ -n "$keep" ] || rm -rf "$trees"' EXIT
    trap 'exit 130' INT TERM
}

# leave: unmounts and removes the tree. Nothing is removed through a mount.
leave() {
    [ -n "$tree" ] || return 0
    for part in dev/pts dev/shm dev proc; do
        mountpoint -q "$tree/$part" && umount "$tree/$part"
    done
    mountpoint -q "$tree/dev" || mountpoint -q "$tree/proc" || rm -rf "$tree"
    tree=
}

# enter SUITE NAME: makes a bare tree of its own, with a plain user who may use sudo.
enter() {
    [ -f "$trees/$1.tar" ] || {
        debootstrap --variant=minbase --include=ca-certificates,sudo,git "$1" "$trees/$1" ${mirror:+"$mirror"} \
            >"$trees/$1.log" 2>&1 && tar -C "$trees/$1" -cf "$trees/$1.tar" . && rm -rf "${trees:?}/$1"
    } || return 1
    tree=$trees/$1-$2
    mkdir "$tree" && tar -C "$tree" -xf "$trees/$1.tar" || return 1
    mount -t proc proc "$tree/proc" && mount --bind /dev "$tree/dev" && mount -t devpts devpts "$tree/dev/pts" &&
        mount -t tmpfs tmpfs "$tree/dev/shm" || return 1
    [ ! -e /etc/resolv.conf ] || cp -L /etc/resolv.conf "$tree/etc/resolv.conf"
    chroot "$tree" useradd -m plain && echo 'plain ALL=(ALL) NOPASSWD: ALL' >"$tree/etc/sudoers.d/plain"
}

# inside USER COMMAND: runs it in the tree, in the user's home.
inside() {
    chroot "$tree" su -l "$1" -c "$2"
}
