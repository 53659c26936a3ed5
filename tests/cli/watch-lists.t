# Registers are looked into besides the filings: watch-lists, companies and their owners. The people are invented.

# A register is told by its columns, like a filing; the report says what was read.

$ printf 'record,list,ref,actor.name,actor.country,from\nlisting,example,1,Anna Example,AM,2020-01-01\n' > list.csv
$ scrutineer check -j any -r list.csv "$SRC/examples/am/donations.csv" | grep register
undetermined: A register lists a name like the donor's [any.donation.listed-actor]
register list.csv (records-csv): 1 entries, 0 unreadable
$ scrutineer check -j any -r list.csv --format json "$SRC/examples/am/donations.csv" | grep -A 7 '"registers"'
  "registers": [
    {
      "file": "list.csv",
      "format": "records-csv",
      "entries": 1,
      "unreadable": 0
    }
  ],

# What holds no entries is no register; a row that cannot be read is told.

$ scrutineer check -j any -r "$SRC/examples/am/donations.csv" list.csv
! SRC/examples/am/donations.csv: error: holds a "donation" (format am.donations), which is no entry of a register [register-not-one]
!       = give filings without -r
[2]
$ printf 'record,list,ref,actor.name,from\nlisting,example,1,Anna Example,today\n' > wrong.csv
$ scrutineer check -j any -r wrong.csv "$SRC/examples/am/donations.csv"
undetermined: Two gave to each other within a year [any.donation.circular]
  --> SRC/examples/am/donations.csv:9  AM-08
    missing    donor.id
    article    signal "circular money", Signals of hidden foreign funding (patterns of real cases, not law)
    confidence medium; finding ee3ff3e001215efe4cf8060dcab10102
~
undetermined: One donor gave the same sum to several recipients within three days [any.donation.same-sum-to-several]
  --> SRC/examples/am/donations.csv:9  AM-08
    missing    donor.kind, donor.name
    article    signal "same sum to several", Signals of hidden foreign funding (patterns of real cases, not law)
    confidence medium; finding 9e262e44004a2f99b05b8cf900c03319
~
SRC/examples/am/donations.csv (am.donations): 22 records, 0 unreadable  AMD 25850000.00
register wrong.csv (records-csv): 0 entries, 1 unreadable
~
  rule                                            violat. indicat. undeter.   exempt
  any.donation.beyond-means                             0        0        0        0
  any.donation.circular                                 0        0        1        0
  any.donation.denied                                   0        0        0        0
  any.donation.foreign-currency                         0        0        0        0
  any.donation.listed-actor                             0        0        0        0
  any.donation.listed-bank                              0        0        0        0
  any.donation.paid-abroad                              0        0        0        0
  any.donation.same-sum-to-several                      0        0        1        0
  any.donation.single-source                            0        0        0        0
  any.donation.young-company                            0        0        0        0
! wrong.csv:2:32: warning: unreadable row "1": column "from" has no date for "from" [filing-bad-date]
!       | today
!       = expected a day of the calendar as yyyy-mm-dd (format records-csv)
!       = the row is left out of all findings and totals
$ scrutineer check -j any -r nowhere.csv "$SRC/examples/am/donations.csv"
! nowhere.csv: error: cannot be opened: No such file or directory [filing-unreadable]
!       = check the path
[2]

# Partial results know which registers they were made with.

$ scrutineer check -j any -r list.csv --partial a.part "$SRC/examples/am/donations.csv"
$ scrutineer merge -j any -r list.csv a.part | grep register
undetermined: A register lists a name like the donor's [any.donation.listed-actor]
register list.csv (records-csv): 1 entries, 0 unreadable
$ scrutineer merge -j any a.part | grep register
! a.part: error: was made with another set of registers (-r) (c8ae6714190f1522ab65f96ce1d26b7a, here none) [partial-terms]
!       = make it again from its filings
[1]

