#!/usr/bin/env python3
"""check --watch and plugin test --watch: a run, a change, another run; Ctrl-C. The limit of time is far above what is
usual (below 200 ms, printed), so that a busy machine does not fail it."""
import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import time

SRC = os.environ["SRC"]
LIMIT = 60
failed = False


def complain(text):
    global failed
    failed = True
    print(text)


class Run:
    def __init__(self, arguments, folder, terminal=False):
        self.seen = b""
        if terminal:
            self.fd, end = pty.openpty()
        else:
            self.fd, end = os.pipe()
        self.process = subprocess.Popen(["scrutineer", *arguments], cwd=folder, stdin=subprocess.DEVNULL, stdout=end,
                                        stderr=subprocess.DEVNULL, close_fds=True)
        os.close(end)

    def wait_for(self, word, times):
        """Seconds until the word was seen so many times in all; None: it was not."""
        began = time.monotonic()
        while self.seen.count(word) < times:
            left = LIMIT - (time.monotonic() - began)
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                return None
            try:
                more = os.read(self.fd, 65536)
            except OSError:
                return None
            if not more:
                return None
            self.seen += more
        return time.monotonic() - began

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(timeout=LIMIT)
        os.close(self.fd)
        return status


def again(run, what, word, times):
    seconds = run.wait_for(word, times)
    if seconds is None:
        complain(f"{what}: no new run")
    else:
        print(f"{what}: again after {seconds * 1000:.0f} ms")


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def replace(path, text):
    """As editors save: another file beside it, and a rename."""
    write(path + ".new", text)
    os.rename(path + ".new", path)


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


with tempfile.TemporaryDirectory() as work:
    subprocess.run(["scrutineer", "plugin", "new", "late-loan"], cwd=work, stdout=subprocess.DEVNULL, check=True)
    gifts = os.path.join(work, "gifts.csv")
    lines = read(f"{SRC}/examples/am/donations.csv").splitlines(keepends=True)
    write(gifts, "".join(lines[:3]))
    run = Run(["check", "--watch", "-j", "am,zz", "--add", "late-loan", "gifts.csv"], work)
    end = b" records, 0 unreadable"
    again(run, "first run", end, 1)
    write(gifts, "".join(lines[:6]))
    again(run, "filing written", end, 2)
    replace(gifts, "".join(lines))
    again(run, "filing replaced", b"22 records, 0 unreadable", 1)
    plugin = os.path.join(work, "late-loan/plugins/late-loan.lua")
    replace(plugin, read(plugin) + "\n")
    again(run, "plugin replaced", b"22 records, 0 unreadable", 2)
    rules = os.path.join(work, "late-loan/lawbase/zz/rules/late-loan.yaml")
    write(rules, read(rules) + "\n")
    again(run, "law base written", b"22 records, 0 unreadable", 3)
    if b"\33[2J" in run.seen:
        complain("a pipe was cleared")
    if run.interrupt() != 130:
        complain("Ctrl-C does not end with 130")

    run = Run(["plugin", "test", "late-loan", "--watch"], work, terminal=True)
    again(run, "tests, first", b"6 passed, 0 failed", 1)
    write(rules, read(rules).replace("excess: 0.01", "excess: 0.02"))
    again(run, "tests, after a wrong change", b"5 passed, 1 failed", 1)
    write(rules, read(rules).replace("excess: 0.02", "excess: 0.01"))
    again(run, "tests, mended", b"6 passed, 0 failed", 2)
    if run.seen.count(b"\33[2J") < 3:
        complain("a terminal was not cleared")
    if run.interrupt() != 130:
        complain("Ctrl-C does not end the tests with 130")
sys.exit(failed)
