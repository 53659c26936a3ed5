# The schemas tried on files: all that is shipped fits, and single changes that the program refuses do not.
import glob
import json
import os
import subprocess
import sys

import jsonschema
import yaml

src, work = sys.argv[1:]
schemas = {os.path.basename(path)[: -len(".schema.json")]: jsonschema.Draft202012Validator(json.load(open(path)))
           for path in glob.glob(src + "/lawbase/schema/*.json")}


def kind(path):
    parts = path.split("/")
    folder, name = parts[-2], parts[-1][: -len(".yaml")]
    return {"rules": "rules", "standards": "standard", "formats": "format", "layouts": "layouts", "names": "names"}.get(folder, name)


def errors(path):
    # every scalar as text: the law base gives scalars no types of their own
    return [e.message[:200] for e in schemas[kind(path)].iter_errors(yaml.load(open(path), Loader=yaml.BaseLoader))]


bad = count = 0
for base in ("lawbase", "tests/data/zedland"):
    for path in sorted(glob.glob(f"{src}/{base}/**/*.yaml", recursive=True)):
        count += 1
        for message in errors(path):
            print(path + ": " + message)
            bad += 1

# One change each; the program and the schema must both refuse it.
changes = [
    ("zz/rules/gifts.yaml", "severity: violation", "severty: violation"),
    ("zz/rules/gifts.yaml", "severity: violation", "severity: grave"),
    ("zz/rules/gifts.yaml", "in_force: {from: 2000-01-01}", "in_force: {form: 2000-01-01}"),
    ("zz/rules/gifts.yaml", "in_force: {from: 2000-01-01}", "in_force: {from: 1.1.2000}"),
    ("zz/rules/gifts.yaml", "expect: exempt", "expected: exempt"),
    ("zz/rules/gifts.yaml", "donor: {foreign_share: 50 %}", "donor: {foreign_shares: 50 %}"),
    ("zz/rules/gifts.yaml", "provisions: [zz.parties-1990/4.1]", "provisions: zz.parties-1990/4.1"),
    ("zz/parameters.yaml", "type: share", "type: shares"),
    ("zz/parameters.yaml", "confidence: medium", "confidence: middling"),
    ("zz/instruments.yaml", "status: in-force", "status: inforce"),
    ("zz/instruments.yaml", "citation: Section 9", "cite: Section 9"),
    ("zz/elections.yaml", "silence: {from", "silence: {form"),
    ("zz/definitions.yaml", "when: recipient", "where: recipient"),
    ("zz/jurisdiction.yaml", "currency: EUR", "curency: EUR"),
    ("threats.yaml", "impact: high", "impact: urgent"),
    ("standards/charter.yaml", "answer: partly", "answer: mostly"),
]
for file, old, new in changes:
    law = work + "/law"
    subprocess.run(["sh", "-c", f"rm -rf {law}; cp -r {src}/tests/data/zedland {law}; chmod -R u+w {law};"
                    f" cp {src}/lawbase/vocabulary.yaml {law}"], check=True)
    path = f"{law}/{file}"
    text = open(path).read()
    assert old in text, (file, old)
    open(path, "w").write(text.replace(old, new, 1))
    refused = [subprocess.run(["scrutineer", "law", command, "--lawbase", law], capture_output=True).returncode
               for command in ("lint", "test")]
    if not any(refused):
        print(f"{file}: the program takes \"{new}\"")
        bad += 1
    if not errors(path):
        print(f"{file}: the schema takes \"{new}\"")
        bad += 1

# Bills, and what trying one writes.
for path in sorted(glob.glob(src + "/examples/bills/*.yaml")):
    count += 1
    for e in schemas["bill"].iter_errors(yaml.load(open(path), Loader=yaml.BaseLoader)):
        print(path + ": " + e.message[:200])
        bad += 1
folder = src + "/core/report/schema/"
report, effect = (json.load(open(folder + name + ".schema.json")) for name in ("report", "effect"))
base = "https://example.org/"
store = {base + "report.schema.json": dict(report, **{"$id": base + "report.schema.json"})}
effect["$id"] = base + "effect.schema.json"
resolver = jsonschema.RefResolver(base + "effect.schema.json", effect, store)
for bill, file, day in (("am-legal-persons-2021", "examples/am/donations.csv", "2020-07-01"),
                        ("am-da11-own-account", "examples/bills/donations.csv", "2022-01-01")):
    told = subprocess.run(["scrutineer", "bill", "try", f"{src}/examples/bills/{bill}.yaml", f"{src}/{file}", "-j", "am",
                           "--as-if", day, "--format", "json"], capture_output=True, check=True).stdout
    count += 1
    for e in jsonschema.Draft202012Validator(effect, resolver=resolver).iter_errors(json.loads(told)):
        print(f"bill try {bill}: {e.message[:200]}")
        bad += 1
print(f"{count} files fit, {len(changes)} changes refused" if not bad else f"{bad} wrong")
sys.exit(bad > 0)
