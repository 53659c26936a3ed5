# Bills: amendments of the law of Zedland, an invented country.

$ cp -r "$SRC/tests/data/zedland" law; chmod -R u+w law; cp "$SRC/lawbase/vocabulary.yaml" law

# A bill says what it changes, and from when on.

$ printf '%s\n' 'bill: zz.lower-cap' 'title: {en: A lower cap, fr: Un plafond plus bas}' 'sponsor: invented' 'source: invented' 'base: {date: 2004-06-01}' 'commencement: 2005-01-01' 'changes:' '  - set: zz.cap' '    value: 800 EUR' '    transition: {value: 900 EUR, until: 2006-01-01}' '  - set: zz.gift.foreign' '    as: {severity: indicator, with: {barred: donor.foreign_share > max_share}}' '    without: [consequence]' '    transition: {spares: amount < money("100 EUR"), until: 2005-07-01}' '  - set: zz.parties-1990/5.2' '    as: {summary: {en: One person gives at most the lower cap in a year., fr: Une personne donne au plus le plafond plus bas.}}' '    note: {en: 900 euro for a year, fr: 900 euros pendant un an}' > lower.yaml
$ scrutineer bill show lower.yaml --lawbase law
A lower cap
      zz.lower-cap, by invented, drafted on the law of 2004-06-01
      source: invented
~
  Section 5(2), Parties Act (Act No 7 of 1 March 1990)
    zz.cap  Most that one person may give in a year
      parameter changed from 2005-01-01
      value: [-1000.00-] {+800.00+} EUR
      transition: 900 EUR until 2006-01-01
    zz.parties-1990/5.2
      provision changed from 2005-01-01
      text: One person gives at most the {+lower+} cap in a year.
      900 euro for a year
~
  Section 4(1), Parties Act (Act No 7 of 1 March 1990)
    zz.gift.foreign  A company that is too foreign gave to a party
      rule changed from 2005-01-01
      with barred: [-to_party and-] donor.foreign_share > max_share
      severity: [-violation-] {+indicator+}
      consequence action: [-return-to-donor-]
      consequence within: [-10 days-]
      consequence authority: [-board-]
      transition: what meets "amount < money("100 EUR")" stays under the old law until 2005-07-01
~
The law as it would read on 2006-01-01
~
zz.cap  Most that one person may give in a year
~
  value       800.00 EUR
  written     800 EUR
  in force    from 2006-01-01
  provision   zz.parties-1990/5.2
  source      invented
  confidence  high
~
zz.gift.foreign  A company that is too foreign gave to a party
  in force    from 2005-07-01
  severity    indicator
  plugin      prohibited-source
  threat      guards against: Foreign money (impact high, priority high)
  barred      donor.foreign_share > max_share
  unless      returned <= received + days(10) (zz.parties-1990/9)
~
zz.parties-1990/4.1  Gifts from abroad
  citation    Section 4(1), Parties Act (Act No 7 of 1 March 1990)
~
  in force    from 2000-01-01
  says        Companies that are more than 50 % foreign may not give.
  source      invented
  confidence  high
~
zz.parties-1990/5.2  Most that one person may give
  citation    Section 5(2), Parties Act (Act No 7 of 1 March 1990)
~
  in force    from 2005-01-01
  says        One person gives at most the lower cap in a year.
  source      invented
  confidence  high

# In the language that is asked for; as a page.

$ scrutineer bill show lower.yaml --lawbase law --lang fr | head -n 20
Un plafond plus bas
      zz.lower-cap, by invented, drafted on the law of 2004-06-01
      source: invented
~
  Section 5(2), Loi sur les partis (Act No 7 of 1 March 1990)
    zz.cap  Maximum annuel
      parameter changed from 2005-01-01
      value: [-1000.00-] {+800.00+} EUR
      transition: 900 EUR until 2006-01-01
    zz.parties-1990/5.2
      provision changed from 2005-01-01
      text: Une personne donne au plus le [-plafond.-] {+plafond plus bas.+}
      900 euros pendant un an
