# Pipelines: what is known is not told again, rules are chosen, and options stand in a file of the project. (Invented law
# and people.)

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law

$ printf '%s\n' '{"record":"donation","ref":"1","received":"2001-05-01","amount":"20 EUR","recipient.kind":"party","recipient.id":"P","donor.id":"D","donor.foreign_share":"90 %","returned":null}' '{"record":"ad","ref":"7","start":"2005-05-29","online":true}' > first.ndjson; printf '%s\n' '{"record":"donation","ref":"2","received":"2001-05-02","amount":"20 EUR","recipient.kind":"party","recipient.id":"P","donor.id":"E","donor.foreign_share":"91 %","returned":null}' > second.ndjson

# --- a project file, found from the working directory upward ---

$ printf '%s\n' 'jurisdiction: zz' 'lawbase: law' 'select: [zz.gift.*, zz.ad.silence]' 'fail-on: violation' > scrutineer.yaml

$ scrutineer check --format csv first.ndjson | cut -d, -f1,2,7
outcome,rule,ref
violation,zz.gift.foreign,1
indicator,zz.ad.silence,7

$ mkdir -p deep/er; (cd deep/er && scrutineer check --format csv ../../first.ndjson | cut -d, -f1,2,7)
outcome,rule,ref
violation,zz.gift.foreign,1
indicator,zz.ad.silence,7

# The command line wins; --no-project leaves the file out.

$ scrutineer check --format csv --select 'zz.ad.*' first.ndjson | cut -d, -f1,2,7
outcome,rule,ref
indicator,zz.ad.silence,7

$ scrutineer check --no-project -j zz --lawbase law --format csv --ignore 'zz.gift.foreign,zz.ad.silence' first.ndjson
outcome,rule,title,jurisdiction,file,line,ref,records,who,on,amount,currency,due,missing,facts,why,article,must,threat,priority,confidence,fingerprint,case

$ scrutineer check --format csv --fail-on never first.ndjson > /dev/null

# --- slips of the pen ---

$ scrutineer check --select zz.gift.foriegn first.ndjson
! error: --select: no rule "zz.gift.foriegn" [rule-unknown]
!       = did you mean "zz.gift.foreign"?
[2]

$ scrutineer check --ignore 'am.*' first.ndjson
! error: --ignore: no rule "am.*" [rule-unknown]
!       = `scrutineer law list` shows the rules
[2]

$ printf '%s\n' 'jurisdiction: zz' 'fail_on: violation' > scrutineer.yaml; scrutineer check first.ndjson
! scrutineer.yaml:2:1: error: unknown key "fail_on" in a project file [law-unknown-key]
!     2 | fail_on: violation
!       | ^^^^^^^
!       = did you mean "fail-on"?
[2]

$ printf '%s\n' 'fail-on: sometimes' 'include-low: perhaps' 'register: [x.csv, [y]]' > scrutineer.yaml; scrutineer check first.ndjson
! scrutineer.yaml:3:19: error: expected a path [project-value]
!     3 | register: [x.csv, [y]]
!       |                   ^^^
[2]

$ printf '%s\n' 'format: {a: b}' > scrutineer.yaml; scrutineer check first.ndjson
! scrutineer.yaml:1:9: error: "format" of a project file: expected a single value, found a map of keys [law-wrong-kind]
!     1 | format: {a: b}
!       |         ^^^^^^
[2]

$ printf 'fail-on: [\n' > scrutineer.yaml; scrutineer check first.ndjson
! scrutineer.yaml:2:1: error: did not find expected node content while parsing a flow node [yaml-syntax]
!     2 | 
!       | ^
[2]

$ rm scrutineer.yaml

# --- a baseline: an earlier report ---

$ export SCRUTINEER_LAWBASE=law; scrutineer check -j zz --format json first.ndjson > known.json; scrutineer check -j zz --baseline known.json first.ndjson second.ndjson | sed -n '/^[^ ]/p'
violation: A company that is too foreign gave to a party [zz.gift.foreign]
first.ndjson (records): 2 records, 0 unreadable
second.ndjson (records): 1 records, 0 unreadable  EUR 20.00
2 findings are known already and not told again

