# A finding is told from cell to conclusion, with the nearest change of each fact that would clear it; each is judged
# anew, so that what is told can be tried: a share of 30 %, not of 30.000001 %, is within the limit.

$ scrutineer explain 1647d30c "$SRC/examples/am/donations.csv" | sed -n '/law says/,$p'
    law says   Article 24(4)(4), in force from 2017-04-01 until 2021-01-18: No donations from foreign states, foreign nationals, foreign legal persons, and legal persons in which a foreign participant holds more than 30 % of the charter capital.
~
The record would be clear by this rule if one fact differed, all others being the same
(each was judged anew; of amounts, shares and days the nearest value):
    if         received were 2021-01-19 (filed: 2020-12-15)
    if         donor.kind were natural, or limited-liability-partnership, or trade-union, or friendly-society, or unincorporated-association, or one of 18 others (filed: company)
    if         donor.foreign_share were none, or 30 % (filed: 45.5 %)
    if         donor.largest_foreign_share were 30 % (filed: unknown)
    if         recipient.kind were natural, or company, or limited-liability-partnership, or trade-union, or friendly-society, or one of 18 others (filed: party)
$ sed '4s/45[.,]5/30.000001/' "$SRC/examples/am/donations.csv" >above.csv; scrutineer check -j am above.csv | grep -c 'above.csv:4  AM-03'
5
$ scrutineer explain 1647d30c above.csv | grep foreign_share.were
    if         donor.foreign_share were none, or 30 % (filed: 30.000001 %)
    if         donor.largest_foreign_share were 30 % (filed: unknown)
$ sed '4s/45[.,]5/30/' "$SRC/examples/am/donations.csv" >at.csv; scrutineer check -j am at.csv | grep -A1 'foreign-share\]' | grep -c 'AM-03'
0
[1]
$ sed '4s/2020-12-15/2021-01-19/' "$SRC/examples/am/donations.csv" >later.csv; scrutineer check -j am later.csv | grep -A1 'foreign-share\]' | grep -c 'AM-03'
0
[1]
$ sed '4s/2020-12-15/2021-01-18/' "$SRC/examples/am/donations.csv" >before.csv; scrutineer check -j am before.csv | grep -A1 'foreign-share\]' | grep -c 'AM-03'
1

# A finding that these files do not have:
$ scrutineer explain 00000000 above.csv
! error: no finding of these files is "00000000" [finding-unknown]
!       = reports tell it behind "finding", in JSON as "fingerprint"
[2]

# Why a rule did not find a record: its condition, the day, another type of record, another country's filing.
$ scrutineer why-not am.donation.foreign-share AM-04 "$SRC/examples/am/donations.csv"
A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/examples/am/donations.csv:5  AM-04
    in force   yes (received is 2020-12-16; the rule: from 2017-04-01 until 2021-01-18)
    condition  recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: no (30 % > 30 %)
    exception  am.parties-2016/24.4.4 applies: no
               known(donor.largest_foreign_share): no (donor.largest_foreign_share is unknown)
               known(donor.foreign_share): yes (donor.foreign_share is 30 %)
               first_known(donor.largest_foreign_share, largest_foreign_share(donor, "AM")) <= max_foreign_share: unknown (unknown <= 30 %)
    law says   Article 24(4)(4), in force from 2017-04-01 until 2021-01-18: No donations from foreign states, foreign nationals, foreign legal persons, and legal persons in which a foreign participant holds more than 30 % of the charter capital.
    so         clear: its condition is not met
$ scrutineer why-not am.donation.foreign-share later.csv:4 later.csv
A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> later.csv:4  AM-03
    in force   no (received is 2021-01-19; the rule: from 2017-04-01 until 2021-01-18)
    condition  recipient.kind == "party": yes (party == party)
               donor.kind == "company": yes (company == company)
               first_known(donor.foreign_share, direct_foreign_share(donor, "AM")) > max_foreign_share: unknown (45.5 % > unknown)
    exception  am.parties-2016/24.4.4 applies: no
               known(donor.largest_foreign_share): no (donor.largest_foreign_share is unknown)
               known(donor.foreign_share): yes (donor.foreign_share is 45.5 %)
               first_known(donor.largest_foreign_share, largest_foreign_share(donor, "AM")) <= max_foreign_share: unknown (unknown <= unknown)
    so         clear: the rule was not in force on that day