~
  Section 4(1), Loi sur les partis (Act No 7 of 1 March 1990)
    zz.gift.foreign  Don d'une société trop étrangère
      rule changed from 2005-01-01
      with barred: [-to_party and-] donor.foreign_share > max_share
      severity: [-violation-] {+indicator+}
      consequence action: [-return-to-donor-]
$ scrutineer bill show lower.yaml --lawbase law --format html | sed -n '/<h2>/,/<h4>/p' | head -n 16
<h2>A lower cap</h2>
<p class="bill">zz.lower-cap, by invented, drafted on the law of 2004-06-01</p>
<p class="bill">source: invented</p>
<h3>Section 5(2), Parties Act (Act No 7 of 1 March 1990)</h3>
<h4>zz.cap  Most that one person may give in a year</h4>
<h2>The law as it would read on 2006-01-01</h2>
<pre>zz.cap  Most that one person may give in a year
~
  value       800.00 EUR
  written     800 EUR
  in force    from 2006-01-01
  provision   zz.parties-1990/5.2
  source      invented
  confidence  high
</pre>
<pre>zz.gift.foreign  A company that is too foreign gave to a party

# It tells when the law that it amends has moved since.

$ scrutineer bill base lower.yaml --lawbase law | sed 's/digest: .*/digest: .../'
base:
  date: 2004-06-01
  digest: ...
  pieces:
    zz.cap: "4061cfdf46c3"
    zz.gift.foreign: "a654185b403c"
    zz.parties-1990/5.2: "2d52ac13819e"
$ scrutineer bill lint lower.yaml --lawbase law
1 bill, 3 changes, 0 tests passed: 3 warnings
! lower.yaml:8:10: warning: whether "zz.cap" is still what it was when the bill was drafted cannot be told [bill-base]
!     8 |   - set: zz.cap
!       |          ^^^^^^
!       = `scrutineer bill base BILL` writes the lines for "base:"
! lower.yaml:11:10: warning: whether "zz.gift.foreign" is still what it was when the bill was drafted cannot be told [bill-base]
!    11 |   - set: zz.gift.foreign
!       |          ^^^^^^^^^^^^^^^
!       = `scrutineer bill base BILL` writes the lines for "base:"
! lower.yaml:15:10: warning: whether "zz.parties-1990/5.2" is still what it was when the bill was drafted cannot be told [bill-base]
!    15 |   - set: zz.parties-1990/5.2
!       |          ^^^^^^^^^^^^^^^^^^^
!       = `scrutineer bill base BILL` writes the lines for "base:"
$ scrutineer bill base lower.yaml --lawbase law > base; sed -e '/^base/r base' -e '/^base: {/d' lower.yaml > based.yaml; scrutineer bill lint based.yaml --lawbase law
1 bill, 3 changes, 0 tests passed: clean
$ sed -i 's/value: 1000 EUR/value: 1100 EUR/' law/zz/parameters.yaml; scrutineer bill lint based.yaml --lawbase law; sed -i 's/value: 1100 EUR/value: 1000 EUR/' law/zz/parameters.yaml
! based.yaml:9:5: error: "zz.cap" is not what it was when the bill was drafted [bill-moved]
!     9 |     zz.cap: "4061cfdf46c3"
!       |     ^^^^^^
!       = read it again; `scrutineer bill base BILL` then writes these lines anew
! law/zz/parameters.yaml:2:14: note: as it stands now
!     2 | - parameter: zz.cap
!       |              ^^^^^^

# Filings under today's law and under the bill: the transition spares small gifts until July 2005.

