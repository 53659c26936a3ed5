# Reports in other formats, for other programs. The same input gives the same bytes: a format that has a day in it is
# given one. (Invented law and people.)

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law

$ printf '%s\n' '{"record":"donation","ref":"1","received":"2001-05-01","amount":"20 EUR","recipient.kind":"party","recipient.id":"P","recipient.name":"The Party","donor.id":"D","donor.name":"=SUM(A1)","donor.foreign_share":"90 %","returned":null}' '{"record":"donation","ref":"2","received":"2001-13-01","amount":"20 EUR"}' > gifts.ndjson; echo 'export SCRUTINEER_LAWBASE=law' > env

$ scrutineer check --help | sed -n '/^reports:/,$p'
reports:
  text     for people
  json     one JSON object
  ndjson   one finding a line, then a summary line
  html     one page for people, with a list to filter
  csv      one finding a row, for spreadsheets
  xlsx     a workbook: findings, rules, inputs
  sarif    SARIF 2.1.0, for code viewers and pipelines
  junit    JUnit XML, for pipelines
  ftm      FollowTheMoney entities, for investigators
  stix     a STIX 2.1 bundle, for partner agencies (needs --dated)

$ . ./env; scrutineer check -j zz --format csv gifts.ndjson 2>/dev/null
outcome,rule,title,jurisdiction,file,line,ref,records,who,on,amount,currency,due,missing,facts,why,article,must,threat,priority,confidence,fingerprint,case
violation,zz.gift.foreign,A company that is too foreign gave to a party,zz,gifts.ndjson,1,1,1,donor: =SUM(A1); recipient: The Party,2001-05-01,20.00,EUR,2001-05-11,,donor.foreign_share: 90 %; amount: 20.00 EUR; recipient.kind: party; returned: none; received: 2001-05-01,"the donor belongs to those who may not give; recipient.kind == ""party"": yes (party == party); donor.foreign_share > max_share: yes (90 % > 50 %); returned <= received + 10 days: no (none <= 2001-05-11)","Section 4(1), Parties Act (Act No 7 of 1 March 1990), as in force on 2001-05-01; source invented","return to donor, by 2001-05-11 (Electoral Board)",foreign-money,high,high,4d03e92eff4b2f473209bf9a6b8604b4,
undetermined,zz.gift.cap,One person gave more than the cap,zz,gifts.ndjson,2,2,1,,,,,,"an unreadable row, donor.id, received, recipient.id, recipient.kind",,,"Section 5(2), Parties Act (Act No 7 of 1 March 1990)",,,,medium,484e477e4adcfaefaaf660c067dafc28,
[1]

$ . ./env; scrutineer check -j zz --format sarif gifts.ndjson 2>/dev/null | grep -v lawDigest
{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "scrutineer",
          "version": "0.1.0",
          "rules": [
            {
              "id": "zz.gift.cap",
              "shortDescription": {
                "text": "One person gave more than the cap"
              },
              "fullDescription": {
                "text": "Section 5(2), Parties Act (Act No 7 of 1 March 1990)"
              },
              "defaultConfiguration": {
                "level": "warning"
              }
            },
            {
              "id": "zz.gift.foreign",
              "shortDescription": {
                "text": "A company that is too foreign gave to a party"
              },
              "fullDescription": {
                "text": "Section 4(1), Parties Act (Act No 7 of 1 March 1990)"
              },
              "defaultConfiguration": {
                "level": "error"
              }
            }
          ]
        }
      },
      "invocations": [
        {
          "toolExecutionNotifications": [
            {
              "level": "error",
              "message": {
                "text": "gifts.ndjson: 1 of 2 rows were not read"
              }
            }
          ],
          "executionSuccessful": true
        }
      ],
      "columnKind": "unicodeCodePoints",
      "properties": {
      },
      "results": [
        {
          "ruleId": "zz.gift.foreign",
          "kind": "fail",
          "level": "error",
          "message": {
            "text": "violation: A company that is too foreign gave to a party\nrecord: gifts.ndjson:1  1\nwho: donor: =SUM(A1); recipient: The Party\nfacts: donor.foreign_share: 90 %; amount: 20.00 EUR; recipient.kind: party; returned: none; received: 2001-05-01\nwhy: the donor belongs to those who may not give; recipient.kind == \"party\": yes (party == party); donor.foreign_share > max_share: yes (90 % > 50 %); returned <= received + 10 days: no (none <= 2001-05-11)\narticle: Section 4(1), Parties Act (Act No 7 of 1 March 1990), as in force on 2001-05-01; source invented\nthreat: guards against: Foreign money (impact high, priority high)\nmust: return to donor, by 2001-05-11 (Electoral Board)\nconfidence: high"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "gifts.ndjson"
                },
                "region": {
                  "startLine": 1
                }
              },
              "message": {
                "text": "1"
              }
            }
          ],
          "partialFingerprints": {
            "scrutineer/v1": "4d03e92eff4b2f473209bf9a6b8604b4"
          },
          "properties": {
            "outcome": "violation",
            "jurisdiction": "zz",
            "on": "2001-05-01",
            "due": "2001-05-11",
            "records": 1,
            "article": "Section 4(1), Parties Act (Act No 7 of 1 March 1990), as in force on 2001-05-01; source invented",
            "confidence": "high"
          }
        },
        {
          "ruleId": "zz.gift.cap",
          "kind": "open",
          "level": "none",
          "message": {
            "text": "undetermined: One person gave more than the cap\nrecord: gifts.ndjson:2  2\nmissing: an unreadable row, donor.id, received, recipient.id, recipient.kind\narticle: Section 5(2), Parties Act (Act No 7 of 1 March 1990)\nconfidence: medium"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "gifts.ndjson"
                },
                "region": {
                  "startLine": 2
                }
              },
              "message": {
                "text": "2"
              }
            }
          ],
          "partialFingerprints": {
            "scrutineer/v1": "484e477e4adcfaefaaf660c067dafc28"
          },
          "properties": {
            "outcome": "undetermined",
            "jurisdiction": "zz",
            "records": 1,
            "article": "Section 5(2), Parties Act (Act No 7 of 1 March 1990)",
            "confidence": "medium"
          }
        }
      ]
    }
  ]
}