$ scrutineer why-not am.ad.silence AM-04 "$SRC/examples/am/donations.csv"
Campaigning in print, on radio or television or at an event on voting day or the day before [am.ad.silence]
  --> SRC/examples/am/donations.csv:5  AM-04
    so         clear: the rule is about records of type ad; this is a donation
$ scrutineer why-not am.donation.foreign-share gb-donations.csv:2 "$SRC/tests/data/gb-donations.csv"
A company over the foreign-share limit gave to a party [am.donation.foreign-share]
  --> SRC/tests/data/gb-donations.csv:2  V0833971
    so         clear: a filing of "gb" is not judged by law of "am" (-j does it)
$ scrutineer why-not am.donation.cap-old AM-04 "$SRC/examples/am/donations.csv"
One person gave a party more than the old yearly limit [am.donation.cap-old]
  --> SRC/examples/am/donations.csv:5  AM-04
    in force   yes (received is 2020-12-16; the rule: from 2017-04-01 until 2021-01-18)
    condition  recipient.kind == "party": yes (party == party)
               donor.kind == "natural": no (company == natural)
    law says   Article 24(2), in force from 2017-04-01 until 2021-01-18: Natural and legal persons may give within a yearly limit.
    group      identity(donor) = 0:c-2002
               identity(recipient) = 7:օրինակ կուսակցություն
               period(received, "calendar-year") = 2020
    found when total > donation_cap
    so         the record does not count in any group
$ scrutineer why-not am.donation.foreign-share AM-99 later.csv
! error: no record "AM-99" in these files [record-unknown]
!       = name its reference, or FILE:LINE as reports do
[2]
$ scrutineer why-not am.nothing AM-04 later.csv
! error: no rule "am.nothing" [rule-unknown]
!       = `scrutineer law list` names the rules
[2]
$ scrutineer why-not am.donation.foreign-share
! scrutineer: why-not needs a rule, a record and its file; `scrutineer why-not --help` shows how
[2]

# Of several records together: one fact of one of them, judged anew with the others.
$ scrutineer explain -j am 1e198547 $SRC/examples/am/donations.csv | sed -n '/^There would/,$p'
There would be no finding by this rule if one fact of one record differed, all others being the same
(each was judged anew with these records alone; of amounts, shares and days the nearest value):
    if         SRC/examples/am/donations.csv:10 AM-09: amount were none, or 500000.00 AMD (filed: 1000000.00 AMD)
    if         SRC/examples/am/donations.csv:10 AM-09: received were 2022-12-31 (filed: 2023-02-01)
    if         SRC/examples/am/donations.csv:10 AM-09: donor.kind were company, or limited-liability-partnership, or trade-union, or friendly-society, or unincorporated-association, or one of 18 others (filed: natural)
    if         SRC/examples/am/donations.csv:10 AM-09: recipient.kind were natural, or company, or limited-liability-partnership, or trade-union, or friendly-society, or one of 18 others (filed: party)
    if         SRC/examples/am/donations.csv:11 AM-10: amount were none, or 500000.00 AMD (filed: 1000000.00 AMD)
    if         SRC/examples/am/donations.csv:11 AM-10: received were 2024-01-01 (filed: 2023-07-15)
    if         SRC/examples/am/donations.csv:11 AM-10: donor.kind were company, or limited-liability-partnership, or trade-union, or friendly-society, or unincorporated-association, or one of 18 others (filed: natural)
    if         SRC/examples/am/donations.csv:11 AM-10: recipient.kind were natural, or company, or limited-liability-partnership, or trade-union, or friendly-society, or one of 18 others (filed: party)
    if         SRC/examples/am/donations.csv:12 AM-11: amount were none, or 500000.00 AMD (filed: 1000000.00 AMD)
    if         SRC/examples/am/donations.csv:12 AM-11: received were 2024-01-01 (filed: 2023-11-30)
    if         SRC/examples/am/donations.csv:12 AM-11: donor.kind were company, or limited-liability-partnership, or trade-union, or friendly-society, or unincorporated-association, or one of 18 others (filed: natural)
    if         SRC/examples/am/donations.csv:12 AM-11: recipient.kind were natural, or company, or limited-liability-partnership, or trade-union, or friendly-society, or one of 18 others (filed: party)