$ printf '%s\n' record,ref,received,amount,recipient.name,recipient.kind,recipient.id,donor.name,donor.id,donor.foreign_share,returned 'donation,a,2004-12-31,850 EUR,P,party,P,Ann,A,,(none)' 'donation,b,2005-02-01,950 EUR,P,party,P,Ben,B,,(none)' 'donation,c,2006-02-01,850 EUR,P,party,P,Ann,A,,(none)' 'donation,d,2005-06-30,99 EUR,P,party,P,Co,C,60 %,(none)' 'donation,e,2005-06-30,100 EUR,P,party,P,Co,C,60 %,(none)' 'donation,f,2005-07-01,99 EUR,P,party,P,Co,C,60 %,(none)' 'donation,g,2005-08-01,50 EUR,P,party,P,Nobody,N,,(none)' > gifts.csv
$ scrutineer bill try lower.yaml gifts.csv -j zz --lawbase law
bill       zz.lower-cap  A lower cap
filings    gifts.csv (records-csv): 7 records, 0 unreadable  EUR 2998.00
~
by rule: findings under today's law, and under the bill
  zz.gift.cap  One person gave more than the cap
      0 -> 2
      appears                   2  EUR 1800.00
  zz.gift.foreign  A company that is too foreign gave to a party
      7 -> 7
      changes severity          2  EUR 199.00
  5 findings stay as they are
~
by donor (a record that two rules meet counts for each)
  Co
      changes severity          2  EUR 199.00
  Ann
      appears                   1  EUR 850.00
  Ben
      appears                   1  EUR 950.00
~
by recipient (a record that two rules meet counts for each)
  P
      appears                   2  EUR 1800.00
      changes severity          2  EUR 199.00
~
by year (a record that two rules meet counts for each)
  2005
      appears                   1  EUR 950.00
      changes severity          2  EUR 199.00
  2006
      appears                   1  EUR 850.00
~
appears: One person gave more than the cap [zz.gift.cap]
  --> gifts.csv:3  b
    donor      Ben
    recipient  P
    amount     950.00 EUR
    on         2005-02-01
    today      the rule is not met (zz.cap = 1000.00 EUR)
    bill       indicator: the donations of one donor in one period add up to more than the cap
               total > cap: yes (950.00 EUR > 900.00 EUR)
~
appears: One person gave more than the cap [zz.gift.cap]
  --> gifts.csv:4  c
    donor      Ann
    recipient  P
    amount     850.00 EUR
    on         2006-02-01
    today      the rule is not met (zz.cap = 1000.00 EUR)
    bill       indicator: the donations of one donor in one period add up to more than the cap
               total > cap: yes (850.00 EUR > 800.00 EUR)
~
changes severity: A company that is too foreign gave to a party [zz.gift.foreign]
  --> gifts.csv:6  e
    donor      Co
    recipient  P
    amount     100.00 EUR
    on         2005-06-30
    today      violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.foreign_share > max_share: yes (60 % > 50 %)
               returned <= received + 10 days: no (none <= 2005-07-10)
    bill       indicator: the donor belongs to those who may not give
               donor.foreign_share > max_share: yes (60 % > 50 %)
               not (amount < 100.00 EUR): yes (100.00 EUR < 100.00 EUR)
               returned <= received + 10 days: no (none <= 2005-07-10)
~
changes severity: A company that is too foreign gave to a party [zz.gift.foreign]
  --> gifts.csv:7  f
    donor      Co
    recipient  P
    amount     99.00 EUR
    on         2005-07-01
    today      violation: the donor belongs to those who may not give
               recipient.kind == "party": yes (party == party)
               donor.foreign_share > max_share: yes (60 % > 50 %)
               returned <= received + 10 days: no (none <= 2005-07-11)
    bill       indicator: the donor belongs to those who may not give
               donor.foreign_share > max_share: yes (60 % > 50 %)
               returned <= received + 10 days: no (none <= 2005-07-11)

# As if it had been in force earlier: all its days move along.

