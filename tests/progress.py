# SPDX-License-Identifier: Apache-2.0
"""Runs checks on pseudo-terminals and plays what they wrote: what a reader sees, and when. No clock: with --progress always
the line comes at once."""

import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from fcntl import ioctl

SOURCE = os.environ["SRC"]
COMMAND = ["scrutineer", "check", "-j", "am", "--jobs", "1"]
FILE = SOURCE + "/examples/am/donations.csv"
LINE = re.compile(r".*: \d+ records, \d+\.\d of \d+\.\d MB \(\d+ %\)(, \d+\.\d MB/s, (\d+:)?\d+:\d\d left)?")


def run(options, out_is_terminal=False, error_is_terminal=True, columns=160, file=FILE):
    """What came to the terminal, and to a pipe for what is none."""
    main, side = pty.openpty()
    ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with tempfile.TemporaryFile() as plain:
        p = subprocess.Popen(COMMAND + options + [file], stdout=side if out_is_terminal else plain,
                             stderr=side if error_is_terminal else plain)
        os.close(side)
        seen = b""
        while True:
            try:
                some = os.read(main, 65536)
            except OSError:  # the other end is closed
                break
            if not some:
                break
            seen += some
        p.wait()
        os.close(main)
        plain.seek(0)
        return seen.decode(), plain.read().decode()


def rows(stream):
    """The screen's rows at the end, and each row as it was before it was cleared."""
    screen, cleared, row = [], [], ""
    for part in re.split(r"(\r\n|\n|\r\x1b\[K|\x1b\[[0-9;]*m)", stream):
        if part in ("\r\n", "\n"):
            screen.append(row)
            row = ""
        elif part == "\r\33[K":
            cleared.append(row)
            row = ""
        elif not part.startswith("\33["):
            row += part
    return screen + [row], [r for r in cleared if r]


def expect(holds, what, shown=""):
    if not holds:
        sys.exit(f"progress: {what}\n{shown!r}")


def check_line(folder):
    seen, report = run(["--progress", "always"])
    screen, cleared = rows(seen)
    expect(cleared and all(LINE.fullmatch(r) for r in cleared), "the line is not as it should be", seen)
    expect(cleared[0].startswith(FILE), "it does not name the file", seen)
    expect("records, " not in "\n".join(screen), "the line is still there", seen)
    expect("\33" not in report and "violation" in report, "the report is not alone in the pipe", report)
    large = os.path.join(folder, "large.csv")
    with open(FILE, encoding="utf-8") as few, open(large, "w", encoding="utf-8") as many:
        head, *rest = few.read().splitlines(keepends=True)
        many.write(head + "".join(rest) * 3000)
    seen, _ = run(["--progress", "always", "--partial", os.path.join(folder, "part")], file=large)
    cleared = rows(seen)[1]
    expect(len(cleared) > 2 and "left" in cleared[-1], "it does not say how long still", seen)
    expect(all(LINE.fullmatch(r) for r in cleared), "the line is not as it should be", seen)
    quiet, same = run(["--progress", "never"])
    expect("\r\33[K" not in quiet and same == report, "it speaks when told not to", quiet)
    narrow, _ = run(["--progress", "always"], columns=40)
    expect(all(len(r) < 40 for r in rows(narrow)[1]), "it is wider than the terminal", narrow)
    long = os.path.join(folder, "Հ" * 60 + ".csv")
    os.symlink(FILE, long)
    seen, _ = run(["--progress", "always"], file=long, columns=100)
    expect(all(len(r) < 100 and "�" not in r for r in rows(seen)[1]), "a long name is cut within a character", seen)


def check_report():
    """The report on the same terminal: what stays there is what a pipe gets."""
    both, _ = run(["--progress", "always", "--colour", "never"], out_is_terminal=True)
    alone, _ = run(["--progress", "never", "--colour", "never"], out_is_terminal=True)
    screen, cleared = rows(both)
    expect(cleared, "no line on the terminal of the report", both)
    expect(screen == rows(alone)[0], "the line is left in the report", both)


def check_silence():
    for options in ([], ["--progress", "always"]):
        seen, plain = run(options, error_is_terminal=False)
        expect(seen == "" and "\33" not in plain and "MB/s" not in plain, "it speaks where no terminal is", plain)


with tempfile.TemporaryDirectory() as made:
    check_line(made)
check_report()
check_silence()
