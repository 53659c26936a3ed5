# The ledger of cases: decisions on findings, which a check knows the next time. (Invented law and people.)

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law; printf '%s\n' 'jurisdiction: zz' 'lawbase: law' 'ledger: cases.yaml' > scrutineer.yaml

$ printf '%s\n' '{"record":"donation","ref":"1","received":"2001-05-01","amount":"20 EUR","recipient.kind":"party","recipient.id":"P","donor.id":"D","donor.foreign_share":"90 %","returned":null}' '{"record":"donation","ref":"2","received":"2001-05-02","amount":"21 EUR","recipient.kind":"party","recipient.id":"P","donor.id":"E","donor.foreign_share":"91 %","returned":null}' '{"record":"ad","ref":"7","start":"2005-05-29","online":true}' > filings.ndjson

# The first check: all is new. What must follow was due long ago.

$ scrutineer check --dated 2001-06-01 --record --format csv filings.ndjson | sed 's/,.*,/, /'
outcome, case
violation, new; overdue since 2001-05-11
violation, new; overdue since 2001-05-12
indicator, new

$ cat cases.yaml
\# Decisions on findings, written by `scrutineer ledger`. Each hash holds all that stands above it.
ledger: 1
entries:
  - finding: 2e025dfada9c9f2f40baf2f65ff0394f
    rule: zz.gift.foreign
    status: open
    on: 2001-06-01
    by: "scrutineer check"
    why: "new"
    due: 2001-05-12
    facts: [cf1ddc11fcca1a8a9af9a0ff95b71a32]
    hash: 1561026ef0b11970a04a9c6213dc5336
  - finding: 4d03e92eff4b2f473209bf9a6b8604b4
    rule: zz.gift.foreign
    status: open
    on: 2001-06-01
    by: "scrutineer check"
    why: "new"
    due: 2001-05-11
    facts: [6dc1fa636aa3a4134a50da86a3d0e6dd]
    hash: 4a77967b9abfe11e7476a082381e9eba
  - finding: fb0e0d91ee61f31994c85408d648a0e3
    rule: zz.ad.silence
    status: open
    on: 2001-06-01
    by: "scrutineer check"
    why: "new"
    facts: [a6d78e6a7f01b78d46bc9e9d1b39bd03]
    hash: 2dd4567cd8424a76c5d3638a24bb1ef3

# Decisions. The ledger says what it ends with: who keeps the head sees when entries are cut off.

$ scrutineer ledger decide --ledger cases.yaml fb0e0d --status dismissed --on 2001-06-02 --by 'A. Person' --why 'paid by "nobody"' --until 2001-12-31
fb0e0d91ee61f31994c85408d648a0e3 dismissed
ledger head a1ed99a6d55d579c4f5bc259aab05b9c

$ scrutineer ledger decide --ledger cases.yaml 4d03e92e --status confirmed --on 2001-06-02 --by 'B. Person' --why 'letter sent' | tail -n 1 > head; cat head
ledger head 300307b2b5cc4d60adea68ffdc4cbfbb

# The next check: what was dismissed is not told again.

$ scrutineer check --dated 2001-07-01 filings.ndjson | grep -E '^(violation|indicator|ledger|[0-9])|case '
violation: A company that is too foreign gave to a party [zz.gift.foreign]
    case       confirmed on 2001-06-02 by B. Person: letter sent; overdue since 2001-05-11
violation: A company that is too foreign gave to a party [zz.gift.foreign]
    case       open on 2001-06-01 by scrutineer check: new; overdue since 2001-05-12
1 findings are known already and not told again
ledger cases.yaml: 0 new, 0 came back (0 a fact changed, 0 the decision ended), 2 as they were, 1 settled; 2 overdue; 0 cases not found

# The decision ends; a fact changes: both come back.

$ sed 's/90 %/95 %/' filings.ndjson > later.ndjson; scrutineer check --dated 2002-01-01 --record later.ndjson | grep -E '^(violation|indicator|ledger)|case '
violation: A company that is too foreign gave to a party [zz.gift.foreign]
    case       reopened: a fact changed since it was confirmed on 2001-06-02 by B. Person; overdue since 2001-05-11
violation: A company that is too foreign gave to a party [zz.gift.foreign]
    case       open on 2001-06-01 by scrutineer check: new; overdue since 2001-05-12
indicator: Advertising on voting day [zz.ad.silence]
    case       reopened: dismissed on 2001-06-02 by A. Person, which held until 2001-12-31
ledger cases.yaml: 0 new, 2 came back (1 a fact changed, 1 the decision ended), 1 as they were, 0 settled; 2 overdue; 0 cases not found

$ scrutineer check --dated 2002-01-02 --format json later.ndjson | sed -n '/"ledger"/,/}/p'
  "ledger": {
    "file": "cases.yaml",
    "new": 0,
    "changed": 0,
    "expired": 0,
    "standing": 3,
    "settled": 0,
    "overdue": 2,
    "gone": 0
  },

# Rows elsewhere, in other files: the cases are the same.

$ sed -n '3p;1p' later.ndjson > a.ndjson; sed -n 2p later.ndjson > b.ndjson; scrutineer check --dated 2002-01-02 b.ndjson a.ndjson | grep '^ledger'
ledger cases.yaml: 0 new, 0 came back (0 a fact changed, 0 the decision ended), 3 as they were, 0 settled; 2 overdue; 0 cases not found

# One is no longer found.

$ scrutineer check --dated 2002-01-02 a.ndjson | grep '^ledger'
ledger cases.yaml: 0 new, 0 came back (0 a fact changed, 0 the decision ended), 2 as they were, 0 settled; 1 overdue; 1 cases not found