$ scrutineer bill try lower.yaml gifts.csv -j zz --lawbase law --as-if 2004-01-01 | sed -n '1,/^by donor/p'
bill       zz.lower-cap  A lower cap
as if      in force from 2004-01-01
filings    gifts.csv (records-csv): 7 records, 0 unreadable  EUR 2998.00
~
by rule: findings under today's law, and under the bill
  zz.gift.cap  One person gave more than the cap
      0 -> 2
      appears                   2  EUR 1800.00
  zz.gift.foreign  A company that is too foreign gave to a party
      7 -> 7
      changes severity          3  EUR 298.00
  4 findings stay as they are
~
by donor (a record that two rules meet counts for each)
$ scrutineer bill try lower.yaml gifts.csv -j zz --lawbase law --as-if always | sed -n '1,/^by donor/p'
bill       zz.lower-cap  A lower cap
as if      in force always
filings    gifts.csv (records-csv): 7 records, 0 unreadable  EUR 2998.00
~
by rule: findings under today's law, and under the bill
  zz.gift.cap  One person gave more than the cap
      0 -> 3
      appears                   3  EUR 2650.00
  zz.gift.foreign  A company that is too foreign gave to a party
      7 -> 7
      changes severity          3  EUR 298.00
  4 findings stay as they are