$ . ./env; scrutineer check -j zz --format junit gifts.ndjson 2>/dev/null
<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1" errors="1" skipped="1">
  <testsuite name="scrutineer" tests="3" failures="1" errors="1" skipped="1">
    <testcase classname="zz.gift.foreign" name="gifts.ndjson:1 4d03e92eff4b2f473209bf9a6b8604b4" file="gifts.ndjson" line="1">
      <failure message="A company that is too foreign gave to a party" type="violation">violation: A company that is too foreign gave to a party
record: gifts.ndjson:1  1
who: donor: =SUM(A1); recipient: The Party
facts: donor.foreign_share: 90 %; amount: 20.00 EUR; recipient.kind: party; returned: none; received: 2001-05-01
why: the donor belongs to those who may not give; recipient.kind == &quot;party&quot;: yes (party == party); donor.foreign_share &gt; max_share: yes (90 % &gt; 50 %); returned &lt;= received + 10 days: no (none &lt;= 2001-05-11)
article: Section 4(1), Parties Act (Act No 7 of 1 March 1990), as in force on 2001-05-01; source invented
threat: guards against: Foreign money (impact high, priority high)
must: return to donor, by 2001-05-11 (Electoral Board)
confidence: high</failure>
    </testcase>
    <testcase classname="zz.gift.cap" name="gifts.ndjson:2 484e477e4adcfaefaaf660c067dafc28" file="gifts.ndjson" line="2">
      <skipped message="One person gave more than the cap">undetermined: One person gave more than the cap
record: gifts.ndjson:2  2
missing: an unreadable row, donor.id, received, recipient.id, recipient.kind
article: Section 5(2), Parties Act (Act No 7 of 1 March 1990)
confidence: medium</skipped>
    </testcase>
    <testcase classname="gifts.ndjson" name="every row is read">
      <error message="1 of 2 rows were not read"/>
    </testcase>
  </testsuite>
</testsuites>
[1]

$ . ./env; scrutineer check -j zz --format ftm gifts.ndjson 2>/dev/null
{"id":"6d21a8cf1d62b982d0ea54f0e4dd983f","schema":"LegalEntity","properties":{"name":["=SUM(A1)"],"notes":["donor"]}}
{"id":"5001e504f59ff3e218baef05545f1973","schema":"LegalEntity","properties":{"name":["The Party"],"notes":["recipient"]}}
{"id":"4d03e92eff4b2f473209bf9a6b8604b4","schema":"Event","properties":{"name":["A company that is too foreign gave to a party"],"date":["2001-05-01"],"country":["zz"],"summary":["Section 4(1), Parties Act (Act No 7 of 1 March 1990), as in force on 2001-05-01; source invented"],"description":["violation: A company that is too foreign gave to a party\nrecord: gifts.ndjson:1  1\nwho: donor: =SUM(A1); recipient: The Party\nfacts: donor.foreign_share: 90 %; amount: 20.00 EUR; recipient.kind: party; returned: none; received: 2001-05-01\nwhy: the donor belongs to those who may not give; recipient.kind == \"party\": yes (party == party); donor.foreign_share > max_share: yes (90 % > 50 %); returned <= received + 10 days: no (none <= 2001-05-11)\narticle: Section 4(1), Parties Act (Act No 7 of 1 March 1990), as in force on 2001-05-01; source invented\nthreat: guards against: Foreign money (impact high, priority high)\nmust: return to donor, by 2001-05-11 (Electoral Board)\nconfidence: high"],"recordId":["1"],"keywords":["violation","zz.gift.foreign","foreign-money"],"involved":["6d21a8cf1d62b982d0ea54f0e4dd983f","5001e504f59ff3e218baef05545f1973"]}}
[1]

