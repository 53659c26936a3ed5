# However many threads work, the report is the same.

$ cp "$SRC/tests/data/gb-donations.csv" "$SRC/tests/data/de-donations.csv" "$SRC/tests/data/us-1385191.fec" "$SRC/examples/am/donations.csv" "$SRC/examples/am/more.ndjson" .
$ scrutineer check --jobs 1 --format json *.csv *.fec *.ndjson > one.json 2> one.txt
[1]
$ scrutineer check --jobs 3 --format json *.csv *.fec *.ndjson 2>/dev/null | cmp - one.json
$ scrutineer check -J 3 --format json *.csv *.fec *.ndjson 2>&1 >/dev/null | cmp - one.txt
$ scrutineer check -J 2 --memory 1K --format json *.csv *.fec *.ndjson 2>/dev/null | cmp - one.json

# A check can be done in parts, and the parts merged: the report is that of one check of all files.

$ for f in *.csv *.fec *.ndjson; do scrutineer check --partial $f.part $f 2>/dev/null || echo $f $?; done
$ scrutineer merge --format json *.csv.part *.fec.part *.ndjson.part 2>/dev/null | cmp - one.json
$ scrutineer merge --format json *.csv.part *.fec.part *.ndjson.part 2>&1 >/dev/null | cmp - one.txt
$ scrutineer check *.csv *.fec *.ndjson > one.out 2>/dev/null; scrutineer merge *.csv.part *.fec.part *.ndjson.part 2>/dev/null | cmp - one.out

# A group whose records stand in several parts is one group.

$ head -n 1 donations.csv > a; cp a b; grep -E 'AM-(09|10)' donations.csv >> a; grep AM-11 donations.csv >> b
$ for f in a b; do scrutineer check --partial $f.part $f; scrutineer check $f | grep -c 'donation.cap.$'; done
0
0
[1]
$ scrutineer merge a.part b.part | grep -A 3 'donation.cap.$'
violation: One person gave a party more than the yearly limit [am.donation.cap]
  --> a:2  AM-09
  --> a:3  AM-10
  --> b:2  AM-11

# What does not fit is refused.

$ scrutineer merge
! scrutineer: merge needs a partial result; `scrutineer merge --help` shows how
[2]
$ scrutineer merge nothing.part
! nothing.part: error: No such file or directory [partial-unreadable]
!       = check the path
[2]
$ scrutineer merge a
! a: error: this is no partial result of this version [partial-wrong-kind]
!       = `scrutineer check --partial FILE` makes one
[2]
$ sed 's/AM-0/AM-1/' a.part > changed.part; scrutineer merge changed.part
! changed.part: error: is cut or changed: its digest does not fit [partial-broken]
!       = make it again from its filings
[2]
$ head -c 300 a.part > cut.part; scrutineer merge cut.part
! cut.part: error: is cut or changed: its digest does not fit [partial-broken]
!       = make it again from its filings
[2]
$ scrutineer merge -j gb a.part 2>&1 | sed 's/(.*, here .*)/(...)/'
a.part: error: was made with another law base (...) [partial-terms]
      = make it again from its filings
a.part: error: was made with another set of plugins (...) [partial-terms]
      = make it again from its filings
a.part: error: was made with another choice of law (...) [partial-terms]
      = make it again from its filings
$ scrutineer check --partial nowhere/a.part a
! nowhere/a.part: error: cannot be written: No such file or directory [partial-unwritable]
!       = name a file in a folder where you may write
[2]
$ scrutineer check --partial /dev/null a
! /dev/null: error: is there already, and no ordinary file [partial-unwritable]
!       = name a file
[2]
$ scrutineer check --partial . a
! .: error: is there already, and no ordinary file [partial-unwritable]
!       = name a file
[2]

# What each rule cost; the times differ from run to run.

$ scrutineer check -j gb --stats gb-donations.csv | grep -A 99 'cost of' | grep -E 'cost of|accepted-after|number-missing|foreign-donor|or-unident' | cut -c 1-84
  cost of the rule                                      rows  candidates   Lua calls
  gb.donation.accepted-after-30-days                      22           5           2
  gb.donation.company-number-missing                      22           6           1
  gb.donation.foreign-donor                               22           2           0
  gb.donation.impermissible-or-unidentified               22           6           6
$ scrutineer check -j gb --stats --format json gb-donations.csv | grep -o '"lua_calls"' | sort -u
"lua_calls"
$ scrutineer check --jobs none a
! scrutineer: --jobs: "none" is not a number, like 5000 or 64M
[2]

# Rows that lack the same are told once for the file; one that lacks more is told by itself.

$ printf 'record,ref,amount,received,donor.name\ndonation,A,5.00 GBP,2012-01-02,X\ndonation,B,5.00 GBP,2012-01-03,X\ndonation,C,5.00 GBP,,X\ndonation,D,5.00 GBP,2012-01-03,X\n' > lack.csv
$ scrutineer check -j gb lack.csv | grep -A 4 'impermissible-or-unidentified.$'
undetermined: The recipient reported an impermissible or unidentifiable donor [gb.donation.impermissible-or-unidentified]
  --> lack.csv:4  C
    donor      X
    missing    received, filer_mark
    facts      amount: 5.00 GBP
--
undetermined: The recipient reported an impermissible or unidentifiable donor [gb.donation.impermissible-or-unidentified]
  --> lack.csv:2  A
      and 2 more records
    missing    filer_mark
    article    section 54(1)(a) and (b), Political Parties, Elections and Referendums Act 2000 (2000 c. 41)