~
by donor (a record that two rules meet counts for each)
$ scrutineer bill try lower.yaml gifts.csv -j zz --lawbase law --as-if 2004-02-30
! error: "2004-02-30" is not a day of the calendar [usage]
!       = write it like 2021-01-31
[2]
$ scrutineer bill try lower.yaml gifts.csv -j zz --lawbase law --format json | sed -n '/"rules"/,/"by"/p' | head -n 40
  "rules": [
    {
      "rule": "zz.gift.cap",
      "before": 0,
      "after": 2,
      "appears": {
        "findings": 2,
        "amounts": {
          "EUR": "1800.00"
        }
      },
      "vanishes": {
        "findings": 0,
        "amounts": {}
      },
      "changes": {
        "findings": 0,
        "amounts": {}
      },
      "undetermined": {
        "findings": 0,
        "amounts": {}
      },
      "stays": 0
    },
    {
      "rule": "zz.gift.foreign",
      "before": 7,
      "after": 7,
      "appears": {
        "findings": 0,
        "amounts": {}
      },
      "vanishes": {
        "findings": 0,
        "amounts": {}
      },
      "changes": {
        "findings": 2,
        "amounts": {

# All of the law under the bill can be read, and filings checked by it.

$ scrutineer law timeline zz.cap --bill lower.yaml --lawbase law
zz.cap  Most that one person may give in a year
  1990-03-01 - 1999-12-31  high    500.00 EUR
  2000-01-01 - 2004-12-31  medium  1000.00 EUR
                             doubt: the text was not read
  2005-01-01 - 2005-12-31  high    900.00 EUR
  2006-01-01 -             high    800.00 EUR
$ scrutineer law show zz.gift.foreign --on 2005-06-30 --bill lower.yaml --lawbase law | head -n 7
zz.gift.foreign  A company that is too foreign gave to a party
  in force    from 2005-01-01 until 2005-06-30
  severity    indicator
  plugin      prohibited-source
  threat      guards against: Foreign money (impact high, priority high)
  barred      donor.foreign_share > max_share
  unless      returned <= received + days(10) (zz.parties-1990/9)
$ scrutineer explain zz.gift.foreign --bill lower.yaml --lawbase law | grep 'in force'
  zz.gift.foreign, a violation, in force from 2000-01-01 until 2004-12-31
  zz.gift.foreign, a violation, in force from 2005-01-01 until 2005-06-30
  zz.gift.foreign, an indicator (never an accusation), in force from 2005-01-01 until 2005-06-30
  zz.gift.foreign, an indicator (never an accusation), in force from 2005-07-01
$ scrutineer check gifts.csv -j zz --bill lower.yaml --lawbase law | tail -n 5
  zz.gift.foreign                                       0        1        1        0  EUR 100.00
  zz.gift.foreign                                       0        1        2        0  EUR 99.00
~
  threat                                           impact priority findings
  foreign-money                                      high     high        3

# What it forgets: who cites what it repeals, what nothing uses any more, what is left without an offence.

$ printf '%s\n' 'bill: zz.forgetful' 'title: {en: Forgetful, fr: Oublieux}' 'sponsor: invented' 'source: invented' 'base: {date: 2004-06-01}' 'commencement: 2005-01-01' 'changes:' '  - repeal: zz.gift.foreign' '  - repeal: zz.parties-1990/5.2' > forgetful.yaml
$ scrutineer bill lint forgetful.yaml --lawbase law 2>&1 | grep -v '^ *[0-9]* |\|^ *|'
forgetful.yaml:8:13: warning: whether "zz.gift.foreign" is still what it was when the bill was drafted cannot be told [bill-base]
      = `scrutineer bill base BILL` writes the lines for "base:"
forgetful.yaml:9:13: warning: whether "zz.parties-1990/5.2" is still what it was when the bill was drafted cannot be told [bill-base]
      = `scrutineer bill base BILL` writes the lines for "base:"
forgetful.yaml:8:13: warning: the sanction "zz.parties-1990/9" has no offence left [bill-forgets]
      = repeal the sanction, or let another rule lead to it
law/zz/instruments.yaml:34:18: note: the sanction
forgetful.yaml:9:13: error: the limit "zz.cap" still cites "zz.parties-1990/5.2", which is repealed [bill-forgets]
      = repeal or change it as well, in the same bill
law/zz/parameters.yaml:8:33: note: here
law/zz/rules/gifts.yaml:45:16: error: the rule is in force on 2005-01-01, but "zz.parties-1990/5.2" is not [law-not-in-force]
      = adjust the rule's in_force, or cite what was in force
law/zz/instruments.yaml:25:18: note: the provision
forgetful.yaml:1:7: warning: no rule uses the limit "zz.max_share" any more from 2005-01-01 on [bill-forgets]
      = repeal it as well, or let a rule use it
law/zz/parameters.yaml:10:14: note: the limit

# A definition changes for the rules that name it, from that day on.

$ printf '%s\n' 'bill: zz.candidates' 'title: {en: Candidates, fr: Candidats}' 'sponsor: invented' 'source: invented' 'base: {date: 2004-06-01}' 'commencement: 2005-01-01' 'changes:' '  - set: zz.to_party' '    as: {when: "one_of(recipient.kind, \"party\", \"candidate\")"}' > candidates.yaml
$ scrutineer explain zz.gift.foreign --bill candidates.yaml --lawbase law | grep 'kind is'
  - the recipient's kind is "party"
  - the recipient's kind is party or candidate

# Two bills that change the same are in each other's way, but for one that amends the other.

$ sed -e 's/zz.lower-cap/zz.lowest-cap/' -e 's/800 EUR/700 EUR/' -e '/transition/d' -e '/zz.gift/,$d' lower.yaml > lowest.yaml
$ scrutineer bill lint lower.yaml lowest.yaml --lawbase law 2>&1 | grep -A 8 conflict
lowest.yaml:8:10: error: another bill changes "zz.cap" as well, for the same days [bill-conflict]
    8 |   - set: zz.cap
      |          ^^^^^^
      = if that is meant, say so: "amends: [BILL]"
lower.yaml:8:10: note: here, by "zz.lower-cap"
    8 |   - set: zz.cap
      |          ^^^^^^
$ sed -i '/^sponsor/i amends: [zz.lower-cap]' lowest.yaml; scrutineer bill lint lowest.yaml --lawbase law
! lowest.yaml:3:10: error: amends the bill "zz.lower-cap", which was not given before it [bill-amends]
!     3 | amends: [zz.lower-cap]
!       |          ^^^^^^^^^^^^
!       = give that bill's file in front of this one
[2]
$ scrutineer bill lint lower.yaml lowest.yaml --lawbase law 2>&1 | grep -c conflict
0
[1]
$ scrutineer law show zz.cap --on 2005-02-01 --bill lower.yaml --bill lowest.yaml --lawbase law | head -n 4
zz.cap  Most that one person may give in a year
~
  value       700.00 EUR
  written     700 EUR

# What a bill says wrongly is told where it stands.

$ sed 's/set: zz.cap/set: zz.cab/' lower.yaml > wrong.yaml; scrutineer bill lint wrong.yaml --lawbase law
! wrong.yaml:8:10: error: the law has no "zz.cab" [bill-unknown]
!     8 |   - set: zz.cab
!       |          ^^^^^^
!       = did you mean "zz.cap"?
[2]
$ sed 's/800 EUR/800 XYZ/' lower.yaml > wrong.yaml; scrutineer bill lint wrong.yaml --lawbase law
! wrong.yaml:9:12: error: expected an amount with its currency, like 2500000 AMD, found "800 XYZ" [law-value]
!     9 |     value: 800 XYZ
!       |            ^^^^^^^
!       = write no signs between the thousands
[2]
$ sed '/^commencement/d' lower.yaml > wrong.yaml; scrutineer bill lint wrong.yaml --lawbase law
! wrong.yaml:7:10: error: nothing says from when on this holds [bill-commencement]
!     7 |   - set: zz.cap
!       |          ^^^^^^
!       = add "commencement: DATE" to the change or to the bill
! wrong.yaml:10:10: error: nothing says from when on this holds [bill-commencement]
!    10 |   - set: zz.gift.foreign
!       |          ^^^^^^^^^^^^^^^
!       = add "commencement: DATE" to the change or to the bill
! wrong.yaml:14:10: error: nothing says from when on this holds [bill-commencement]
!    14 |   - set: zz.parties-1990/5.2
!       |          ^^^^^^^^^^^^^^^^^^^
!       = add "commencement: DATE" to the change or to the bill
[2]
$ sed 's/without: .consequence./without: [consequences]/' lower.yaml > wrong.yaml; scrutineer bill lint wrong.yaml --lawbase law
! wrong.yaml:13:15: error: "zz.gift.foreign" has no "consequences" [bill-unknown]
!    13 |     without: [consequences]
!       |               ^^^^^^^^^^^^
!       = did you mean "consequence"?
[2]
$ sed 's/spares: amount/spares: amont/' lower.yaml > wrong.yaml; scrutineer bill lint wrong.yaml --lawbase law 2>&1 | head -n 5
wrong.yaml:8:10: warning: whether "zz.cap" is still what it was when the bill was drafted cannot be told [bill-base]
    8 |   - set: zz.cap
      |          ^^^^^^
      = `scrutineer bill base BILL` writes the lines for "base:"
wrong.yaml:11:10: warning: whether "zz.gift.foreign" is still what it was when the bill was drafted cannot be told [bill-base]
$ sed 's/transition: {value: 900 EUR, until: 2006-01-01}/transition: {value: 900 EUR}/' lower.yaml > wrong.yaml; scrutineer bill lint wrong.yaml --lawbase law
! wrong.yaml:10:25: error: a transitional value must end [bill-transition]
!    10 |     transition: {value: 900 EUR}
!       |                         ^^^^^^^
!       = add "until: DATE"
[2]
$ sed 's/  - set: zz.cap/  - replace: zz.cap/' lower.yaml > wrong.yaml; scrutineer bill lint wrong.yaml --lawbase law
! wrong.yaml:9:12: error: this does not go with "replace" [bill-change]
!     9 |     value: 800 EUR
!       |            ^^^^^^^
!       = set: "value", or "as" and "without"; replace: "as"
[2]
$ sed 's/  - set: zz.cap/  - set: zz.cap\n    insert: {rule: zz.x}/' lower.yaml > wrong.yaml; scrutineer bill lint wrong.yaml --lawbase law
! wrong.yaml:9:13: error: a change is one of: set, replace, insert, repeal [bill-change]
!     9 |     insert: {rule: zz.x}
!       |             ^^^^^^^^^^^^
!       = write a change for each
[2]
$ scrutineer bill lint nothing.yaml --lawbase law
! nothing.yaml: error: cannot be read: No such file or directory [bill-unreadable]
!       = a bill is a YAML file; examples/bills has some
[2]
$ scrutineer bill lint
! scrutineer: bill lint: there is no bill among the words: a file whose name ends in .yaml
! scrutineer: usage: scrutineer bill lint BILL.yaml...; `scrutineer bill lint --help` tells more
[2]
$ scrutineer bill try lower.yaml
! scrutineer: bill try: there is no filing among the words
! scrutineer: usage: scrutineer bill try BILL.yaml... FILE... [--as-if DATE]; `scrutineer bill try --help` tells more
[2]
$ scrutineer bill lnit lower.yaml
! scrutineer: no command "bill lnit"; did you mean "lint"?
[2]
$ scrutineer bill try --help
usage: scrutineer bill try BILL.yaml... FILE... [--as-if DATE]
~
Reads the filings once and tells which findings appear, vanish, change their severity or
become undetermined: counts and sums by rule, actor and year, and both laws' reasons.
~
      --format text|json   json: core/report/schema/effect.schema.json
  -r, --register FILE      a register to look into besides: a watch-list, companies and
                           their owners; may be repeated
      --format-in NAME     the files' format, when their header does not tell, or a file
                           NEW.yaml
      --encoding NAME      of the files, when it is not the format's: windows-1251,
                           armscii-8, utf-16le, ...
      --rejects FILE       gets the rows that cannot be read, as they are
      --max-unreadable N   stop a file when more than N rows, or N% of them, cannot be
                           read
      --select RULE,...    only these rules; patterns like am.donation.*
      --ignore RULE,...    not these rules
      --identity strict|usual|broad
                           when gifts are of one donor: strict (one number), usual (also
                           one name with a date of birth or an address; default), broad
                           (also one name: an indicator at most); the report then also
                           says what the next step would change
      --include-low        also what rests on law of low confidence
  -J, --jobs N             threads (default: as many as there are processors)
      --memory SIZE        for groups of records, before they go to TMPDIR (default: a
                           quarter of the machine's)
      --progress always|never|auto
                           a line on the terminal: always (at once), never, auto (default:
                           after a second)
~
also, as `scrutineer bill --help` tells: --bill, --as-if, --jurisdiction, --lang,
--lawbase, --plugins, --add, --plugin-memory, --plugin-instructions, --colour, --help
~
exit status: 0 done, 2 not, 130 interrupted

# A limit with a sign between the thousands is no other limit.

$ sed 's/value: 1200 x am.minimum_salary_unit/value: 1.200 AMD/' "$SRC/examples/bills/am-lower-cap.yaml" > point.yaml; scrutineer bill lint -j am point.yaml
! point.yaml:19:12: error: "1.200 AMD" has more digits behind the point than the currency [law-value]
!    19 |     value: 1.200 AMD
!       |            ^^^^^^^^^
!       = write no signs between the thousands
[2]

# A bill whose name ends otherwise; and one that begins after the filings at hand.

$ cp "$SRC/examples/bills/am-lower-cap.yaml" lower.yml; scrutineer bill try -j am lower.yml "$SRC/examples/am/donations.csv" | sed -n '/^by rule/,$p'
by rule: findings under today's law, and under the bill
  nothing changes: the bill is in force from 2027-01-01; --as-if DATE shows its effect on filings of days before
  30 findings stay as they are