# --- list, due, stats ---

$ scrutineer ledger list --ledger cases.yaml --on 2002-02-01
2e025dfada9c9f2f40baf2f65ff0394f  open       2001-06-01  2001-05-12  zz.gift.foreign  scrutineer check: new (overdue)
4d03e92eff4b2f473209bf9a6b8604b4  open       2002-01-01  2001-05-11  zz.gift.foreign  scrutineer check: a fact changed (overdue)
fb0e0d91ee61f31994c85408d648a0e3  open       2002-01-01              zz.ad.silence  scrutineer check: the decision held until then

$ scrutineer ledger list --ledger cases.yaml --status confirmed

$ scrutineer ledger due --ledger cases.yaml --on 2001-05-12
4d03e92eff4b2f473209bf9a6b8604b4  open       2002-01-01  2001-05-11  zz.gift.foreign  scrutineer check: a fact changed (overdue)
2e025dfada9c9f2f40baf2f65ff0394f  open       2001-06-01  2001-05-12  zz.gift.foreign  scrutineer check: new

$ scrutineer ledger stats --ledger cases.yaml --on 2002-02-01
3 cases, 7 entries
  open           3
  confirmed      0
  dismissed      0
  returned       0
  referred       0
  on 2002-02-01: 0 decisions are past, 2 cases overdue

# --- other hands ---

$ scrutineer ledger verify --ledger cases.yaml; scrutineer ledger verify --ledger cases.yaml --head "$(cut -d' ' -f3 head)"
7 entries, each as it was written; ledger head 18c3bca6bf9a9f911dde5756aaf2cede
! cases.yaml: error: its head is 18c3bca6bf9a9f911dde5756aaf2cede, not 300307b2b5cc4d60adea68ffdc4cbfbb [ledger-head]
!       = entries were added or cut off since
[2]

$ sed 's/letter sent/letter lost/' cases.yaml > forged.yaml; scrutineer ledger verify --ledger forged.yaml; scrutineer check --dated 2002-01-02 --ledger forged.yaml a.ndjson
! forged.yaml:39:14: error: this entry is not what was written here: it, its hash, or the order of entries was changed [ledger-tampered]
!    39 |   - finding: 4d03e92eff4b2f473209bf9a6b8604b4
!       |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!       = take the file from where it is kept; decisions are made by `scrutineer ledger decide`
! forged.yaml:39:14: error: this entry is not what was written here: it, its hash, or the order of entries was changed [ledger-tampered]
!    39 |   - finding: 4d03e92eff4b2f473209bf9a6b8604b4
!       |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!       = take the file from where it is kept; decisions are made by `scrutineer ledger decide`
[2]

$ sed '1s/^# Dec/# dec/' cases.yaml > forged.yaml; scrutineer ledger verify --ledger forged.yaml
! forged.yaml:1:3: error: the file was changed here after it was written [ledger-tampered]
!     1 | # decisions on findings, written by `scrutineer ledger`. Each hash holds all that stands above it.
!       |   ^
!       = take the file from where it is kept
[2]

$ sed '/^  - finding: fb0e0d/,/hash/d' cases.yaml > forged.yaml; scrutineer ledger verify --ledger forged.yaml
! forged.yaml:22:14: error: this entry is not what was written here: it, its hash, or the order of entries was changed [ledger-tampered]
!    22 |   - finding: 4d03e92eff4b2f473209bf9a6b8604b4
!       |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
!       = take the file from where it is kept; decisions are made by `scrutineer ledger decide`
[2]

$ scrutineer ledger list --ledger cases.yaml > before

# --- slips of the pen ---

$ scrutineer ledger decide --ledger cases.yaml 123456 --status dismissed --on 2002-06-02 --by A --why B; scrutineer ledger decide --ledger cases.yaml fb0e0d --status settled --on 2002-06-02 --by A --why B; scrutineer ledger decide --ledger cases.yaml fb0e0d --status dismissed --on 2002-06-02 --by A; scrutineer ledger decide --ledger cases.yaml fb0e0d --status dismissed --on 2002-06-31 --by A --why B; scrutineer ledger decide --ledger cases.yaml fb0e0d --status dismissed --on 2002-06-02 --by A --why B --until 2001-01-01; scrutineer ledger forget; scrutineer ledger list --ledger nowhere.yaml; scrutineer check a.ndjson
! error: the ledger has no case "123456" [ledger-no-case]
!       = the first six digits at least, of a finding that `scrutineer check --ledger FILE --record` wrote there
! error: "settled" is no status [ledger-status]
!       = open, confirmed, dismissed, returned or referred
! error: a decision needs --why [ledger-decision]
!       = `scrutineer ledger --help` shows how
! error: "2002-06-31" is not a day of the calendar [usage]
!       = write it like 2021-01-31
! error: the decision would end before it is made: 2001-01-01 [ledger-decision]
! scrutineer: no command "ledger forget"; `scrutineer ledger --help` lists them
! nowhere.yaml: error: cannot be read: No such file or directory [ledger-unreadable]
!       = `scrutineer check --ledger FILE --record` begins one
! error: a ledger needs the day of the check [ledger-undated]
!       = say --dated 2026-01-31: the day as of which decisions hold and terms are past
[2]

$ scrutineer ledger list --ledger cases.yaml | cmp - before; ls
a.ndjson
b.ndjson
before
cases.yaml
filings.ndjson
forged.yaml
head
later.ndjson
law
scrutineer.yaml