# Names meet in any script and spelling that lawbase/names tells of, and each word says how.

$ scrutineer name 'Պետրոս Յակոբեան' 'Mr Petr J. AKOPYAN'
  word                sound               consonants    weight
  petros              petros              ptrs              80  given name  has other forms
  hakobyan            hakobian            akpn             100
~
  word                sound               consonants    weight
  petr                petr                ptr               60  given name  has other forms
  j                   J                   C                 20  initial
  akopyan             akopian             akpn              90
~
85.1 %: hakobyan ~ akopyan (alike, 82 %); petros ~ petr (same name, 92 %); only in the second: j
  alike exact (100 %): no, strict (92 %): no, usual (78 %): yes, broad (65 %): yes
$ scrutineer name '«Օրինակ» ՍՊԸ' 'ООО Оринак' | tail -n 2
100 %: orinak = orinak
  alike exact (100 %): yes, strict (92 %): yes, usual (78 %): yes, broad (65 %): yes
$ scrutineer name 'Orinak AG' 'Orinak GmbH' | tail -n 2
75 %: orinak = orinak; legal forms of two sorts
  alike exact (100 %): no, strict (92 %): no, usual (78 %): no, broad (65 %): yes

# Who in a register has a name like it, and how well the comparison does on labelled pairs.

$ scrutineer name -r list.csv --alike strict 'Աննա Էքզամպլ'
Աննա Էքզամպլ: 1 entries alike
92.8 %  Anna Example (AM)  example  list.csv:2
        ekzampl ~ example (alike, 88 %); anna = anna
$ scrutineer name -r list.csv 'Anna Exampel' 'Somebody Quite Other'
Anna Exampel: 1 entries alike
92.8 %  Anna Example (AM)  example  list.csv:2
        exampel ~ example (alike, 88 %); anna = anna
~
Somebody Quite Other: 0 entries alike
$ printf 'case_group,schema,name1,name2,is_match\nx,Person,Anna Example,Anna Exampel,true\nx,Person,Anna Example,Anna Other,true\nx,Person,Anna Example,Example Anna,false\n' > pairs.csv
$ scrutineer name --pairs pairs.csv
missed 44.1 %  Anna Example | Anna Other
               anna = anna; only in the first: example; only in the second: other
wrong  99.9 %  Anna Example | Example Anna
               example = example; anna = anna
3 pairs, from usual on: precision 50.0 % (1 of 2), recall 50.0 % (1 of 2), F1 50.0 % (2 of 4)

# A finding shows the entry, where it stands, since when, and how the names meet. It is an indicator at most.

$ printf 'record,ref,received,amount,donor.name,donor.birth_date\ndonation,d1,2022-05-01,100 EUR,Anna EXAMPEL,\ndonation,d2,2022-05-02,100 EUR,Example Anna,1980-01-31\ndonation,d3,2022-05-03,100 EUR,Somebody Quite Other,\n' > gifts.csv
$ printf 'record,list,ref,actor.name,actor.country,actor.birth_date,from,to,agent.name,reason\nlisting,example,1,Anna Example,AM,1970-01-31,2020-01-01,2021-01-01,Example Agents,an invented reason\n' > born.csv
$ scrutineer check -j any -r list.csv gifts.csv
indicator: A register lists a name like the donor's [any.donation.listed-actor]
  --> gifts.csv:2  d1
    donor      Anna EXAMPEL
    facts      amount: 100.00 EUR
    why        a register lists a name like it: find out whether it is the same
               loaded(): yes
               listed(donor, "", "strict"): yes (donor is Anna EXAMPEL)
    listed     92.8 % alike: Anna Example (AM), example 1, from 2020-01-01
               list.csv:2; exampel ~ example (alike, 88 %); anna = anna
    article    signal "listed actor", Signals of hidden foreign funding (patterns of real cases, not law)
               as in force on 2022-05-01; source comparative fact sheet, table of rules, row us-fara-match (a donor or payer who is a listed agent or principal, by names, an indicator)
    doubt      a likeness of names, not of people; what follows depends on the list
    threat     guards against: Foreign funding (impact high, priority urgent)
    confidence medium; finding ab60bd6e6480ca40bed2ae3ea273cfd1
