# SPDX-License-Identifier: Apache-2.0
# site.py FOLDER: the pages of the site: their links lead somewhere, and every command and option that they name exists.
# tests/tutorial.sh runs the sessions in them and compares what is printed.
import functools
import html.parser
import pathlib
import re
import subprocess
import sys

folder = pathlib.Path(sys.argv[1])
wrong = []


@functools.lru_cache(maxsize=None)
def help_of(*words):
    asked = subprocess.run(["scrutineer", *words, "--help"], capture_output=True, text=True)
    return asked.stdout if asked.returncode == 0 else ""


commands = set(re.findall(r"^  ([a-z-]+) +\S", help_of(), re.M)) - {"scrutineer"}


def inner(command):
    return set(re.findall(rf"^  {command} ([a-z-]+) ", help_of(command), re.M))


def check_command(page, line):
    """The words behind "scrutineer": a command, perhaps one behind it, and options that it has."""
    words = re.split(r"[|;<>&`)]", line)[0].split()
    if not words or not re.fullmatch(r"[a-z][a-z-]*", words[0]):
        return
    if words[0] not in commands:
        wrong.append(f"{page}: no command {words[0]!r}: {line}")
        return
    called = [words[0]]
    if len(words) > 1 and inner(words[0]) and re.fullmatch(r"[a-z-]+", words[1]) and words[1][0] != "-":
        if words[1] not in inner(words[0]):
            wrong.append(f"{page}: no command {words[0]} {words[1]!r}: {line}")
            return
        called.append(words[1])
    for word in words:
        name = re.match(r"--[a-z-]+", word)
        if name and name.group() not in help_of(*called):
            wrong.append(f"{page}: `{' '.join(called)}` has no {name.group()}: {line}")


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids, self.code, self.inside = [], [], [], 0

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        self.links += [a[k] for k in ("href", "src") if k in a]
        self.ids += [a["id"]] if "id" in a else []
        self.inside += tag == "code"
        if tag == "code":
            self.code.append("")

    def handle_endtag(self, tag):
        self.inside -= tag == "code"

    def handle_data(self, text):
        if self.inside:
            self.code[-1] += text


pages = {}
for file in sorted(folder.glob("*.html")):
    page = pages[file.name] = Page()
    page.feed(file.read_text(encoding="utf-8"))
listed = [line.split("|")[0] for line in (pathlib.Path(sys.argv[2])).read_text(encoding="utf-8").splitlines()]
if sorted(listed) != sorted(pages):
    wrong.append(f"pages listed and pages made differ: {sorted(set(listed) ^ set(pages))}")
seen = 0
for name, page in pages.items():
    if len(page.ids) != len(set(page.ids)):
        wrong.append(f"{name}: two things have one id")
    for link in page.links:
        if re.match(r"https?:|data:|mailto:", link):
            continue
        file, _, at = link.partition("#")
        if file and not (folder / file).exists():
            wrong.append(f"{name}: leads nowhere: {link}")
        elif at and (file or name) in pages and at not in pages[file or name].ids:
            wrong.append(f"{name}: no such place: {link}")
    for text in page.code:
        for line in text.splitlines():
            for call in re.findall(r"(?:^|[\s;$(])scrutineer +([^\n]*)", line):
                seen += 1
                check_command(name, call)
if seen < 50:
    wrong.append(f"only {seen} commands were found")
print("\n".join(wrong) or f"{len(pages)} pages, {seen} commands: in order")
sys.exit(bool(wrong))