$ export SCRUTINEER_LAWBASE=law; scrutineer check -j zz --baseline known.json --format json first.ndjson | sed -n '/"rules"/,$p'
  "rules": [
    {
      "rule": "zz.ad.silence",
      "threat": {
        "class": "noise",
        "title": "Noise",
        "impact": "low",
        "priority": "urgent"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {},
      "known": 1
    },
    {
      "rule": "zz.gift.cap",
      "threat": null,
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {}
    },
    {
      "rule": "zz.gift.foreign",
      "threat": {
        "class": "foreign-money",
        "title": "Foreign money",
        "impact": "high",
        "priority": "high"
      },
      "violation": 0,
      "indicator": 0,
      "undetermined": 0,
      "exempt": 0,
      "amounts": {},
      "known": 1
    }
  ],
  "findings": []
}

$ export SCRUTINEER_LAWBASE=law; scrutineer check -j zz --format ndjson first.ndjson > known.ndjson; scrutineer check -j zz --baseline known.ndjson --format csv first.ndjson | wc -l
1

# Each finding of the baseline stands for one: rows that say the same are not hidden behind it.

$ export SCRUTINEER_LAWBASE=law; sed 's/"ref":"2",//' second.ndjson > one.ndjson; cat one.ndjson one.ndjson > two.ndjson; scrutineer check -j zz --format json one.ndjson > known.json; scrutineer check -j zz --baseline known.json --format csv two.ndjson | cut -d, -f1,2,5,6
outcome,rule,file,line
violation,zz.gift.foreign,two.ndjson,2

$ export SCRUTINEER_LAWBASE=law; scrutineer check -j zz --baseline nowhere.json first.ndjson; echo '{"scrutineer": "1", "findings": [{}]}' > bad.json; scrutineer check -j zz --baseline bad.json first.ndjson; head -c 200 known.ndjson > cut.json; scrutineer check -j zz --baseline cut.json first.ndjson; head -n 1 known.ndjson > cut.json; scrutineer check -j zz --baseline cut.json first.ndjson; echo '[1]' > list.json; scrutineer check -j zz --baseline list.json first.ndjson
! nowhere.json: error: cannot be read: No such file or directory [baseline-unreadable]
!       = name a report of an earlier check
! bad.json:1: error: a finding without a fingerprint [baseline-no-report]
!       = give a report made by `scrutineer check --format json` or ndjson
! cut.json:1:200: error: premature end of input near '"fact' [baseline-json]
!       = was it written whole?
! cut.json: error: the report is not whole: it has no head [baseline-no-report]
!       = give a report made by `scrutineer check --format json` or ndjson
! list.json:1: error: this is no report of scrutineer [baseline-no-report]
!       = give a report made by `scrutineer check --format json` or ndjson
[2]

# What is partial knows the choice of rules.

$ export SCRUTINEER_LAWBASE=law; scrutineer check -j zz --select 'zz.gift.*' --partial a.part first.ndjson; scrutineer merge -j zz a.part; scrutineer merge -j zz --select 'zz.gift.*' --format csv a.part | cut -d, -f1,2,7
outcome,rule,ref
violation,zz.gift.foreign,1
! a.part: error: was made with another set of plugins (17cd21bfa99797a3db6da33f3b819cd1, here fd4a6f56d88dad31fba96993e233604a) [partial-terms]
!       = make it again from its filings
! a.part: error: was made with another choice of law (-j, --select, --ignore, --identity) (zz; only zz.gift.*, here zz) [partial-terms]
!       = make it again from its filings

# --- a baseline of one filing hides nothing in another ---

$ mkdir -p other; cd other; scrutineer check --no-project --fail-on never --format json "$SRC/tests/data/gb-donations.csv" > gb.json; scrutineer check --no-project --fail-on never --baseline gb.json "$SRC/examples/am/donations.csv" 2>/dev/null | grep '^undetermined.*\[any'
undetermined: Two gave to each other within a year [any.donation.circular]
undetermined: One donor gave the same sum to several recipients within three days [any.donation.same-sum-to-several]