~
indicator: A register lists a name like the donor's [any.donation.listed-actor]
  --> gifts.csv:3  d2
    donor      Example Anna
    facts      donor.birth_date: 1980-01-31; amount: 100.00 EUR
    why        a register lists a name like it: find out whether it is the same
               loaded(): yes
               listed(donor, "", "strict"): yes (donor is Example Anna)
    listed     99.9 % alike: Anna Example (AM), example 1, from 2020-01-01
               list.csv:2; example = example; anna = anna
    article    signal "listed actor", Signals of hidden foreign funding (patterns of real cases, not law)
               as in force on 2022-05-02; source comparative fact sheet, table of rules, row us-fara-match (a donor or payer who is a listed agent or principal, by names, an indicator)
    doubt      a likeness of names, not of people; what follows depends on the list
    threat     guards against: Foreign funding (impact high, priority urgent)
    confidence medium; finding 2bcd7772a7331fdff97f1026d7c65ad7
~
undetermined: Two gave to each other within a year [any.donation.circular]
  --> gifts.csv:2  d1
      and 1 more records
    missing    donor.id, recipient.id
    article    signal "circular money", Signals of hidden foreign funding (patterns of real cases, not law)
    confidence medium; finding fd00e4d22c298298839eee8a02dbcde6
~
undetermined: Two gave to each other within a year [any.donation.circular]
  --> gifts.csv:3  d2
    missing    recipient.id
    article    signal "circular money", Signals of hidden foreign funding (patterns of real cases, not law)
    confidence medium; finding e9f6590b1c9716a0b6620a48b8918079
~
gifts.csv (records-csv): 3 records, 0 unreadable  EUR 300.00
register list.csv (records-csv): 1 entries, 0 unreadable
~
  rule                                            violat. indicat. undeter.   exempt
  any.donation.beyond-means                             0        0        0        0
  any.donation.circular                                 0        0        2        0
  any.donation.denied                                   0        0        0        0
  any.donation.foreign-currency                         0        0        0        0
  any.donation.listed-actor                             0        2        0        0  EUR 200.00
  any.donation.listed-bank                              0        0        0        0
  any.donation.paid-abroad                              0        0        0        0
  any.donation.same-sum-to-several                      0        0        0        0
  any.donation.single-source                            0        0        0        0
  any.donation.young-company                            0        0        0        0
~
  threat                                           impact priority findings
  foreign-funding                                    high   urgent        2
[1]

# A date of birth that differs sinks the likeness, one that agrees raises it.

$ scrutineer check -j any -r born.csv gifts.csv | grep -E 'alike|like it' 
    why        a register lists a name like it: find out whether it is the same
    listed     92.8 % alike: Anna Example (AM), example 1, from 2020-01-01 to 2021-01-01, through Example Agents
               born.csv:2; exampel ~ example (alike, 88 %); anna = anna

# In JSON, and in whatever number of pieces the filings are read, the same.

