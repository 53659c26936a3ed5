#!/usr/bin/env python3
"""scrutineer lsp, spoken to as an editor does: errors as one types, completion, hover, go to definition; input that is no
message. Paths and law are the project's own and an add-on's."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

SRC = os.path.realpath(os.environ["SRC"])
failed = False


def complain(text):
    global failed
    failed = True
    print(text)


def check(holds, what, seen=""):
    print(f"{'ok' if holds else 'FAILED'}: {what}")
    if not holds:
        complain(f"  {seen}"[:1500])


class Server:
    def __init__(self):
        self.process = subprocess.Popen(["scrutineer", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.texts = {}

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def read(self):
        length = None
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            if line.startswith(b"Content-Length: "):
                length = int(line[16:])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, **params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while (message := self.read()).get("id") != self.number:
            pass
        return message

    def diagnostics(self, path):
        while True:
            message = self.read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == "file://" + path:
                return message["params"]["diagnostics"]

    def open(self, path):
        with open(path, encoding="utf-8") as f:
            self.texts[path] = f.read()
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": "file://" + path, "languageId": "x", "version": 1, "text": self.texts[path]}}})
        return self.diagnostics(path)

    def change(self, path, text):
        self.texts[path] = text
        self.send({"method": "textDocument/didChange", "params": {"textDocument": {"uri": "file://" + path, "version": 2},
                                                                  "contentChanges": [{"text": text}]}})
        return self.diagnostics(path)

    def at(self, path, before, method, behind=""):
        """Asks about the place behind `before` (behind the last `behind` in front of it)."""
        text = self.texts[path]
        head = text[:text.index(before) + len(before)]
        line = head.count("\n")
        return self.ask(f"textDocument/{method}", textDocument={"uri": "file://" + path},
                        position={"line": line, "character": len(head.split("\n")[-1].encode("utf-16-le")) // 2})["result"]

    def labels(self, path, before):
        return [i["label"] for i in self.at(path, before, "completion")["items"]]


def messages(found):
    return [d["message"].split("\n")[0] for d in found]


with tempfile.TemporaryDirectory() as work:
    work = os.path.realpath(work)
    os.chdir(work)
    subprocess.run(["scrutineer", "plugin", "new", "late-loan"], stdout=subprocess.DEVNULL, check=True)
    rules = f"{work}/late-loan/lawbase/zz/rules/late-loan.yaml"
    plugin = f"{work}/late-loan/plugins/late-loan.lua"
    parameters = f"{work}/late-loan/lawbase/zz/parameters.yaml"
    s = Server()
    can = s.ask("initialize", processId=None, rootUri=None, capabilities={})["result"]["capabilities"]
    check(can["definitionProvider"] and can["hoverProvider"] and can["completionProvider"], "it says what it can", can)
    s.send({"method": "initialized", "params": {}})

    # The law of an add-on.
    check(s.open(rules) == [], "a rule in order has no errors")
    text = s.texts[rules]
    found = s.change(rules, text.replace("severity:", "severty:"))
    check('unknown key "severty"' in " ".join(messages(found)), "an unknown key", found)
    where = [d["range"] for d in found if "severty" in d["message"]][0]
    line = text[:text.index("severity:")].count("\n")
    check(where["start"] == {"line": line, "character": 2} and where["end"]["character"] == 9, "its place", where)
    check("did you mean" in found[0]["message"] + found[-1]["message"], "and how to mend it", found)
    found = s.change(rules, text.replace('recipient.kind == "party"', 'recipient.knd == "party"'))
    check("knd" in " ".join(messages(found)), "an unknown field in a condition", found)
    found = s.change(rules, text.replace("limit: gift_limit", "limit: gift_limitt"))
    check("gift_limitt" in " ".join(messages(found)), "an unknown parameter", found)
    found = s.change(rules, text.replace("{en: A party", "{en: 'A party"))
    check(found and found[0]["severity"] == 1, "a text that does not end", found)
    check(s.change(rules, text) == [], "mended")

    check("counts" in s.labels(rules, "    l"[:5]) or "limit" in s.labels(rules, "with:\n    l"), "parameters under with:")
    s.change(rules, text.replace("plugin: late-loan", "plugin: contribution"))
    check("contribution-cap" in s.labels(rules, "plugin: contribution"), "names of plugins")
    s.change(rules, text.replace('counts: recipient.kind', "counts: recip"))
    labels = s.labels(rules, "counts: recip")
    check("recipient.kind" in labels and not [x for x in labels if not x.startswith("recip")], "fields in a condition", labels)
    s.change(rules, text.replace('counts: recipient.kind == "party"', "counts: "))
    labels = s.labels(rules, "counts: ")
    check("gift_limit" in labels and "known" in labels and "donor.citizenship" in labels,
          "limits, functions and fields in a condition", labels)
    s.change(rules, text.replace("provisions: [zz.invented-act/1]", "provisions: [zz.inv]"))
    check(s.labels(rules, "provisions: [zz.inv") == ["zz.invented-act/1"], "provisions", s.labels(rules, "[zz.inv"))
    s.change(rules, text.replace("severity: violation", "sev"))
    check(s.labels(rules, "  sev") == ["severity"], "keys of a rule", s.labels(rules, "  sev"))
    s.change(rules, text)

    check("the most that may be given at once" in s.at(rules, "    lim", "hover")["contents"]["value"], "hover: a parameter of the plugin")
    check("1000.00 EUR" in s.at(rules, "limit: gift_", "hover")["contents"]["value"], "hover: a limit with its values")
    check("kind of" in str(s.at(rules, "counts: recipient.ki", "hover")).lower() or "party" in str(s.at(rules, "counts: recipient.ki", "hover")),
          "hover: a field", s.at(rules, "counts: recipient.ki", "hover"))
    check("Section 1" in str(s.at(rules, "provisions: [zz.inv", "hover")), "hover: a provision")
    check(s.at(rules, "# One r", "hover") is None, "hover: nothing for a common word", s.at(rules, "# One r", "hover"))

    def places(before):
        return [(p["uri"].replace("file://", ""), p["range"]["start"]["line"]) for p in s.at(rules, before, "definition")]

    act = f"{work}/late-loan/lawbase/zz/instruments.yaml"
    check(places("plugin: late") == [(plugin, 0)], "definition: a plugin", places("plugin: late"))
    check([p for p, _ in places("provisions: [zz.inv")] == [act], "definition: a provision", places("provisions: [zz.inv"))
    check([p for p, _ in places("limit: gift")] == [parameters], "definition: a limit", places("limit: gift"))
    check([p for p, _ in places("- rule: zz.late")] == [plugin, act], "definition: a rule's plugin and provision",
          places("- rule: zz.late"))

    # What is not saved counts in other texts as well.
    s.open(parameters)
    s.change(parameters, s.texts[parameters].replace("gift_limit", "gift_ceiling"))
    found = s.change(rules, text)
    check("gift_limit" in " ".join(messages(found)), "a limit that another open text renames", found)
    s.send({"method": "textDocument/didClose", "params": {"textDocument": {"uri": "file://" + parameters}}})
    check(s.diagnostics(parameters) == [], "a closed text has no errors")
    check(s.change(rules, text) == [], "and counts no more")

    # A plugin.
    check(s.open(plugin) == [], "a plugin in order")
    lua = s.texts[plugin]
    found = s.change(plugin, lua.replace("amount = record.amount,", "amount = record.amont,"))
    check('has no field "amont"' in " ".join(messages(found)), "a field that is not there", found)
    found = s.change(plugin, lua.replace("return law.finding {", "return law.finding {{"))
    check("expected" in " ".join(messages(found)), "a wrong syntax", found)
    found = s.change(plugin, lua.replace("counts and amount > limit", "counts and amout > limit"))
    check("amout" in " ".join(messages(found)), "a wrong condition", found)
    s.change(plugin, lua.replace("record.amount - law.limit", "record.amo"))
    check(s.labels(plugin, "excess = record.amo") == ["amount"], "fields of the record", s.labels(plugin, "excess = record.amo"))
    s.change(plugin, lua.replace("record.amount - law.limit", "law."))
    labels = s.labels(plugin, "excess = law.")
    check("limit" in labels and "finding" in labels, "what law has", labels)
    s.change(plugin, lua.replace('"counts and amount > limit"', '"counts and am'))
    labels = s.labels(plugin, '"counts and am')
    check("amount" in labels, "fields in a plugin's condition", labels)
    s.change(plugin, lua)
    check("amount" in str(s.at(plugin, "amount = record.am", "hover")), "hover: a field in Lua")

    # The standard law base.
    standard = f"{SRC}/lawbase/am/rules/party-donations.yaml"
    found = s.open(standard)
    check([d for d in found if d["severity"] == 1] == [], "the standard law is in order", found)
    check("max_foreign_share" in str(s.at(standard, "> max_foreign", "hover")), "hover: a limit of the standard law")

    # What is no message.
    s.raw(b"Content-Length: 9\r\n\r\nnot json!")
    check(s.read()["error"]["code"] == -32700, "a body that is no JSON")
    s.raw(b"Content-Length: 2\r\n\r\n[]")
    check(s.read()["error"]["code"] == -32700, "a body that is no object")
    check(s.ask("textDocument/rename")["error"]["code"] == -32601, "a method that it does not have")
    check(s.ask("textDocument/hover")["result"] is None, "a request without parameters")
    check(s.ask("textDocument/hover", textDocument={"uri": "file:///none"}, position={"line": -5})["result"] is None,
          "a text that is not open")
    check(s.at(rules, "plugin: late", "hover") is not None, "and it still answers")
    check("error" not in s.ask("shutdown"), "shutdown")
    s.send({"method": "exit"})
    check(s.process.wait(timeout=60) == 0, "exit")
    s = Server()
    s.raw(b"Content-Length: 99999999999\r\n\r\n")
    s.process.stdin.close()
    check(s.process.wait(timeout=60) == 2, "a length that cannot be")
    shutil.rmtree("late-loan")
sys.exit(failed)
