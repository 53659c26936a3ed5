# SPDX-License-Identifier: Apache-2.0
# read.py FORMAT FOLDER SCHEMA: whether a report, read by another's reader of its format, tells the same findings as
# the JSON report beside it.
import csv
import json
import sys
from collections import Counter

form, folder, schema = sys.argv[1:]
path = f"{folder}/report.{form}"
report = json.load(open(f"{folder}/report.json", encoding="utf-8"))
findings = report["findings"]
every = Counter(f["fingerprint"] for f in findings)
shared = sum(f["outcome"] in ("violation", "indicator") for f in findings)


def harmless(cell):
    return not (isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"))


def read_json():
    import jsonschema

    jsonschema.validate(report, json.load(open(schema, encoding="utf-8")))


def read_csv():
    with open(path, encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    assert Counter(r["fingerprint"] for r in rows) == every, "the findings differ"
    for r in rows:
        assert None not in r, "a row has more cells than the header"
        assert all(harmless(c) for c in r.values()), r
    assert [r["line"] for r in rows] == [str(f["records"][0]["line"]) for f in findings]


def read_xlsx():
    import openpyxl

    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Findings", "Rules", "Inputs"], book.sheetnames
    sheet = book["Findings"]
    head = [c.value for c in sheet[1]]
    rows = [dict(zip(head, row)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert Counter(r["fingerprint"] for r in rows) == every, "the findings differ"
    for page in book:
        for row in page.iter_rows():
            assert all(c.data_type in ("s", "n", "inlineStr") for c in row), "a cell is a formula"
    money = [r["amount"] for r in rows if r["amount"] is not None]
    assert all(isinstance(a, (int, float)) or " to " in a for a in money), money
    inputs = list(book["Inputs"].iter_rows(min_row=2, values_only=True))
    assert [r[4] for r in inputs] == [i["unreadable"] for i in report["inputs"]]


def read_junit():
    from junitparser import JUnitXml

    xml = JUnitXml.fromfile(path)
    suites = list(xml)
    cases = [case for suite in suites for case in suite]
    failed = sum(any(type(r).__name__ == "Failure" for r in c.result) for c in cases)
    skipped = sum(any(type(r).__name__ == "Skipped" for r in c.result) for c in cases)
    errors = sum(any(type(r).__name__ == "Error" for r in c.result) for c in cases)
    undetermined = sum(f["outcome"] == "undetermined" for f in findings)
    assert (failed, skipped) == (shared, undetermined), (failed, skipped)
    assert errors == sum(i["unreadable"] > 0 for i in report["inputs"]), errors
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == (len(cases), failed, errors, skipped)


def read_sarif():
    run = json.load(open(path, encoding="utf-8"))["runs"][0]
    told = Counter(r["partialFingerprints"]["scrutineer/v1"] for r in run["results"])
    assert told == every, "the findings differ"


def read_ftm():
    entities = [json.loads(line) for line in open(path, encoding="utf-8")]
    assert sum(e["schema"] == "Event" for e in entities) == shared


def read_stix():
    objects = json.load(open(path, encoding="utf-8"))["objects"]
    assert sum(o["type"] == "note" for o in objects) == shared


globals()[f"read_{form}"]()