$ scrutineer check -j any -r list.csv --format json gifts.csv | grep -A 16 '"listed"' | head -n 17
      "listed": [
        {
          "actor": "donor",
          "score": "92.8 %",
          "names": "92.8 %",
          "how": "exampel ~ example (alike, 88 %); anna = anna",
          "name": "Anna Example",
          "list": "example",
          "ref": "1",
          "reason": "",
          "through": "",
          "countries": [
            "AM"
          ],
          "from": "2020-01-01",
          "file": "list.csv",
          "line": 2
$ scrutineer check -j any -r list.csv gifts.csv > one; scrutineer check -j any -r list.csv --partial g.part gifts.csv; scrutineer merge -j any -r list.csv g.part | cmp - one

# An entry with several names is one entry, whether they stand in its row or in a file of their own (that of the Office of
# Foreign Assets Control): the one that is most alike is told, and what is known of the entry counts for each of them.

$ printf '7,"EXAMPLE, Anna","individual","EXAMPLE-PROGRAM",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 31 Jan 1970; nationality Armenia."\n8,"EXAMPLE HOLDING LLC",-0- ,"EXAMPLE-PROGRAM",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\n' > sdn.csv
$ printf '7,12,"aka","NIMUSHIAN, Annette",-0-\n7,13,"fka","NIMUSH, Annette",-0-\n9,14,"aka","ESEMPIO, Mario",-0-\n9,15,"aka","ESEMPIO, Maria",-0-\n' > alt.csv
$ printf 'record,ref,received,amount,donor.name,donor.birth_date\ndonation,d1,2022-05-01,100 EUR,Annette Nimushian,1970-01-31\ndonation,d2,2022-05-01,100 EUR,Annette Nimushian,1980-01-31\n' > alias.csv
$ scrutineer check -j any -r sdn.csv -r alt.csv alias.csv | grep -A 2 -E '^  --> |    listed'
  --> alias.csv:2  d1
    donor      Annette Nimushian
    facts      donor.birth_date: 1970-01-31; amount: 100.00 EUR
--
               listed(donor, "", "strict"): yes (donor is Annette Nimushian)
    listed     99.9 % alike: EXAMPLE, Anna (AM), also named NIMUSHIAN, Annette, us-ofac 7
               sdn.csv:1; nimushian = nimushian; annette = annette; date of birth agrees
               EXAMPLE-PROGRAM
--
  --> alias.csv:2  d1
      and 1 more records
    missing    recipient.id
$ scrutineer check -j any -r alt.csv -r sdn.csv --format json alias.csv | grep -E '"(listed_entries|how|name|alias|ref|reason)"' | sort | uniq -c
      1           "alias": "NIMUSHIAN, Annette",
      1           "how": "nimushian = nimushian; annette = annette; date of birth agrees",
      1           "name": "Annette Nimushian"
      1           "name": "EXAMPLE, Anna",
      1           "reason": "EXAMPLE-PROGRAM",
      1           "ref": "7",
      2           "ref": "d1"
      1       "listed_entries": 1,
$ scrutineer name -r alt.csv -r sdn.csv 'Annette Nimush' 'Maria Esempio'
Annette Nimush: 1 entries alike
99.9 %  EXAMPLE, Anna (AM), also named NIMUSH, Annette  us-ofac  sdn.csv:1
        annette = annette; nimush = nimush
~
Maria Esempio: 1 entries alike
99.9 %  ESEMPIO, Mario, also named ESEMPIO, Maria  us-ofac  alt.csv:3
        esempio = esempio; maria = maria
$ printf 'record,list,ref,actor.name,alias\nlisting,example,1,Anna Example,Annette Nimushian; A. Nimushian\n' > aliases.csv
$ scrutineer name -r aliases.csv --alike broad 'Annette Nimushian'
Annette Nimushian: 1 entries alike
100 %   Anna Example, also named Annette Nimushian  example  aliases.csv:2
        nimushian = nimushian; annette = annette

# A rule that rests on a likeness of names cannot call it a violation.

$ cp -r "$SRC/lawbase" law && sed -i '/rule: any.donation.listed-actor/,/^- rule: any.ad/s/severity: indicator/severity: violation/' law/any/rules/listed.yaml && scrutineer law lint --lawbase law -j any
! law/any/rules/listed.yaml:3:9: error: that a register lists a name like it is never a violation [rule-listed-violation]
!     3 | - rule: any.donation.listed-actor
!       |         ^^^^^^^^^^^^^^^^^^^^^^^^^
!       = write "severity: indicator"
[2]
