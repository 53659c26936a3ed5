#!/usr/bin/env python3
"""plugin pack, verify, install: what is whole is installed; each thing that can be wrong with a bundle is refused with
its code and a hint, and leaves nothing behind."""
import hashlib
import io
import os
import subprocess
import sys
import tarfile
import tempfile

failed = False
work = tempfile.TemporaryDirectory()
os.chdir(work.name)
installed = os.path.join(work.name, "installed")
os.environ["SCRUTINEER_INSTALLED"] = installed


def complain(text):
    global failed
    failed = True
    print(text)


def run(*arguments):
    r = subprocess.run(["scrutineer", *arguments], capture_output=True, text=True, check=False)
    return r.returncode, r.stdout, r.stderr


def must(*arguments):
    status, out, err = run(*arguments)
    if status != 0:
        complain(f"{' '.join(arguments)}: status {status}: {err}")
    return out


def read(path):
    with open(path, "rb") as f:
        return f.read()


def write(path, data):
    with open(path, "wb") as f:
        f.write(data)


def member(name, data=b"", kind=tarfile.REGTYPE, link=""):
    info = tarfile.TarInfo(name)
    info.type = kind
    info.linkname = link
    info.size = len(data)
    return info, data


def pack(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for info, data in members:
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def sign(head):
    write("head", head)
    must("key", "sign", "me.key", "head")
    return head + b"signature " + read("head.sig").split()[1] + b"\n"


def manifest(files, signer, api=1, name="late-loan"):
    head = f"scrutineer-plugin 1\nname {name}\nversion 1.0\napi {api}\nsigner {signer}\n"
    for path in sorted(files):
        head += f"file {hashlib.sha256(files[path]).hexdigest()} {len(files[path])} {path}\n"
    return sign(head.encode())


def signed(files, signer, **more):
    return pack([member("MANIFEST", manifest(files, signer, **more))] + [member(p, files[p]) for p in sorted(files)])


def refused(what, bundle, code, key="me.pub"):
    write("bad", bundle)
    before = sorted(os.listdir(installed)) if os.path.isdir(installed) else []
    for command in ("verify", "install"):
        if command == "verify" and code in ("bundle-clash", "bundle-broken"):
            continue
        status, _, err = run("plugin", command, "bad", *(["--key", key] if key else []))
        if status != 2 or f"[{code}]" not in err or "\n      = " not in err:
            complain(f"{what}: {command} ends with {status}, not with {code}: {err}")
        after = sorted(os.listdir(installed)) if os.path.isdir(installed) else []
        if after != before or os.path.exists("../evil") or os.path.exists("evil"):
            complain(f"{what}: {command} left something behind: {after}")
    print(f"refused: {what} [{code}]")


must("plugin", "new", "late-loan")
must("key", "new", "me")
must("key", "new", "other")
must("plugin", "pack", "late-loan/", "--key", "me.key", "--release", "1.0")
good = read("late-loan.scrutineer-plugin")
os.utime("late-loan/plugins/late-loan.lua", (1, 1))
must("plugin", "pack", "late-loan/", "--key", "me.key", "--release", "1.0", "-o", "again")
if read("again") != good:
    complain("the same files, version and key give other bytes")

with tarfile.open(fileobj=io.BytesIO(good)) as opened:
    told = opened.extractfile("MANIFEST").read()
    files = {m.name: opened.extractfile(m).read() for m in opened if m.name != "MANIFEST"}
signer = told.split(b"signer ")[1].split()[0].decode()
if signed(files, signer) == good:
    print("the format is plain tar")
plugin = "plugins/late-loan.lua"
first = member("MANIFEST", told)
rest = [member(p, files[p]) for p in sorted(files)]

# Changed on the way.
refused("a changed plugin", good.replace(b"above the limit", b"below the limit"), "bundle-digest")
changed = dict(files)
changed[plugin] = files[plugin].replace(b"above", b"below")
forged = told.replace(hashlib.sha256(files[plugin]).hexdigest().encode(),
                      hashlib.sha256(changed[plugin]).hexdigest().encode())
refused("a changed plugin with its digest", pack([member("MANIFEST", forged)] +
        [member(p, changed[p]) for p in sorted(changed)]), "bundle-signature")
refused("another version", pack([member("MANIFEST", told.replace(b"version 1.0", b"version 2.0"))] + rest),
        "bundle-signature")
refused("no signature", pack([member("MANIFEST", told[:told.index(b"signature")])] + rest), "bundle-form")

# Who made it.
refused("a signer whom nobody knows", good, "bundle-signer", key=None)
refused("another signer", good, "bundle-signer", key="other.pub")

# What could reach outside.
for path in ("../evil", "/tmp/evil", "plugins/../../evil", "plugins//evil.lua", "plugins/.evil.lua", "plugins/e\\vil.lua",
             "plugins/e vil.lua", "./plugins/evil.lua"):
    refused(f"the path {path}", pack([first] + rest + [member(path, b"x")]), "bundle-path")
for kind, what in ((tarfile.SYMTYPE, "a symbolic link"), (tarfile.LNKTYPE, "a hard link"), (tarfile.FIFOTYPE, "a pipe"),
                   (tarfile.CHRTYPE, "a device"), (tarfile.DIRTYPE, "a folder")):
    refused(what, pack([first, member("plugins/evil.lua", b"", kind, "/etc/passwd")] + rest), "bundle-member")

# Sizes.
refused("a large file", pack([first, member("plugins/large.lua", b" " * (5 << 20))]), "bundle-size")
refused("a large bundle", good + b"\0" * (17 << 20), "bundle-size")
refused("many files", pack([first] + [member(f"lawbase/zz/{i}.yaml") for i in range(501)]), "bundle-size")

# Form.
refused("nothing", b"", "bundle-form")
refused("no archive", b"no archive at all\n" * 100, "bundle-form")
refused("a piece", good[:3000], "bundle-form")
refused("no manifest", pack(rest), "bundle-form")
refused("two manifests", pack([first, first] + rest), "bundle-form")
refused("a file more", pack([first] + rest + [member("plugins/zz.lua", b"x")]), "bundle-form")
refused("a file less", pack([first] + rest[:-1]), "bundle-form")
refused("a file twice", pack([first, rest[0]] + rest), "bundle-form")
refused("a later form", pack([member("MANIFEST", sign(told[:told.index(b"signature")].replace(b"plugin 1", b"plugin 2")))]
        + rest), "bundle-form")

# Signed, and still not for us.
refused("another api", signed(files, signer, api=2), "bundle-api")
stray = dict(files)
stray["lawbase/run.sh"] = b"#!/bin/sh\n"
refused("a stray file", signed(stray, signer), "bundle-stray")
clash = {p.replace("late-loan", "contribution-cap"): files[p] for p in files}
refused("a standard plugin's name", signed(clash, signer), "bundle-clash")
broken = dict(files)
broken["lawbase/zz/rules/late-loan.yaml"] = files["lawbase/zz/rules/late-loan.yaml"].replace(b"severity", b"severty")
refused("a wrong law", signed(broken, signer), "bundle-broken")
broken = dict(files)
broken[plugin] = files[plugin].replace(b"api = 1", b"api = 2")
refused("a plugin of another api", signed(broken, signer), "bundle-broken")

# What is in order.
must("plugin", "install", "late-loan.scrutineer-plugin", "--key", "me.pub")
refused("what is there already", good, "bundle-clash")
os.mkdir(f"{installed}/signers")
write(f"{installed}/signers/me.pub", read("me.pub"))
if "signers/me.pub" not in must("plugin", "verify", "late-loan.scrutineer-plugin"):
    complain("verify does not tell who signed")
must("plugin", "test", "late-loan", "--add", "late-loan")
os.rename("late-loan", "elsewhere")
if "late-loan " not in must("plugin", "list", "--add", "late-loan"):
    complain("what was installed is not found by its name")

# What must not be packed.
rules = "elsewhere/lawbase/zz/rules/late-loan.yaml"
write(rules, read(rules).replace(b"excess: 0.01", b"excess: 0.02"))
status, _, err = run("plugin", "pack", "elsewhere/", "--key", "me.key", "--release", "1.1")
if status != 2 or "[bundle-untested]" not in err:
    complain(f"a bundle whose tests fail was packed: {err}")
write("elsewhere/notes.txt", b"x")
status, _, err = run("plugin", "pack", "elsewhere/", "--key", "me.key", "--release", "1.1")
if status != 2 or "[bundle-stray]" not in err or os.path.exists("elsewhere.scrutineer-plugin"):
    complain(f"a stray file was packed: {err}")
os.chdir("/")
work.cleanup()
sys.exit(failed)