$ . ./env; scrutineer check -j zz --format stix gifts.ndjson 2>&1 >/dev/null
error: a report as stix needs the day on which it is made [report-undated]
      = say --dated 2026-01-31, so that the same input gives the same report
[2]

$ . ./env; scrutineer check -j zz --format stix --dated 2026-02-30 gifts.ndjson 2>&1 >/dev/null
error: "2026-02-30" is not a day of the calendar [usage]
      = write it like 2021-01-31
[2]

$ . ./env; scrutineer check -j zz --format stix --dated 2026-01-31 gifts.ndjson 2>/dev/null
{
  "type": "bundle",
  "id": "bundle--f603a29f-d363-4728-bc29-ecd575c651de",
  "objects": [
    {
      "type": "identity",
      "spec_version": "2.1",
      "id": "identity--627b51bf-22a4-46e4-a304-da94ba94c93e",
      "created": "2026-01-31T00:00:00.000Z",
      "modified": "2026-01-31T00:00:00.000Z",
      "name": "scrutineer 0.1.0",
      "identity_class": "system"
    },
    {
      "type": "file",
      "spec_version": "2.1",
      "id": "file--4596870f-9f72-4aa7-abe2-61174a19385c",
      "name": "gifts.ndjson"
    },
    {
      "type": "identity",
      "spec_version": "2.1",
      "id": "identity--6d21a8cf-1d62-4982-80ea-54f0e4dd983f",
      "created": "2026-01-31T00:00:00.000Z",
      "modified": "2026-01-31T00:00:00.000Z",
      "created_by_ref": "identity--627b51bf-22a4-46e4-a304-da94ba94c93e",
      "name": "=SUM(A1)",
      "identity_class": "unknown",
      "roles": [
        "donor"
      ]
    },
    {
      "type": "identity",
      "spec_version": "2.1",
      "id": "identity--5001e504-f59f-43e2-98ba-ef05545f1973",
      "created": "2026-01-31T00:00:00.000Z",
      "modified": "2026-01-31T00:00:00.000Z",
      "created_by_ref": "identity--627b51bf-22a4-46e4-a304-da94ba94c93e",
      "name": "The Party",
      "identity_class": "unknown",
      "roles": [
        "recipient"
      ]
    },
    {
      "type": "note",
      "spec_version": "2.1",
      "id": "note--4d03e92e-ff4b-4f47-b209-bf9a6b8604b4",
      "created": "2026-01-31T00:00:00.000Z",
      "modified": "2026-01-31T00:00:00.000Z",
      "created_by_ref": "identity--627b51bf-22a4-46e4-a304-da94ba94c93e",
      "confidence": 85,
      "labels": [
        "violation",
        "zz.gift.foreign"
      ],
      "external_references": [
        {
          "source_name": "zz.parties-1990",
          "external_id": "zz.parties-1990/4.1",
          "description": "Section 4(1), Parties Act (Act No 7 of 1 March 1990)"
        }
      ],
      "abstract": "A company that is too foreign gave to a party",
      "content": "violation: A company that is too foreign gave to a party\nrecord: gifts.ndjson:1  1\nwho: donor: =SUM(A1); recipient: The Party\nfacts: donor.foreign_share: 90 %; amount: 20.00 EUR; recipient.kind: party; returned: none; received: 2001-05-01\nwhy: the donor belongs to those who may not give; recipient.kind == \"party\": yes (party == party); donor.foreign_share > max_share: yes (90 % > 50 %); returned <= received + 10 days: no (none <= 2001-05-11)\narticle: Section 4(1), Parties Act (Act No 7 of 1 March 1990), as in force on 2001-05-01; source invented\nthreat: guards against: Foreign money (impact high, priority high)\nmust: return to donor, by 2001-05-11 (Electoral Board)\nconfidence: high",
      "object_refs": [
        "file--4596870f-9f72-4aa7-abe2-61174a19385c",
        "identity--6d21a8cf-1d62-4982-80ea-54f0e4dd983f",
        "identity--5001e504-f59f-43e2-98ba-ef05545f1973"
      ]
    }
  ]
}
[1]

# A workbook is bytes; `tests/formats` has it read by another program.

$ . ./env; for i in 1 2; do scrutineer check -j zz --format xlsx gifts.ndjson > $i.xlsx 2>/dev/null; done; cmp 1.xlsx 2.xlsx; head -c 2 1.xlsx; echo
PK
